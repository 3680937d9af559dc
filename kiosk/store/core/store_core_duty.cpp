// What StoreCore does for members and managers.
#include <spdlog/spdlog.h>

#include "store/acts/duty_reading.h"
#include "store/acts/duty_records.h"
#include "store/core/store_core_access.h"

namespace studio {

Result<CheckInGrounds> StoreCore::ReadGrounds() {
  return With<CheckInGrounds>(Access::kRead, [&](Tables& tables) -> Result<CheckInGrounds> {
    return GroundsNow(tables, *station_, maker_.studio(), maker_.CountyMs());
  });
}

template <class Call>
Result<bool> StoreCore::FileDuty(Call call) {
  auto filed = With<bool>(Access::kWrite, call);
  if (filed) {
    TellOutbox();
    TellWork();
  }
  return filed;
}

Result<bool> StoreCore::CheckIn(const CheckInBody& body, const std::optional<BadgeNonce>& live_code,
                                std::int64_t code_until_s) {
  auto filed = FileDuty([&](Tables& tables) {
    return FileCheckIn(tables, maker_, CurrentReaders(), body, live_code, code_until_s);
  });
  if (filed) {
    (void)With<bool>(Access::kRead, [&](Tables& tables) -> Result<bool> {
      auto station = std::make_shared<Station>(*station_);
      station->in_today = AttendanceNow(tables, maker_.studio(), maker_.CountyMs());
      station_ = std::move(station);
      return true;
    });
    TellStation();
  }
  return filed;
}

Result<std::optional<KeptHandover>> StoreCore::ReadHandover() {
  using Newest = std::optional<KeptHandover>;
  return With<Newest>(Access::kRead, [&](Tables& tables) -> Result<Newest> {
    Newest newest = tables.handovers.Newest();
    if (newest && maker_.CountyMs() - newest->made_at_ms > kHandoverMs) newest.reset();
    return newest;
  });
}

Result<bool> StoreCore::LeaveHandover(const HandoverBody& body) {
  return FileDuty(
      [&](Tables& tables) { return FileHandover(tables, maker_, CurrentReaders(), body); });
}

Result<bool> StoreCore::ConfirmHandover(const std::string& record, const std::string& member) {
  return FileDuty([&](Tables& tables) {
    return FileConfirmation(tables, maker_, CurrentReaders(), record, member);
  });
}

Result<RotationInput> StoreCore::ReadMonth(std::chrono::year_month month) {
  return With<RotationInput>(Access::kRead, [&](Tables& tables) -> Result<RotationInput> {
    return MonthOf(tables, *station_, maker_.studio(), month);
  });
}

Result<RosterNow> StoreCore::ReadRoster() {
  return With<RosterNow>(Access::kRead, [&](Tables& tables) -> Result<RosterNow> {
    return RosterOf(tables, *station_);
  });
}

Result<bool> StoreCore::ChangeRoster(const std::vector<RosterChangeBody>& bodies) {
  auto filed = FileDuty(
      [&](Tables& tables) { return FileRosterChanges(tables, maker_, CurrentReaders(), bodies); });
  if (filed) TellRoster();
  return filed;
}

Result<std::vector<PendingRosterChange>> StoreCore::ReadPendingChanges() {
  using List = std::vector<PendingRosterChange>;
  return With<List>(Access::kRead,
                    [](Tables& tables) -> Result<List> { return tables.pending.All(); });
}

Result<bool> StoreCore::ForgetRefused(const std::vector<std::string>& records) {
  auto forgotten = With<bool>(Access::kWrite, [&](Tables& tables) -> Result<bool> {
    Change change(*tables.connection);
    tables.pending.Forget(records);
    change.Commit();
    return true;
  });
  if (forgotten) TellRoster();
  return forgotten;
}

Result<OutboxReport> StoreCore::ReadOutbox(std::size_t most_items) {
  return With<OutboxReport>(Access::kRead, [&](Tables& tables) -> Result<OutboxReport> {
    return tables.set_aside.Report(tables.outbox.Summary(), most_items);
  });
}

template <class Call>
Result<std::int64_t> StoreCore::PutBack(Call call) {
  const auto again = With<std::int64_t>(Access::kWrite, [&](Tables& tables) {
    Change change(*tables.connection);
    const std::int64_t put_back = call(tables.set_aside);
    change.Commit();
    return Result<std::int64_t>(put_back);
  });
  if (!again || *again == 0) return again;
  spdlog::info("store: {} set aside wait again", *again);
  TellOutbox();
  TellRoster();
  TellClaims();
  TellWork();
  return again;
}

Result<std::int64_t> StoreCore::TryAgain(const std::vector<SetAsideItem>& items) {
  for (const SetAsideItem& item : items) {
    spdlog::info("store: record {} {} is tried again", item.record, item.attachment);
  }
  return PutBack([&](SetAside& set_aside) { return set_aside.TryAgain(items); });
}

Result<std::int64_t> StoreCore::TryAllAgain() {
  return PutBack([](SetAside& set_aside) { return set_aside.TryAllAgain(); });
}

void StoreCore::TellRoster() {
  if (!parts_.listeners.on_roster) return;
  const auto summary = With<RosterSummary>(Access::kRead, [](Tables& tables) {
    return Result<RosterSummary>(tables.pending.Summary());
  });
  if (!summary) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_roster, summary = *summary] { tell(summary); });
}

Result<UnlockTry> StoreCore::BeginUnlock(const std::string& member) {
  return With<UnlockTry>(Access::kWrite, [&](Tables& tables) -> Result<UnlockTry> {
    const WrapBinding binding{maker_.studio(), member, station_->studio.sealing_key};
    return studio::BeginUnlock(tables, binding, parts_.clock->Now(), parts_.boot);
  });
}

Result<UnlockAnswer> StoreCore::EndUnlock(const UnlockTry& attempt,
                                          const Result<BoxKeyPair>& opened) {
  return With<UnlockAnswer>(
      Access::kWrite, [&](Tables& tables) { return studio::EndUnlock(tables, attempt, opened); });
}

}  // namespace studio
