#include "store/core/store_core.h"

#include <spdlog/spdlog.h>

#include <cstdlib>
#include <utility>

#include "shared/base/time_units.h"
#include "store/acts/duty_reading.h"
#include "store/base/database.h"
#include "store/files/salvage.h"

namespace studio {
namespace {

// A row that comes and goes: writing what is there already would write nothing.
constexpr const char* kPut =
    "INSERT INTO entity (generation, kind, id, version, body) VALUES (x'', 'trial', '', 0, '')";
constexpr const char* kTakeAway = "DELETE FROM entity WHERE generation = x''";

StoreParts WithTime(StoreParts parts) {
  if (!parts.time) parts.time = std::make_shared<KnownTime>(parts.boot);
  return parts;
}

}  // namespace

StoreCore::StoreCore(StoreParts parts)
    : parts_(WithTime(std::move(parts))),
      maker_(parts_.clock, parts_.time, parts_.identity.county.studio,
             parts_.identity.county.terminal, parts_.boot),
      folder_(std::make_shared<AttachmentFolder>(parts_.folder)),
      station_(std::make_shared<Station>()) {}

void StoreCore::Start() {
  (void)Read<bool>([](const AtWork&) -> Result<bool> { return true; });
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
  RecallTime(*tables, *parts_.time);
  if (tables->revocation_mark.ReadAnewIfBroken()) {
    spdlog::warn("store: revocations or keys are not as they were kept; the feed is read anew");
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

void StoreCore::DropAttachment(const Digest& digest) {
  const auto named = Read<bool>(
      [&](const AtWork& at) -> Result<bool> { return at.tables.attachments.IsNamed(digest); });
  if (named && !*named) folder_->Erase(digest);
  folder_->Forget(digest);
}

void StoreCore::NoteTime(std::int64_t county_ms, const Moment& heard) {
  const TimeNow before = parts_.time->At(heard);
  parts_.time->Heard(county_ms, heard);
  MarkTime();
  // Whose day it is was chosen by the time known before.
  if (!tables_ || std::abs(before.ms - county_ms) < kMinuteMs) return;
  const auto built = Read<bool>([&](const AtWork& at) -> Result<bool> {
    station_ = BuildStation(at.tables);
    return true;
  });
  if (built) TellStation();
}

void StoreCore::MarkTime() {
  (void)Write<bool>([&](const AtWork& at) -> Result<bool> {
    at.tables.kept_times.Keep(*parts_.time, maker_.Now());
    return true;
  });
}

void StoreCore::TryWriting() {
  const bool was_closed = !tables_;
  const auto written = Write<bool>([](const AtWork& at) -> Result<bool> {
    Change change(*at.tables.connection);
    Query(*at.tables.connection, kPut).Run();
    Query(*at.tables.connection, kTakeAway).Run();
    change.Commit();
    return true;
  });
  if (!written || !was_closed) return;
  TellStation();
  TellOutbox();
  TellRoster();
}

void StoreCore::EraseLog() {
  log_to_cut_ = true;
  CutLogIfDue();
}

void StoreCore::CutLogIfDue() {
  if (log_to_cut_ && tables_) log_to_cut_ = !tables_->connection->CutLog();
}

void StoreCore::Tell(Fault fault) {
  if (fault_ == fault) return;
  fault_ = fault;
  if (!parts_.listeners.on_fault) return;
  parts_.main_queue->Post([tell = parts_.listeners.on_fault, fault] { tell(fault); });
}

void StoreCore::TellRecord() {
  TellOutbox();
  TellWork();
}

void StoreCore::TellOutbox() {
  if (!parts_.listeners.on_outbox) return;
  const auto summary = Read<OutboxSummary>(
      [](const AtWork& at) -> Result<OutboxSummary> { return at.tables.outbox.Summary(); });
  if (!summary) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_outbox, summary = *summary] { tell(summary); });
}

void StoreCore::TellStation() {
  if (!parts_.listeners.on_station) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_station, station = station_] { tell(station); });
  // After the first page is told, and before anybody can have written a word.
  parts_.store_thread->Post([safety = station_->safety] { (void)safety.Get(); });
}

void StoreCore::TellComings() {
  (void)Read<bool>([&](const AtWork& at) -> Result<bool> {
    auto station = std::make_shared<Station>(*station_);
    station->in_today = AttendanceNow(at.tables, maker_.studio(), maker_.CountyMs());
    station_ = std::move(station);
    return true;
  });
  TellStation();
}

void StoreCore::TellClaims() {
  const auto changed = Read<bool>([&](const AtWork& at) -> Result<bool> {
    auto claims = at.tables.wish_acts.Claims();
    if (claims == station_->claims) return false;
    auto station = std::make_shared<Station>(*station_);
    station->claims = std::move(claims);
    station_ = std::move(station);
    return true;
  });
  if (changed && *changed) TellStation();
}

void StoreCore::TellRoster() {
  if (!parts_.listeners.on_roster) return;
  const auto summary = Read<RosterSummary>(
      [](const AtWork& at) -> Result<RosterSummary> { return at.tables.pending.Summary(); });
  if (!summary) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_roster, summary = *summary] { tell(summary); });
}

void StoreCore::TellReceipts(std::vector<ReceiptStatus> receipts) {
  if (!parts_.listeners.on_receipt || receipts.empty()) return;
  parts_.main_queue->Post([tell = parts_.listeners.on_receipt, receipts = std::move(receipts)] {
    for (const ReceiptStatus& receipt : receipts) tell(receipt);
  });
}

void StoreCore::TellCases(std::vector<std::string> numbers) {
  if (!parts_.listeners.on_cases || numbers.empty()) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_cases, numbers = std::move(numbers)] { tell(numbers); });
}

void StoreCore::TellWork() {
  if (parts_.listeners.on_work) parts_.listeners.on_work();
}

}  // namespace studio
