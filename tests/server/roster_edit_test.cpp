// What the manager's day at a terminal makes is what the county applies.
#include "app/duty/roster_edit.h"

#include "../app/fakes/fake_duty_store.h"
#include "../app/fakes/fake_request_store.h"
#include "county/test_duty.h"

namespace county {
namespace {

using namespace studio;

// A terminal's month as it reads it of the feed, in the morning of the 18th.
struct EditRig {
  EditRig() {
    clock.now.wall_ms = NovemberMs(18, 7);
    store.month.month = std::chrono::year(2026) / std::chrono::November;
    store.month.studio = 1;
    const auto ledger = county.Open();
    for (const auto& entity : ledger.Entities("member")) {
      store.month.members.push_back(MemberFromJson(entity.body, entity.id).value());
    }
    for (const auto& entity : ledger.Entities("shift")) {
      store.month.shifts.push_back(ShiftFromJson(entity.body, entity.id).value());
      store.month.shifts.back().version = ledger.EntityVersion("shift", entity.id);
    }
    view.ReadAgain();
  }

  std::string OnDuty(const char* shift) { return view.ShiftWith(shift)->members.at(0); }
  // Who could come for that shift, for the place of that member.
  std::string Free(const std::string& shift, const std::string& member) {
    for (const MemberChoice& choice : MembersFor(view, *view.ShiftWith(shift), member)) {
      if (choice.bar == MemberChoice::Bar::kNone) return choice.member->id;
    }
    FAIL("nobody is free");
    return {};
  }
  // Sends it, to the county too, and says what became of it there.
  std::string Outcome() {
    edit.SetAgreed(true);
    edit.Send();
    REQUIRE(store.changes.size() == 1);
    RosterChangeBody body = store.changes[0];
    if (body.shift.empty()) body.shift = "1/new";  // as the store names it
    terminal.Send({Placed(terminal, body)});
    return county.LedgerListing()[0]["outcome"];
  }

  TestCounty county;
  TestTerminal terminal{county};
  TestClock clock;
  KioskState state;
  FakeDutyStore store;
  MonthView view{store, state, clock};
  RosterEdit edit{store, view, "m01"};
};

}  // namespace

TEST_CASE("every kind of change that a manager makes is applied") {
  EditRig rig;
  const std::string member = rig.OnDuty(kMorning);
  SUBCASE("leave") {
    REQUIRE(rig.edit.Begin(EditKind::kLeave, kMorning, member));
    rig.edit.ChooseReason("生病");
    rig.edit.ChooseAskedBy(false);
  }
  SUBCASE("stand-in") {
    REQUIRE(rig.edit.Begin(EditKind::kStandIn, kMorning, member));
    rig.edit.ChooseMember(rig.Free(kMorning, member));
    rig.edit.ChooseAskedBy(true);
  }
  SUBCASE("swap") {
    REQUIRE(rig.edit.Begin(EditKind::kSwap, kMorning, member));
    rig.edit.ChooseSwap(kAfternoon, rig.OnDuty(kAfternoon));
    rig.edit.ChooseAskedBy(false);
  }
  SUBCASE("somebody else") {
    REQUIRE(rig.edit.Begin(EditKind::kReplace, kMorning, member));
    rig.edit.ChooseMember(rig.Free(kMorning, member));
  }
  SUBCASE("one more") {
    REQUIRE(rig.edit.Begin(EditKind::kAdd, kMorning));
    rig.edit.ChooseMember(rig.Free(kMorning, {}));
  }
  SUBCASE("other hours") {
    REQUIRE(rig.edit.Begin(EditKind::kHours, kMorning));
    rig.edit.SetHours("21:00", "24:00");
    rig.edit.Next();
  }
  SUBCASE("removal") { REQUIRE(rig.edit.Begin(EditKind::kRemove, kMorning)); }
  SUBCASE("a new shift") {
    REQUIRE(rig.edit.BeginNew(std::chrono::year(2026) / 11 / 29, {{}, "22:00", "02:00"}));
    rig.edit.Next();
    rig.edit.ChooseMember("m01");
    rig.edit.ChooseMember("m05");
    rig.edit.Next();
  }
  REQUIRE(rig.edit.step() == EditStep::kReview);
  CHECK(rig.Outcome() == "applied");
}

}  // namespace county
