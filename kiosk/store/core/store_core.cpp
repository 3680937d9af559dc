#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "store/acts/duty_reading.h"
#include "store/acts/duty_records.h"
#include "store/base/database.h"
#include "store/base/schema.h"
#include "store/core/store_core_access.h"
#include "store/files/batch_packing.h"
#include "store/files/salvage.h"

namespace studio {
namespace {

constexpr std::uint32_t kNumbers = 100000;  // five digits
constexpr int kRandomPicks = 64;
constexpr std::size_t kRememberedSlips = 64;
constexpr const char* kReadOffset = "SELECT offset_ms FROM county";
constexpr const char* kReadHeard = "SELECT heard_ms FROM county";
constexpr const char* kNoteOffset = "UPDATE county SET offset_ms = ?";
// A row that comes and goes: writing what is there already would write nothing.
constexpr const char* kPut =
    "INSERT INTO entity (generation, kind, id, version, body) VALUES (x'', 'trial', '', 0, '')";
constexpr const char* kTakeAway = "DELETE FROM entity WHERE generation = x''";

FeedPosition WithKeys(Tables& tables) {
  FeedPosition position = tables.registry.Position();
  position.county_keys = tables.trusted_keys.Now();
  Query heard(*tables.connection, kReadHeard);
  if (heard.Step()) position.heard_ms = heard.Int(0);
  return position;
}

}  // namespace

StoreCore::StoreCore(StoreParts parts)
    : parts_(std::move(parts)),
      maker_(parts_.clock, parts_.identity.county.studio, parts_.identity.county.terminal,
             parts_.boot),
      folder_(std::make_shared<AttachmentFolder>(parts_.folder)),
      station_(std::make_shared<Station>()) {}

void StoreCore::Start() {
  (void)With<bool>(Access::kRead, [](Tables&) -> Result<bool> { return true; });
  TellStation();
  TellOutbox();
  TellRoster();
}

void StoreCore::Close() { tables_.reset(); }

Result<bool> StoreCore::OpenTables() {
  if (auto kept = KeepBrokenLog(parts_.folder, maker_.WallMs()); !kept) {
    return tl::unexpected(kept.error());
  }
  auto opened = OpenDatabase(parts_.folder);
  if (!opened && opened.error().kind == ErrorKind::kMalformed) {
    if (auto aside = PutDatabaseAside(parts_.folder, maker_.WallMs()); !aside) return aside;
    opened = OpenDatabase(parts_.folder);
  }
  if (!opened) return tl::unexpected(opened.error());
  auto tables = std::make_unique<Tables>(std::move(*opened), parts_.identity, *folder_);
  tables->streams.BeginIfNone();
  const Salvaged salvaged =
      SalvagePutAside(parts_.folder, *tables, parts_.identity.terminal_key.Public());
  {
    Query offset(*tables->connection, kReadOffset);
    if (offset.Step() && !offset.IsNull(0)) maker_.NoteOffset(offset.Int(0));
  }
  ForgetPutAside(parts_.folder, *tables, maker_.CountyMs());
  station_ = BuildStation(*tables);
  tables_ = std::move(tables);
  EraseOrphans();
  if (salvaged.anything_aside) {
    Tell(Fault::kDatabaseSalvaged);
    TellStation();
    TellOutbox();
    TellWork();
  }
  return true;
}

// Once, when the tables can be trusted for the first time. What a database that is given up later
// leaves behind is looked at again by the next start.
void StoreCore::EraseOrphans() {
  if (std::exchange(orphans_erased_, true)) return;
  folder_->EraseOrphans(
      [this](const Digest& digest) { return tables_->attachments.IsNamed(digest); });
}

Result<bool> StoreCore::StartOver() {
  tables_.reset();
  return PutDatabaseAside(parts_.folder, maker_.WallMs());
}

Error StoreCore::Refuse(const SQLite::Exception& e) {
  Tell(SaysFull(e) ? Fault::kStorageFull : Fault::kStorageBroken);
  return StorageError(e);
}

std::shared_ptr<const Station> StoreCore::BuildStation(Tables& tables) const {
  auto station = std::make_shared<Station>(tables.registry.Build(maker_.CountyMs()));
  station->in_today = AttendanceNow(tables, maker_.studio(), maker_.CountyMs());
  station->claims = tables.wish_acts.Claims();
  return station;
}

Readers StoreCore::CurrentReaders() const {
  const BoxPublicKey& published = station_->county.sealing_key;
  return {published == BoxPublicKey{} ? parts_.identity.county.county_sealing_key : published,
          station_->studio.sealing_key};
}

Result<ReceiptNumber> StoreCore::PickNumber() {
  return With<ReceiptNumber>(Access::kRead, [&](Tables& tables) -> Result<ReceiptNumber> {
    const TerminalNumber terminal = parts_.identity.county.terminal;
    const auto is_free = [&](const ReceiptNumber& number) {
      return std::find(handed_out_.begin(), handed_out_.end(), number.digits()) ==
                 handed_out_.end() &&
             !tables.outbox.ByReceipt(number.digits()) &&
             !tables.registry.StatusOf(number.digits());  // of a database that was lost
    };
    const auto take = [&](const ReceiptNumber& number) {
      handed_out_.push_back(number.digits());
      if (handed_out_.size() > kRememberedSlips) handed_out_.pop_front();
      return number;
    };
    for (int i = 0; i < kRandomPicks; ++i) {
      const ReceiptNumber number = ReceiptNumber::Random(terminal);
      if (is_free(number)) return take(number);
    }
    // Nearly all are used: the next free one from a random place on.
    const std::uint32_t start = RandomBelow(kNumbers);
    for (std::uint32_t i = 0; i < kNumbers; ++i) {
      const ReceiptNumber number = ReceiptNumber::Make(terminal, (start + i) % kNumbers);
      if (is_free(number)) return take(number);
    }
    return Fail(ErrorKind::kUnavailable, "every receipt number of this terminal is used");
  });
}

Result<ReceiptStatus> StoreCore::File(const RequestBody& body, bool urgent) {
  auto filed = With<ReceiptStatus>(Access::kWrite, [&](Tables& tables) {
    return FileRequest(tables, maker_, CurrentReaders(), body, urgent);
  });
  if (filed) {
    TellOutbox();
    TellWork();
  }
  return filed;
}

Result<bool> StoreCore::Guide(const RequestBody& body) {
  auto filed = With<bool>(Access::kWrite, [&](Tables& tables) {
    return FileGuidance(tables, maker_, CurrentReaders(), body);
  });
  if (filed) {
    TellOutbox();
    TellWork();
  }
  return filed;
}

Result<ReceiptStatus> StoreCore::Withdraw(const ReceiptNumber& number) {
  auto withdrawn = With<ReceiptStatus>(Access::kWrite, [&](Tables& tables) {
    return WithdrawRequest(tables, maker_, CurrentReaders(), number);
  });
  if (withdrawn) {
    EraseLog();
    TellOutbox();
    TellWork();
  }
  return withdrawn;
}

Result<PreparedBatch> StoreCore::PrepareBatch(const BatchLimits& limits) {
  return With<PreparedBatch>(Access::kRead, [&](Tables& tables) -> Result<PreparedBatch> {
    BatchPacking packing(limits, parts_.identity.county.terminal, tables.streams.Current());
    const auto take = [&](BatchEntry entry) {
      if (!packing.Takes(entry)) return false;
      packing.Add(std::move(entry));
      return !packing.Full();
    };
    if (!packing.Full()) tables.outbox.PickWaiting(take);
    return PreparedBatch{Encode(packing.batch()), packing.batch().entries.size(),
                         tables.trusted_keys.Now()};
  });
}

Result<AckOutcome> StoreCore::Acknowledge(const Ack& ack, bool& more_safe) {
  AckEffect effect;
  auto outcome = With<AckOutcome>(Access::kWrite, [&](Tables& tables) -> Result<AckOutcome> {
    effect = studio::ApplyAck(tables, maker_, ack);
    return effect.outcome;
  });
  if (!outcome) return outcome;
  more_safe = effect.more_safe;
  for (const auto& [record, why] : effect.set_aside) {
    spdlog::warn("store: record {} set aside: {}", record.ToString(), why);
  }
  if (effect.roster_changed) TellRoster();
  // While a backlog drains, the ordinary checkpoints overwrite the log soon enough.
  if (effect.erased && effect.outcome.still_waiting == 0) EraseLog();
  if (parts_.listeners.on_receipt && !effect.receipts.empty()) {
    parts_.main_queue->Post(
        [tell = parts_.listeners.on_receipt, receipts = std::move(effect.receipts)] {
          for (const ReceiptStatus& receipt : receipts) tell(receipt);
        });
  }
  TellOutbox();
  TellClaims();
  if (effect.outcome.resending || effect.outcome.moved_to_new_stream) TellWork();
  return outcome;
}

bool StoreCore::Sweep() {
  const auto more =
      With<bool>(Access::kWrite, [](Tables& tables) -> Result<bool> { return SweepSafe(tables); });
  if (more && !*more) EraseLog();
  return more && *more;
}

Result<FeedPosition> StoreCore::ReadFeedPosition() {
  return With<FeedPosition>(
      Access::kRead, [](Tables& tables) -> Result<FeedPosition> { return WithKeys(tables); });
}

Result<FeedPosition> StoreCore::ApplyPage(const FeedPage& page) {
  bool changed = false;
  bool roster_changed = false;
  auto position = With<FeedPosition>(Access::kWrite, [&](Tables& tables) -> Result<FeedPosition> {
    Change change(*tables.connection);
    auto applied = tables.registry.Apply(page);
    if (!applied) return tl::unexpected(applied.error());
    tables.trusted_keys.Learn(page);
    const std::int64_t read_up_to_ms = page.more ? 0 : page.county_time_ms;
    roster_changed = tables.pending.Settle(tables.duty, read_up_to_ms);
    tables.wish_acts.Settle(tables.registry, read_up_to_ms, page.county_time_ms);
    ForgetOldDuty(tables);
    auto station = *applied ? BuildStation(tables) : station_;
    FeedPosition now = WithKeys(tables);
    change.Commit();
    station_ = std::move(station);
    changed = *applied;
    return now;
  });
  if (!position) return position;
  if (changed) TellStation();
  TellClaims();
  TellCases(page);
  if (roster_changed) TellRoster();
  return position;
}

Result<std::optional<WaitingAttachment>> StoreCore::NextAttachment() {
  using Next = std::optional<WaitingAttachment>;
  for (;;) {
    auto next = With<Next>(Access::kRead, [](Tables& tables) -> Result<Next> {
      if (tables.outbox.Summary().waiting > 0) return Next();
      return tables.attachments.Oldest();
    });
    if (!next || !*next || intact_ == (*next)->digest) return next;
    const auto damage = Damage(**next);
    if (!damage) {
      intact_ = (*next)->digest;
      return next;
    }
    spdlog::warn("store: attachment {} set aside: {}", ToHex((*next)->digest), *damage);
    if (auto aside = SetAttachmentAside((*next)->digest, *damage); !aside) {
      return tl::unexpected(aside.error());
    }
  }
}

std::optional<std::string> StoreCore::Damage(const WaitingAttachment& attachment) const {
  const auto intact = folder_->IsIntact(attachment.digest);
  if (!intact) return "its file cannot be read: " + intact.error().detail;
  if (!*intact || folder_->SizeOf(attachment.digest) != attachment.bytes) {
    return "its file is damaged";
  }
  return std::nullopt;
}

Result<Bytes> StoreCore::ReadAttachment(const Digest& digest, std::uint64_t offset,
                                        std::size_t max) {
  auto piece = folder_->ReadPiece(digest, offset, max);
  if (!piece) intact_.reset();
  return piece;
}

Result<bool> StoreCore::AcknowledgeAttachment(const AttachmentAck& ack) {
  return With<bool>(Access::kWrite,
                    [&](Tables& tables) { return studio::ApplyAttachmentAck(tables, ack); });
}

Result<bool> StoreCore::SetAttachmentAside(const Digest& digest, const std::string& reason) {
  return With<bool>(Access::kWrite, [&](Tables& tables) -> Result<bool> {
    return tables.attachments.MarkSetAside(digest, reason);
  });
}

void StoreCore::DropAttachment(const Digest& digest) {
  const auto named = With<bool>(Access::kRead, [&](Tables& tables) -> Result<bool> {
    return tables.attachments.IsNamed(digest);
  });
  if (named && !*named) folder_->Erase(digest);
  folder_->Forget(digest);
}

Result<StoreHealth> StoreCore::ReadHealth() {
  constexpr std::size_t kReasonsLookedAt = 1000;
  return With<StoreHealth>(Access::kRead, [](Tables& tables) -> Result<StoreHealth> {
    const OutboxReport report = tables.set_aside.Report(tables.outbox.Summary(), kReasonsLookedAt);
    StoreHealth health;
    health.waiting = static_cast<std::uint64_t>(report.waiting);
    health.waiting_attachments = static_cast<std::uint64_t>(report.waiting_attachments);
    if (report.waiting > 0) health.oldest_made_ms = report.oldest_ms;
    std::vector<std::string> reasons;
    for (const SetAsideItem& item : report.items) reasons.push_back(item.reason);
    health.set_aside = CountReasons(reasons);
    health.last_check_in_ms = tables.comings.LastIn();
    health.schema = kSchemaVersion;
    return health;
  });
}

void StoreCore::NoteOffset(std::int64_t offset_ms) {
  maker_.NoteOffset(offset_ms);
  (void)With<bool>(Access::kWrite, [&](Tables& tables) -> Result<bool> {
    Query(*tables.connection, kNoteOffset).Add(offset_ms).Run();
    return true;
  });
}

void StoreCore::TryWriting() {
  const bool was_closed = !tables_;
  const auto written = With<bool>(Access::kWrite, [](Tables& tables) -> Result<bool> {
    Change change(*tables.connection);
    Query(*tables.connection, kPut).Run();
    Query(*tables.connection, kTakeAway).Run();
    change.Commit();
    return true;
  });
  if (!written || !was_closed) return;
  TellStation();
  TellOutbox();
  TellRoster();
}

void StoreCore::EraseLog() {
  if (!tables_) return;
  try {
    tables_->connection->Exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SQLite::Exception&) {
    // What the log still holds is sealed; the next checkpoint overwrites it.
  }
}

void StoreCore::Tell(Fault fault) {
  if (fault_ == fault) return;
  fault_ = fault;
  if (!parts_.listeners.on_fault) return;
  parts_.main_queue->Post([tell = parts_.listeners.on_fault, fault] { tell(fault); });
}

void StoreCore::TellOutbox() {
  if (!parts_.listeners.on_outbox) return;
  const auto summary = With<OutboxSummary>(
      Access::kRead, [](Tables& tables) { return Result<OutboxSummary>(tables.outbox.Summary()); });
  if (!summary) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_outbox, summary = *summary] { tell(summary); });
}

void StoreCore::TellStation() {
  if (!parts_.listeners.on_station) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_station, station = station_] { tell(station); });
}

void StoreCore::TellWork() {
  if (parts_.listeners.on_work) parts_.listeners.on_work();
}

}  // namespace studio
