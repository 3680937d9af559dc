#include "store/calls/duty_calls.h"

#include "store/acts/duty_notes_reading.h"
#include "store/acts/duty_reading.h"
#include "store/acts/duty_records.h"
#include "store/acts/unlocking.h"

namespace studio {

void DutyCalls::ReadGrounds(Done<CheckInGrounds> done) {
  thread_.Read(std::move(done), [](const AtWork& at) -> Result<CheckInGrounds> {
    return GroundsNow(at.tables, at.station, at.maker.studio(), at.maker.CountyMs());
  });
}

void DutyCalls::CheckIn(CheckInBody body, std::optional<BadgeNonce> live_code,
                        std::int64_t code_until_s, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body), live_code, code_until_s](const AtWork& at) {
        return FileCheckIn(at.tables, at.maker, at.readers, body, live_code, code_until_s);
      },
      [](StoreCore& core, bool) {
        core.TellRecord();
        core.TellComings();
      });
}

void DutyCalls::ReadHandover(Done<std::optional<KeptHandover>> done) {
  using Newest = std::optional<KeptHandover>;
  thread_.Read(std::move(done), [](const AtWork& at) -> Result<Newest> {
    Newest newest = at.tables.handovers.Newest();
    if (newest && at.maker.CountyMs() - newest->made_at_ms > kHandoverMs) newest.reset();
    return newest;
  });
}

void DutyCalls::LeaveHandover(HandoverBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileHandover(at.tables, at.maker, at.readers, body);
      },
      kTellRecord);
}

void DutyCalls::ConfirmHandover(std::string record, std::string member, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [record = std::move(record), member = std::move(member)](const AtWork& at) {
        return FileConfirmation(at.tables, at.maker, at.readers, record, member);
      },
      kTellRecord);
}

void DutyCalls::ReadMonth(std::chrono::year_month month, Done<RotationInput> done) {
  thread_.Read(std::move(done), [month](const AtWork& at) -> Result<RotationInput> {
    return MonthOf(at.tables, at.station, at.maker.studio(), month);
  });
}

// As an account: what was written is opened one by one, on the worker.
void DutyCalls::ReadNotes(std::chrono::year_month month,
                          std::shared_ptr<const BoxKeyPair> studio_key, Done<DutyNotes> done) {
  thread_.ReadAndWork<DutyNotes>(
      std::move(done),
      [month](const AtWork& at) -> Result<SealedNotes> {
        return SealedNotesOf(at.tables, at.station, month);
      },
      [month, key = std::move(studio_key)](SealedNotes sealed) {
        return OpenNotes(std::move(sealed), month, *key);
      });
}

void DutyCalls::ReadRoster(Done<RosterNow> done) {
  thread_.Read(std::move(done), [](const AtWork& at) -> Result<RosterNow> {
    return RosterOf(at.tables, at.station);
  });
}

void DutyCalls::ChangeRoster(RosterChangeBody body, Done<bool> done) {
  ChangeRosterAtOnce({std::move(body)}, std::move(done));
}

void DutyCalls::ChangeRosterAtOnce(std::vector<RosterChangeBody> bodies, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [bodies = std::move(bodies)](const AtWork& at) {
        return FileRosterChanges(at.tables, at.maker, at.readers, bodies);
      },
      [](StoreCore& core, bool) {
        core.TellRecord();
        core.TellRoster();
      });
}

void DutyCalls::ReadPendingChanges(Done<std::vector<PendingRosterChange>> done) {
  thread_.Read(std::move(done), [](const AtWork& at) -> Result<std::vector<PendingRosterChange>> {
    return at.tables.pending.All();
  });
}

void DutyCalls::ForgetRefused(std::vector<std::string> records, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [records = std::move(records)](const AtWork& at) -> Result<bool> {
        Change change(*at.tables.connection);
        at.tables.pending.Forget(records);
        change.Commit();
        return true;
      },
      [](StoreCore& core, bool) { core.TellRoster(); });
}

void DutyCalls::Unlock(std::string member, BadgeSecret secret, std::string pin,
                       Done<UnlockAnswer> done) {
  auto secrets = std::make_shared<const UnlockSecrets>(secret, pin);
  Wipe(pin);
  thread_.Try(
      std::move(done),
      [member = std::move(member)](const AtWork& at) -> Result<UnlockTry> {
        const WrapBinding binding{at.maker.studio(), member, at.station.studio.sealing_key};
        return BeginUnlock(at.tables, binding, at.maker.Now(), at.maker.boot());
      },
      [secrets, ready = ready_](const UnlockTry& attempt) {
        auto made = ready->Take(*secrets, attempt);
        return made ? std::move(*made) : OpenStudioKey(attempt, *secrets);
      },
      [](const AtWork& at, const UnlockTry& attempt, const Result<BoxKeyPair>& opened) {
        return EndUnlock(at.tables, attempt, opened);
      });
}

void DutyCalls::ReadyUnlock(std::string member, BadgeSecret secret, std::string pin) {
  auto secrets = std::make_shared<const UnlockSecrets>(secret, pin);
  Wipe(pin);
  ready_->Want(secrets);
  thread_.Post(
      [to = thread_, ready = ready_, secrets, member = std::move(member)](StoreCore& core) {
        auto attempt = core.Read<UnlockTry>([&](const AtWork& at) -> Result<UnlockTry> {
          const WrapBinding binding{at.maker.studio(), member, at.station.studio.sealing_key};
          return WrapFor(at.tables, binding);
        });
        if (!attempt || attempt->wrapped.empty()) return;
        to.PostToWorker(
            [ready, secrets, attempt = std::move(*attempt)] { ready->Make(secrets, attempt); });
      });
}

}  // namespace studio
