// A duty store that answers at once from what the test put there, or fails when told to.
#pragma once

#include <algorithm>
#include <vector>

#include "app/duty/duty_store.h"

namespace studio {

class FakeDutyStore : public DutyStore {
 public:
  void ReadGrounds(Done<CheckInGrounds> done) override {
    if (works) {
      done(grounds);
    } else {
      done(Broken());
    }
  }
  void CheckIn(CheckInBody body, std::optional<BadgeNonce> live_code, std::int64_t code_until_s,
               Done<bool> done) override {
    if (!works) return done(Broken());
    if (live_code && !grounds.used_live_codes.insert(*live_code).second) {
      return done(Fail(ErrorKind::kConflict, "test"));
    }
    code_kept_until_s = code_until_s;
    if (!body.visit.empty()) {
      for (Attendance& one : grounds.attendance) {
        if (one.member != body.member || one.out_ms != 0) continue;
        (body.visit == "out" ? one.visit_ms : one.back_ms) = body.at_ms;
      }
    } else if (!body.out) {
      Attendance one;
      one.shift = body.shift;
      one.member = body.member;
      one.studio = body.studio;
      one.date = body.date;
      one.in_ms = body.at_ms;
      one.stand_in_for = body.stand_in_for;
      grounds.attendance.push_back(one);
    } else {
      for (Attendance& one : grounds.attendance) {
        if (one.member == body.member && one.out_ms == 0) one.out_ms = body.at_ms;
      }
    }
    check_ins.push_back(std::move(body));
    done(true);
  }
  void ReadHandover(Done<std::optional<KeptHandover>> done) override { done(handover); }
  void LeaveHandover(HandoverBody body, Done<bool> done) override {
    if (!works) return done(Broken());
    left.push_back(std::move(body));
    done(true);
  }
  void ConfirmHandover(std::string record, std::string, Done<bool> done) override {
    confirmed.push_back(std::move(record));
    done(true);
  }
  void ReadMonth(std::chrono::year_month asked, Done<RotationInput> done) override {
    if (!reads) return done(Broken());
    RotationInput input = month;
    input.month = asked;
    done(std::move(input));
  }
  void ReadNotes(std::chrono::year_month, std::shared_ptr<const BoxKeyPair>,
                 Done<DutyNotes> done) override {
    if (!works) return done(Broken());
    done(notes);
  }
  void ReadRoster(Done<RosterNow> done) override {
    done(RosterNow{month.members, month.studios, month.shifts});
  }
  void ChangeRoster(RosterChangeBody body, Done<bool> done) override {
    if (!works) return done(Broken());
    Wait(body);
    changes.push_back(std::move(body));
    done(true);
  }
  void ChangeRosterAtOnce(std::vector<RosterChangeBody> bodies, Done<bool> done) override {
    if (!works) return done(Broken());
    changes.insert(changes.end(), bodies.begin(), bodies.end());
    done(true);
  }
  void ReadPendingChanges(Done<std::vector<PendingRosterChange>> done) override { done(pending); }
  void ForgetRefused(std::vector<std::string> records, Done<bool> done) override {
    forgotten.insert(forgotten.end(), records.begin(), records.end());
    std::erase_if(pending, [&](const PendingRosterChange& one) {
      return std::find(records.begin(), records.end(), one.record) != records.end();
    });
    done(true);
  }
  void Unlock(std::string, BadgeSecret, std::string pin, Done<UnlockAnswer> done) override {
    UnlockAnswer answer = unlock;
    tried.push_back(pin);
    if (pin == right_pin) {
      answer.outcome = UnlockAnswer::Outcome::kOpen;
      answer.studio_key = std::make_shared<const BoxKeyPair>(studio_key);
    }
    done(answer);
  }

  void ReadyUnlock(std::string, BadgeSecret, std::string pin) override { readied.push_back(pin); }
  void ForgetReady() override { readied.push_back({}); }

  // What a shift before left here, sealed as the store does.
  void Lay(const HandoverBody& body, std::int64_t made_at_ms) {
    const Uuid record = Uuid::Random();
    auto sealed = KeptHandover::Seal(record, body, studio_key.Public());
    handover = KeptHandover{record.ToString(),  body.member, body.shift, body.date,
                            std::move(*sealed), made_at_ms,  false};
  }

  BoxKeyPair studio_key = BoxKeyPair::FromSeed(ByteArray<32>{7});
  bool works = true;
  CheckInGrounds grounds;
  std::vector<CheckInBody> check_ins;
  std::int64_t code_kept_until_s = 0;
  std::optional<KeptHandover> handover;
  std::vector<HandoverBody> left;
  std::vector<std::string> confirmed;
  RotationInput month;  // of whichever is asked for
  bool reads = true;    // months
  DutyNotes notes;      // likewise
  std::vector<RosterChangeBody> changes;
  std::vector<PendingRosterChange> pending;
  std::vector<std::string> forgotten;  // records of changes that the county refused
  std::vector<std::string> tried;      // PINs
  std::string right_pin = "246810";
  UnlockAnswer unlock;
  std::vector<std::string> readied;  // PINs; empty: forgotten

 private:
  // As the store keeps it until the county has answered; a new shift gets its id there.
  void Wait(RosterChangeBody body) {
    const std::string number = std::to_string(pending.size() + 1);
    if (body.shift.empty()) body.shift = "new-" + number;
    pending.push_back({"asked-" + number, std::move(body), 0});
  }
  static tl::unexpected<Error> Broken() { return Fail(ErrorKind::kStorage, "test"); }
};

}  // namespace studio
