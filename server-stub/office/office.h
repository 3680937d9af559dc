// What the county does for a terminal, without HTTP: every call takes what was sent and gives
// the signed envelope to send back. Safe from any thread; the ledger is used by one at a time,
// and the costly examination of a batch is done outside the lock.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/clerk/badges.h"
#include "server/clerk/topic_view.h"
#include "server/intake/intake.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "server/office/phone_pace.h"
#include "shared/base/time_units.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/heartbeat.h"
#include "shared/exchange/http_signature.h"

namespace county {

using ReadClock = std::function<std::int64_t()>;  // Unix time in ms
using ReadKeys = std::function<Result<CountyKeys>()>;
ReadKeys KeysIn(const DataFolder& folder);
std::int64_t SystemTimeMs();

// An HTTP status with the code and detail of ErrorJson.
struct Refusal {
  int status = 400;
  std::string code;
  std::string detail;
};
template <class T>
using Answer = tl::expected<T, Refusal>;

inline constexpr std::int64_t kCodeLifeMs = studio::kDayMs;

// How far an attachment has come, in bytes of the encrypted file.
struct Upload {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct RecordCounts {  // since this process began
  std::uint64_t stored = 0, duplicate = 0, refused = 0;
};

class Office {
 public:
  // read_keys: as they lie in the folder, once and whenever the ledger names others. Throws where
  // they cannot be read. ballots_of_a_network: new ones from phones, a minute, on each topic.
  Office(Ledger ledger, ReadKeys read_keys, ReadClock clock,
         std::size_t ballots_of_a_network = kFreshBallotsOfANetwork);

  // 403 bad_code, used_code, stale_code. The same code with the same key gets the same terminal.
  Answer<Bytes> Enrol(std::string_view request_json);
  // 401 bad_signature, unknown_terminal; 403 revoked.
  Answer<Terminal> Identify(const studio::HttpRequestParts& request,
                            const studio::SignedHeaders& headers);
  // Who has this number, where a request does not say who signed it. Likewise.
  Answer<Terminal> Find(TerminalNumber number);
  // 400 malformed: the batch as a whole. Entries are answered one by one in the ack.
  Answer<Bytes> TakeBatch(const Terminal& terminal, ByteView batch, Way way = Way::kLine);
  // nullopt: nothing newer. A cursor that this feed never gave out begins from the beginning.
  Answer<std::optional<Bytes>> Changes(const Terminal& terminal, const std::string& after);
  // Whether Changes() would show this terminal anything; changes for other studios are no news.
  bool HasNews(const Terminal& terminal, const std::string& after);
  std::uint64_t FeedVersion();
  std::size_t TerminalCount();
  RecordCounts Counts();

  // Keeps it as how the terminal is. 400 malformed.
  Answer<void> TakeHeartbeat(const Terminal& terminal, std::string_view heartbeat);

  // Attachments (protocol.md). 404 unknown_attachment: no record of this terminal that has a body
  // names the digest.
  //
  // One that was begun goes on, unless `length` differs and it is not whole. 400, 413.
  Answer<Upload> BeginUpload(const Terminal& terminal, const Digest& digest, std::uint64_t length);
  // 404 not_begun.
  Answer<Upload> FindUpload(const Terminal& terminal, const Digest& digest);
  // Durable when this returns. 404 not_begun, 409 wrong_offset, 413 too_large, 460 wrong_digest.
  Answer<Upload> AddToUpload(const Terminal& terminal, const Digest& digest, std::uint64_t offset,
                             ByteView bytes);
  // 404 incomplete.
  Answer<Bytes> ConfirmAttachment(const Terminal& terminal, const Digest& digest);

  // A topic's page for a phone, with whether this ballot has been counted; nullopt: no such topic.
  std::optional<TopicView> ViewTopic(const std::string& id,
                                     const std::optional<studio::Ballot>& ballot);
  // From a phone of those networks, said now; at_ms and late are filled in. Durable when this
  // returns. Counts are published every kCountsEveryMs at most: by this, or by who asks for the
  // feed next.
  PhoneVoice TakePhoneOpinion(studio::OpinionBody opinion, const PhoneNetworks& from);

  // What became of the matter or wish with this number, sealed to its slip; a word without status
  // where the county knows none. 400 malformed: not a receipt number's digits.
  Answer<Bytes> Status(std::string_view number);

  // nonce_hex: 32 hexadecimal digits.
  Answer<Bytes> Time(std::string_view nonce_hex);

 private:
  studio::PinCount PinsOf(TerminalNumber terminal) const;  // the caller holds mutex_
  // Than the one that is kept: sent again later by somebody, or long under way. The caller holds
  // mutex_.
  bool IsOlder(TerminalNumber terminal, const studio::Heartbeat& heartbeat, bool is_of_now) const;

  void TellCounts();  // the caller holds mutex_

  // The keys of now. Throws LedgerAway where the ledger names others than lie in the folder. The
  // caller holds mutex_.
  const CountyKeys& Keys();
  CountyKeys KeysNow();  // the caller does not

  BadgeTrust ReadTrust(const CountyKeys& keys);
  std::optional<std::uint64_t> PositionOf(const std::string& cursor) const;

  std::mutex mutex_;
  Ledger ledger_;        // guarded by mutex_
  PhonePace pace_;       // guarded by mutex_
  RecordCounts counts_;  // guarded by mutex_
  const ReadKeys read_keys_;
  CountyKeys keys_;  // guarded by mutex_, as the next
  std::chrono::steady_clock::time_point keys_looked_{};
  const ReadClock clock_;
};

}  // namespace county
