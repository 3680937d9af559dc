#include "server/office/office.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "server/books/unsure_book.h"
#include "server/intake/batch_examination.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/enrolment.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/heartbeat.h"
#include "shared/feed/entities.h"
#include "shared/feed/feed.h"

namespace county {

using studio::ErrorKind;
using studio::SealEnvelope;

namespace {

auto Refuse(int status, std::string code, std::string detail) {
  return tl::unexpected(Refusal{status, std::move(code), std::move(detail)});
}

constexpr std::string_view kCursorContext = "ms.cursor.v1";
constexpr std::size_t kCursorProofBytes = 16;

// VERSION.PROOF, where the proof is what only this county can make for this generation.
std::string CursorAt(const Ledger& ledger, std::uint64_t version,
                     const studio::SigningKey& signing) {
  const std::string number = std::to_string(version);
  const std::string place = ledger.Generation().ToString() + " " + number;
  const auto signature = signing.Sign(kCursorContext, studio::AsBytes(place));
  return number + "." + studio::ToBase64Url(studio::ByteView(signature).first(kCursorProofBytes));
}

// Cursors of before had no proof.
std::optional<std::uint64_t> VersionOf(const std::string& cursor) {
  std::uint64_t version = 0;
  const char* const end = cursor.data() + cursor.size();
  const auto [stop, error] = std::from_chars(cursor.data(), end, version);
  if (error != std::errc{} || (stop != end && *stop != '.')) return std::nullopt;
  return version;
}

// Of a clock that was heard here a moment ago; another is of no use.
std::optional<BootTime> BootTimeIn(const studio::Heartbeat& heartbeat, std::int64_t now_ms) {
  constexpr std::int64_t kMostAwayMs = 2 * 60 * 1000;
  const auto& clock = heartbeat.clock;
  std::int64_t county_ms = 0;
  if (!clock || !clock->offset_ms ||
      __builtin_add_overflow(clock->wall_ms, *clock->offset_ms, &county_ms) ||
      county_ms < now_ms - kMostAwayMs || county_ms > now_ms + kMostAwayMs) {
    return std::nullopt;
  }
  return BootTime{clock->boot, county_ms, clock->monotonic_ms, BootTime::kNotAllSent};
}

CountyKeys Loaded(const ReadKeys& read) {
  auto keys = read();
  if (!keys) throw std::runtime_error("the county's keys: " + keys.error().detail);
  return std::move(*keys);
}

}  // namespace

std::int64_t SystemTimeMs() {
  using std::chrono::duration_cast;
  return duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

ReadKeys KeysIn(const DataFolder& folder) {
  return [folder] { return CountyKeys::Load(folder); };
}

Office::Office(Ledger ledger, ReadKeys read_keys, ReadClock clock, std::size_t ballots_of_a_network)
    : ledger_(std::move(ledger)),
      pace_(ballots_of_a_network),
      read_keys_(std::move(read_keys)),
      keys_(Loaded(read_keys_)),
      clock_(std::move(clock)) {
  // What was counted and not told any more before the end.
  for (const std::string& topic : ledger_.TopicsSpokenOn()) pace_.Counted(topic);
}

const CountyKeys& Office::Keys() {
  constexpr std::chrono::seconds kLookForKeysEvery{1};
  const auto now = std::chrono::steady_clock::now();
  if (now - keys_looked_ < kLookForKeysEvery) return keys_;
  const auto county = studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"));
  if (county && !county->signing_keys.empty() && county->signing_keys != keys_.Published()) {
    CountyKeys read = Loaded(read_keys_);
    if (std::ranges::find(county->signing_keys, read.signing.Public()) ==
        county->signing_keys.end()) {
      throw LedgerAway(
          "the ledger names other signing keys than lie in this folder; copy keys/ from where"
          " `rotate-key` was called");
    }
    keys_ = std::move(read);
  }
  keys_looked_ = now;
  return keys_;
}

CountyKeys Office::KeysNow() {
  const std::lock_guard lock(mutex_);
  return Keys();
}

Answer<Bytes> Office::Enrol(std::string_view request_json) {
  const auto request = studio::EnrolmentRequestFromJson(request_json);
  if (!request) return Refuse(400, "malformed", request.error().detail);
  const auto code = studio::EnrolmentCode::Parse(request->code);
  if (!code) return Refuse(403, "bad_code", "not an enrolment code");
  const Digest hash = code->Hash();
  const std::int64_t now_ms = clock_();
  studio::EnrolmentAnswer answer;
  std::optional<Refusal> refusal;

  const std::lock_guard lock(mutex_);
  ledger_.Atomically([&] {
    const auto issued = ledger_.FindCode(hash);
    if (!issued) {
      refusal = Refusal{403, "bad_code", "no such enrolment code"};
      return;
    }
    answer.studio = issued->studio;
    if (issued->terminal) {
      const auto joined = ledger_.FindTerminal(*issued->terminal);
      if (!joined || joined->key != request->terminal_key) {
        refusal = Refusal{403, "used_code", "another terminal joined with this code"};
        return;
      }
      answer.terminal = joined->number;
      return;
    }
    if (now_ms - issued->made_ms > kCodeLifeMs) {
      refusal = Refusal{403, "stale_code", "the code is older than 24 hours"};
      return;
    }
    answer.terminal =
        ledger_.AddTerminal(issued->studio, request->terminal_key, request->version, now_ms);
    ledger_.UseCode(hash, answer.terminal);
  });
  if (refusal) return tl::unexpected(*refusal);

  const auto studio = studio::StudioFromJson(
      ledger_.EntityBody("studio", std::to_string(answer.studio)).value_or("{}"));
  const auto county = studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"));
  if (studio) answer.studio_name = studio->name;
  if (county) answer.county_name = county->name;
  const CountyKeys& keys = Keys();
  answer.county_signing_key = keys.signing.Public();
  answer.county_sealing_key = keys.sealing.Public();
  answer.feed_generation = ledger_.Generation();
  answer.county_time_ms = now_ms;
  return SealEnvelope(studio::kEnrolmentContext, ToJson(answer), keys.signing);
}

Answer<Terminal> Office::Identify(const studio::HttpRequestParts& request,
                                  const studio::SignedHeaders& headers) {
  std::optional<Terminal> terminal;
  const auto signer = studio::VerifyRequest(
      request, headers, [&](TerminalNumber number) -> std::optional<studio::VerifyKey> {
        const std::lock_guard lock(mutex_);
        terminal = ledger_.FindTerminal(number);
        if (!terminal) return std::nullopt;
        return terminal->key;
      });
  if (!signer && signer.error().kind == ErrorKind::kNotFound) {
    return Refuse(401, "unknown_terminal", signer.error().detail);
  }
  if (!signer) return Refuse(401, "bad_signature", signer.error().detail);
  if (terminal->revoked) return Refuse(403, "revoked", "this terminal was revoked");
  return *terminal;
}

Answer<Terminal> Office::Find(TerminalNumber number) {
  const std::lock_guard lock(mutex_);
  const auto terminal = ledger_.FindTerminal(number);
  if (!terminal) return Refuse(401, "unknown_terminal", "no terminal here has this number");
  if (terminal->revoked) return Refuse(403, "revoked", "this terminal was revoked");
  return *terminal;
}

Answer<Bytes> Office::TakeBatch(const Terminal& terminal, ByteView bytes, Way way) {
  const auto batch = studio::DecodeBatch(bytes);
  if (!batch) return Refuse(400, "malformed", batch.error().detail);
  if (batch->terminal != terminal.number || batch->opening.terminal != terminal.number) {
    return Refuse(400, "malformed", "the batch is another terminal's");
  }
  const CountyKeys keys = KeysNow();
  const BadgeTrust trust = ReadTrust(keys);
  std::vector<ExaminedEntry> examined;
  examined.reserve(batch->entries.size());
  for (const studio::BatchEntry& entry : batch->entries) {
    examined.push_back(Examine(entry, terminal, keys.sealing, trust));
  }

  studio::Ack ack;
  ack.terminal = terminal.number;
  ack.batch_hash = studio::HashOfBatch(bytes);
  ack.county_time_ms = clock_();
  ack.stream = batch->opening.stream;
  {
    const std::lock_guard lock(mutex_);
    ledger_.Atomically([&] {
      ack.answers =
          Intake(ledger_, keys.sealing, terminal, ack.county_time_ms, way).Take(*batch, examined);
      const KnownStream stream = ledger_.FindStream(terminal.number, batch->opening.stream);
      ack.stream_count = stream.count;
      ack.stream_head = stream.head;
      ack.ledger = ledger_.Id();
      ack.safe_serial = ledger_.SafeSerial();
      ack.pins = PinsOf(terminal.number);
      ack.feed_cursor = CursorAt(ledger_, ledger_.FeedVersion(), keys.signing);
    });
    for (const auto& answer : ack.answers) {
      ++(answer.status == studio::RecordStatus::kStored      ? counts_.stored
         : answer.status == studio::RecordStatus::kDuplicate ? counts_.duplicate
                                                             : counts_.refused);
    }
  }
  return SealEnvelope(studio::kAckContext, ToJson(ack), keys.signing);
}

BadgeTrust Office::ReadTrust(const CountyKeys& keys) {
  const std::lock_guard lock(mutex_);
  return TrustOf(ledger_, keys);
}

std::optional<std::uint64_t> Office::PositionOf(const std::string& cursor) const {
  const auto version = VersionOf(cursor);
  if (!version || *version < ledger_.FeedFloor() || *version > ledger_.FeedVersion()) {
    return std::nullopt;
  }
  return version;
}

Answer<std::optional<Bytes>> Office::Changes(const Terminal& terminal, const std::string& after) {
  studio::FeedPage page;
  page.studio = terminal.studio;
  page.county_time_ms = clock_();
  const CountyKeys keys = KeysNow();
  {
    const std::lock_guard lock(mutex_);
    TellCounts();
    // A cursor beyond the newest change that this county gave out in this generation was given by a
    // later state of this ledger, so it was put back by hand: as good as restored. Nobody can make
    // one up, and none is good for a second time, because the generation is another then.
    const std::uint64_t version = VersionOf(after).value_or(0);
    const bool as_given = after == CursorAt(ledger_, version, keys.signing);
    const bool anew = as_given && version > ledger_.FeedVersion();
    if (anew) {
      const Uuid generation = ledger_.Generation();
      ledger_.Atomically([&] {
        // Unless another server of this ledger just did, or has what was missed here.
        if (ledger_.Generation() == generation && version > ledger_.FeedVersion()) {
          ledger_.BeginAnew(clock_());
        }
      });
    }
    bool newer = true;
    ledger_.Together([&] {
      const auto position = anew ? std::nullopt : PositionOf(after);
      // One of before is told how it is written now: an ack's is compared with it.
      newer = !position || *position != ledger_.FeedVersion() || !as_given;
      if (!newer) return;
      FeedSlice slice =
          ledger_.ChangesAfter(position.value_or(0), terminal.studio, studio::kMaxPageChanges);
      page.generation = ledger_.Generation();
      page.from = position ? after : std::string();
      page.to = CursorAt(ledger_, slice.to, keys.signing);
      page.more = slice.more;
      page.changes = std::move(slice.changes);
    });
    if (!newer) return std::nullopt;
  }
  return SealEnvelope(studio::kFeedContext, ToJson(page), keys.signing);
}

bool Office::HasNews(const Terminal& terminal, const std::string& after) {
  const std::lock_guard lock(mutex_);
  const auto position = PositionOf(after);
  return !position || ledger_.ChangedAfter(*position, terminal.studio);
}

studio::PinCount Office::PinsOf(TerminalNumber terminal) const {
  const auto last = studio::HeartbeatFromJson(ledger_.HeartbeatOf(terminal));
  return last ? last->pins : studio::PinCount();
}

bool Office::IsOlder(TerminalNumber terminal, const studio::Heartbeat& heartbeat,
                     bool is_of_now) const {
  const auto last = studio::HeartbeatFromJson(ledger_.HeartbeatOf(terminal));
  if (!last || !last->clock) return false;
  const auto& clock = heartbeat.clock;
  if (!clock) return true;
  if (clock->boot == last->clock->boot) return clock->monotonic_ms < last->clock->monotonic_ms;
  if (is_of_now) return false;
  const auto boots = ledger_.BootTimes(terminal);
  return std::any_of(boots.begin(), boots.end(),
                     [&](const BootTime& known) { return known.boot == clock->boot; });
}

Answer<void> Office::TakeHeartbeat(const Terminal& terminal, std::string_view heartbeat) {
  auto read = studio::HeartbeatFromJson(heartbeat);
  if (!read) return Refuse(400, "malformed", read.error().detail);
  const std::int64_t now_ms = clock_();
  auto told = BootTimeIn(*read, now_ms);
  const std::lock_guard lock(mutex_);
  if (IsOlder(terminal.number, *read, told.has_value())) return {};
  // A terminal that tells less than before had its database put back: the next ack says so.
  const studio::PinCount before = PinsOf(terminal.number);
  const bool less = read->pins < before;
  if (less) read->pins = before;
  ledger_.Atomically([&] {
    ledger_.KeepHeartbeat(terminal.number, less ? studio::ToJson(*read) : std::string(heartbeat),
                          now_ms);
    if (!told) return;
    if (read->waiting == 0) told->sent = ledger_.NewestSerial();
    ledger_.KeepBootTime(terminal.number, *told);
    UnsureBook(ledger_, now_ms).Settle(terminal.number);
  });
  return {};
}

std::uint64_t Office::FeedVersion() {
  const std::lock_guard lock(mutex_);
  TellCounts();
  return ledger_.FeedVersion();
}

RecordCounts Office::Counts() {
  const std::lock_guard lock(mutex_);
  return counts_;
}

std::size_t Office::TerminalCount() {
  const std::lock_guard lock(mutex_);
  return ledger_.TerminalCount();
}

Answer<Bytes> Office::Time(std::string_view nonce_hex) {
  const auto nonce = studio::ToArray<16>(studio::FromHex(nonce_hex));
  if (!nonce) return Refuse(400, "malformed", "nonce: 32 hexadecimal digits");
  return SealEnvelope(studio::kTimeContext, ToJson(studio::CountyTime{*nonce, clock_()}),
                      KeysNow().signing);
}

}  // namespace county
