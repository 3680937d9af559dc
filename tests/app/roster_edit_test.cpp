#include "app/duty/roster_edit.h"

#include <doctest/doctest.h>

#include "fakes/fake_duty_store.h"
#include "fakes/fake_request_store.h"

using namespace studio;

namespace {

// Today is 2026-11-21, 09:32. Studio 1 has a morning that is over for nobody yet ("now": a, b), one
// this afternoon ("noon": c), one on the 24th ("next": b, d) and one that was ("past": a, b);
// studio 2 has "e" on the 24th. The manager is "m".
struct Month {
  Month() {
    store.month.month = std::chrono::year(2026) / std::chrono::November;
    store.month.studio = 1;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "m"}) {
      Member& member = store.month.members.emplace_back();
      member.id = id;
      member.name = std::string("示例") + id;
      member.studios = {id == std::string("e") ? 2u : 1u};
    }
    store.month.studios.resize(2);
    store.month.studios[0].id = 1;
    store.month.studios[1].id = 2;
    Add("past", "2026-11-20", "08:30", "11:30", {"a", "b"});
    Add("now", "2026-11-21", "08:30", "11:30", {"a", "b"});
    Add("noon", "2026-11-21", "14:00", "17:00", {"c"});
    Add("next", "2026-11-24", "08:30", "11:30", {"b", "d"});
    Add("away", "2026-11-24", "08:00", "10:00", {"e"}).studio = 2;
    view.ReadAgain();
  }

  Shift& Add(const char* id, const char* date, const char* from, const char* to,
             std::vector<std::string> members) {
    Shift& shift = store.month.shifts.emplace_back();
    shift.id = id;
    shift.studio = 1;
    shift.date = date;
    shift.from = from;
    shift.to = to;
    shift.members = std::move(members);
    shift.version = 100 + store.month.shifts.size();
    return shift;
  }
  Shift& Find(const std::string& id) {
    for (Shift& shift : store.month.shifts) {
      if (shift.id == id) return shift;
    }
    return store.month.shifts.front();
  }
  void Came(const char* shift, const char* member) {
    store.month.attendance.push_back(
        {shift, member, 1, Find(shift).date, clock.now.wall_ms - 3'600'000, 0, ""});
    view.ReadAgain();
  }
  EditBar Bar(EditKind kind, const char* shift, const char* member = "") {
    return BarOf(kind, view, *view.ShiftWith(shift), member);
  }
  // Asked for, and not confirmed yet.
  void Wait(const char* kind, const char* shift, const char* member, const char* other = "") {
    RosterChangeBody body;
    body.kind = kind;
    body.shift = shift;
    body.member = member;
    body.other = other;
    store.pending = {{"r", body, 0}};
    view.ReadAgain();
  }
  // Sent, and what was sent.
  RosterChangeBody Sent() {
    edit.Send();
    REQUIRE(edit.problem() == EditProblem::kNone);
    REQUIRE(edit.step() == EditStep::kNone);
    REQUIRE(store.changes.size() == 1);
    return store.changes[0];
  }

  TestClock clock;
  KioskState state;
  FakeDutyStore store;
  MonthView view{store, state, clock};
  RosterEdit edit{store, view, "m"};
};

void CheckVersion(const RosterChangeBody& body, const char* kind, const char* shift,
                  std::uint64_t version) {
  CHECK(body.kind == kind);
  CHECK(body.shift == shift);
  CHECK(body.saw_version == version);
  // The record is one that the wire takes.
  CHECK(RosterChangeBodyFromJson(ToJson(body)));
}

void CheckPut(const RosterChangeBody& body, const char* hours,
              const std::vector<std::string>& members) {
  CHECK(body.studio == 1);
  CHECK(body.from + "-" + body.to == hours);
  CHECK(body.members == members);
  CHECK(body.asked_by == "m");
  CHECK(body.agreed_by == "m");
}

}  // namespace

TEST_CASE("a leave says why, who asked and which version was seen, and waits then") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kLeave, "next", "b"));
  CHECK(month.edit.step() == EditStep::kReason);
  month.edit.ChooseReason("生病");
  month.edit.ChooseAskedBy(false);
  CHECK(month.edit.step() == EditStep::kReview);
  const RosterChangeBody body = month.Sent();
  CheckVersion(body, "leave", "next", 104);
  CHECK(body.member == "b");
  CHECK(body.reason == "生病");
  CHECK(body.asked_by == "b");
  CHECK(body.agreed_by == "m");
  REQUIRE(month.view.PendingOn("next") != nullptr);
  CHECK(month.Bar(EditKind::kStandIn, "next", "d") == EditBar::kWaiting);
  CHECK_FALSE(month.edit.Begin(EditKind::kStandIn, "next", "d"));
}

TEST_CASE("a member asks for their own place alone, and says so by name") {
  Month month;
  RosterEdit own(month.store, month.view, "b", EditRight::kOwnPlace);
  CHECK_FALSE(own.Begin(EditKind::kLeave, "next", "d"));
  CHECK_FALSE(own.Begin(EditKind::kTakeOff, "next", "b"));
  CHECK_FALSE(own.Begin(EditKind::kRemove, "next"));
  CHECK_FALSE(own.BeginNew(month.view.today(), {}));
  REQUIRE(own.Begin(EditKind::kLeave, "next", "b"));
  own.ChooseReason("生病");
  CHECK(own.step() == EditStep::kReview);
  CHECK_FALSE(own.asked_by_studio());
  own.Send();
  REQUIRE(month.store.changes.size() == 1);
  const RosterChangeBody leave = month.store.changes[0];
  CheckVersion(leave, "leave", "next", 104);
  CHECK(leave.member == "b");
  CHECK(leave.reason == "生病");
  CHECK(leave.asked_by == "b");
  CHECK(leave.agreed_by.empty());
  CHECK(own.kept() == 1);
}

TEST_CASE("who is away may come after all, until the shift begins") {
  Month month;
  CHECK(month.Bar(EditKind::kTakeBack, "next", "b") == EditBar::kComing);
  ShiftChange leave;
  leave.kind = ShiftChange::Kind::kLeave;
  leave.member = "b";
  month.Find("next").changes = {leave};
  month.Find("past").changes = {leave};
  month.view.ReadAgain();
  CHECK(month.Bar(EditKind::kTakeBack, "next", "d") == EditBar::kComing);
  CHECK(month.Bar(EditKind::kTakeBack, "past", "b") == EditBar::kOver);
  RosterEdit own(month.store, month.view, "b", EditRight::kOwnPlace);
  CHECK_FALSE(own.Begin(EditKind::kTakeBack, "next", "d"));
  REQUIRE(own.Begin(EditKind::kTakeBack, "next", "b"));
  REQUIRE(own.step() == EditStep::kReview);
  own.Send();
  REQUIRE(month.store.changes.size() == 1);
  const RosterChangeBody body = month.store.changes[0];
  CheckVersion(body, "take_back", "next", 104);
  CHECK(body.member == "b");
  CHECK(body.asked_by == "b");
  CHECK(body.agreed_by.empty());
}

TEST_CASE("who has another shift meanwhile cannot come after all") {
  Month month;
  ShiftChange leave;
  leave.kind = ShiftChange::Kind::kLeave;
  leave.member = "b";
  month.Find("next").changes = {leave};
  month.Add("other", "2026-11-24", "09:00", "10:00", {"b"});
  month.view.ReadAgain();
  RosterEdit own(month.store, month.view, "b", EditRight::kOwnPlace);
  REQUIRE(own.Begin(EditKind::kTakeBack, "next", "b"));
  own.Send();
  CHECK(own.problem() == EditProblem::kBusy);
  CHECK(month.store.changes.empty());
}

TEST_CASE("whom a member has found for their place has said yes") {
  Month month;
  RosterEdit own(month.store, month.view, "b", EditRight::kOwnPlace);
  REQUIRE(own.Begin(EditKind::kStandIn, "next", "b"));
  own.ChooseMember("f");
  REQUIRE(own.step() == EditStep::kReview);
  own.Send();
  CHECK(own.problem() == EditProblem::kNotAgreed);
  own.SetAgreed(true);
  own.Send();
  REQUIRE(month.store.changes.size() == 1);
  CHECK(month.store.changes[0].asked_by == "b");
  CHECK(month.store.changes[0].agreed_by == "f");
}

TEST_CASE("a stand-in has been asked before it is kept") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kStandIn, "next", "b"));
  month.edit.ChooseMember("f");
  month.edit.ChooseAskedBy(true);
  month.edit.Send();
  CHECK(month.edit.problem() == EditProblem::kNotAgreed);
  CHECK(month.store.changes.empty());
  month.edit.SetAgreed(true);
  const RosterChangeBody body = month.Sent();
  CheckVersion(body, "stand_in", "next", 104);
  CHECK(body.member == "b");
  CHECK(body.other == "f");
  CHECK(body.asked_by == "m");
  CHECK(body.agreed_by == "f");
}

TEST_CASE("a swap names both shifts and both versions") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kSwap, "noon", "c"));
  month.edit.ChooseSwap("next", "d");
  month.edit.ChooseAskedBy(false);
  month.edit.SetAgreed(true);
  const RosterChangeBody body = month.Sent();
  CheckVersion(body, "swap", "noon", 103);
  CHECK(body.member == "c");
  CHECK(body.other == "d");
  CHECK(body.other_shift == "next");
  CHECK(body.other_saw_version == 104);
  CHECK(body.asked_by == "c");
  CHECK(body.agreed_by == "d");
  CHECK(month.view.PendingOn("next") != nullptr);
}

TEST_CASE("putting a shift names everybody who is on it then") {
  Month month;
  SUBCASE("somebody else") {
    REQUIRE(month.edit.Begin(EditKind::kReplace, "next", "b"));
    month.edit.ChooseMember("f");
    const RosterChangeBody body = month.Sent();
    CheckVersion(body, "put", "next", 104);
    CheckPut(body, "08:30-11:30", {"f", "d"});
  }
  SUBCASE("one less") {
    REQUIRE(month.edit.Begin(EditKind::kTakeOff, "next", "b"));
    CheckPut(month.Sent(), "08:30-11:30", {"d"});
  }
  SUBCASE("one more") {
    REQUIRE(month.edit.Begin(EditKind::kAdd, "noon"));
    month.edit.ChooseMember("a");
    CheckPut(month.Sent(), "14:00-17:00", {"c", "a"});
  }
  SUBCASE("other hours") {
    REQUIRE(month.edit.Begin(EditKind::kHours, "noon"));
    month.edit.SetHours("13:30", "16:00");
    month.edit.Next();
    const RosterChangeBody body = month.Sent();
    CheckVersion(body, "put", "noon", 103);
    CheckPut(body, "13:30-16:00", {"c"});
  }
  SUBCASE("members that the county has no more stay away, and midnight is 00:00") {
    Shift& night = month.Add("night", "2026-11-25", "22:00", "24:00", {"gone", "a"});
    night.version = 9;
    month.view.ReadAgain();
    REQUIRE(month.edit.Begin(EditKind::kAdd, "night"));
    month.edit.ChooseMember("c");
    CheckPut(month.Sent(), "22:00-00:00", {"a", "c"});
  }
}

TEST_CASE("a shift is taken away by its version, a new one has none") {
  Month month;
  SUBCASE("taken away") {
    REQUIRE(month.edit.Begin(EditKind::kRemove, "noon"));
    CHECK(month.edit.step() == EditStep::kReview);
    CheckVersion(month.Sent(), "remove", "noon", 103);
    CHECK(month.view.ShiftWith("noon") == nullptr);
    CHECK(month.view.PendingOn("noon") != nullptr);
  }
  SUBCASE("new") {
    const auto date = std::chrono::year(2026) / 11 / 25;
    REQUIRE(month.edit.BeginNew(date, {{"上午"}, "08:30", "11:30"}));
    month.edit.Next();
    month.edit.Next();
    CHECK(month.edit.problem() == EditProblem::kNobody);
    month.edit.ChooseMember("a");
    month.edit.ChooseMember("b");
    month.edit.ChooseMember("f");
    month.edit.ChooseMember("b");  // off again
    month.edit.Next();
    const RosterChangeBody body = month.Sent();
    CHECK(body.kind == "put");
    CHECK(body.shift.empty());  // the store gives it one
    CHECK(body.saw_version == 0);
    CHECK(body.date == "2026-11-25");
    CheckPut(body, "08:30-11:30", {"a", "f"});
    CHECK(month.view.ShiftsOn(date).size() == 1);
  }
  SUBCASE("new, on a day that is over") {
    CHECK_FALSE(month.edit.BeginNew(std::chrono::year(2026) / 11 / 20, {{}, "08:30", "11:30"}));
  }
}

TEST_CASE("what the county would refuse, or has been, is not offered") {
  Month month;
  month.Came("now", "a");
  CHECK(month.Bar(EditKind::kLeave, "now", "a") == EditBar::kCame);
  CHECK(month.Bar(EditKind::kStandIn, "now", "a") == EditBar::kCame);
  CHECK(month.Bar(EditKind::kRemove, "now") == EditBar::kCame);
  CHECK(month.Bar(EditKind::kHours, "now") == EditBar::kCame);
  CHECK(month.Bar(EditKind::kStandIn, "now", "b") == EditBar::kNone);
  CHECK(month.Bar(EditKind::kSwap, "now", "b") == EditBar::kBegan);
  CHECK(month.Bar(EditKind::kAdd, "now") == EditBar::kNone);
  CHECK(month.Bar(EditKind::kTakeOff, "noon", "c") == EditBar::kAlone);
  // What is over can still be excused, and nothing else.
  CHECK(month.Bar(EditKind::kLeave, "past", "a") == EditBar::kNone);
  for (const EditKind kind :
       {EditKind::kStandIn, EditKind::kSwap, EditKind::kReplace, EditKind::kTakeOff}) {
    CHECK(month.Bar(kind, "past", "a") == EditBar::kOver);
  }
  CHECK(month.Bar(EditKind::kRemove, "past") == EditBar::kOver);

  month.Find("next").changes = {{ShiftChange::Kind::kLeave, "b", "", "b", "m", "出差"},
                                {ShiftChange::Kind::kStandIn, "d", "f", "d", "f", ""}};
  month.view.ReadAgain();
  CHECK(month.Bar(EditKind::kLeave, "next", "b") == EditBar::kOnLeave);
  CHECK(month.Bar(EditKind::kStandIn, "next", "b") == EditBar::kNone);
  CHECK(month.Bar(EditKind::kLeave, "next", "d") == EditBar::kStoodIn);
  CHECK(month.Bar(EditKind::kSwap, "next", "d") == EditBar::kStoodIn);
}

TEST_CASE("nobody is in two places at once, stands in for themselves or comes twice") {
  Month month;
  const Shift& next = *month.view.ShiftWith("next");
  using Bar = MemberChoice::Bar;
  const Shift* busy = nullptr;
  CHECK(BarOf(month.view, next, "b", "b") == Bar::kSelf);
  CHECK(BarOf(month.view, next, "b", "d") == Bar::kInShift);
  CHECK(BarOf(month.view, next, "b", "e", &busy) == Bar::kBusy);
  REQUIRE(busy != nullptr);
  CHECK(busy->id == "away");
  CHECK(BarOf(month.view, next, "b", "f") == Bar::kNone);
  REQUIRE(month.edit.Begin(EditKind::kStandIn, "next", "b"));
  for (const char* id : {"b", "d", "e", "nobody"}) month.edit.ChooseMember(id);
  CHECK(month.edit.step() == EditStep::kMember);

  // One that begins when the other ends is no clash; one who stands in somewhere is busy there.
  month.Find("away").to = "08:30";
  month.Find("away").changes = {{ShiftChange::Kind::kLeave, "e", "", "", "", ""}};
  month.Add("hall", "2026-11-24", "09:00", "10:00", {"a"}).changes = {
      {ShiftChange::Kind::kStandIn, "a", "f", "a", "f", ""}};
  month.view.ReadAgain();
  CHECK(BarOf(month.view, *month.view.ShiftWith("next"), "b", "e") == Bar::kNone);
  CHECK(BarOf(month.view, *month.view.ShiftWith("next"), "b", "f") == Bar::kBusy);
  CHECK(BarOf(month.view, *month.view.ShiftWith("next"), "b", "a") == Bar::kNone);
}

TEST_CASE("a stand-in that still waits is busy already") {
  Month month;
  month.Add("hall", "2026-11-24", "09:00", "10:00", {"a"});
  month.Wait("stand_in", "hall", "a", "f");
  CHECK(BarOf(month.view, *month.view.ShiftWith("next"), "b", "f") == MemberChoice::Bar::kBusy);
}

TEST_CASE("a swap is only offered where both can come") {
  Month month;
  month.Add("evening", "2026-11-26", "18:30", "20:30", {"a", "c"});
  month.Add("early", "2026-11-27", "08:30", "11:30", {"f"});
  month.Add("clash", "2026-11-27", "09:00", "12:00", {"c"}).studio = 2;
  month.view.ReadAgain();
  const auto choices = SwapsFor(month.view, *month.view.ShiftWith("noon"), "c");
  const auto bar = [&](const char* shift, const char* member) {
    for (const SwapChoice& choice : choices) {
      if (choice.shift->id == shift && choice.member == member) return choice.bar;
    }
    FAIL(shift << " is not among them");
    return SwapChoice::Bar::kNone;
  };
  CHECK(choices.size() == 4);  // two of "next", "a" of "evening", "f" of "early"
  CHECK(choices.front().shift->id == "next");
  CHECK(bar("next", "b") == SwapChoice::Bar::kNone);
  CHECK(bar("evening", "a") == SwapChoice::Bar::kInShift);
  CHECK(bar("early", "f") == SwapChoice::Bar::kOwnBusy);
  month.Add("noon2", "2026-11-21", "15:00", "16:00", {"d"}).studio = 2;
  month.Wait("leave", "early", "f");
  for (const SwapChoice& choice : SwapsFor(month.view, *month.view.ShiftWith("noon"), "c")) {
    if (choice.shift->id == "early") CHECK(choice.bar == SwapChoice::Bar::kWaiting);
    if (choice.member == "d") CHECK(choice.bar == SwapChoice::Bar::kOtherBusy);
  }
}

TEST_CASE("hours that are over, as they were, or in which somebody is elsewhere are not taken") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kHours, "noon"));
  month.edit.Next();
  CHECK(month.edit.problem() == EditProblem::kSameHours);
  month.edit.SetHours("07:00", "09:00");
  month.edit.Next();
  CHECK(month.edit.problem() == EditProblem::kPast);
  month.Add("hall", "2026-11-21", "18:00", "19:00", {"c"}).studio = 2;
  month.view.ReadAgain();
  month.edit.SetHours("16:00", "18:30");
  month.edit.Next();
  CHECK(month.edit.problem() == EditProblem::kBusy);
  CHECK(month.edit.busy_member() == "c");
  REQUIRE(month.edit.busy_shift() != nullptr);
  CHECK(month.edit.busy_shift()->id == "hall");
  CHECK(month.edit.step() == EditStep::kHours);
}

TEST_CASE("what has changed meanwhile is not sent") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kReplace, "next", "b"));
  month.edit.ChooseMember("f");
  EditProblem expected = EditProblem::kChanged;
  SUBCASE("another version") { month.Find("next").version = 900; }
  SUBCASE("a change that waits") { month.Wait("leave", "next", "d"); }
  SUBCASE("gone") { month.store.month.shifts.clear(); }
  SUBCASE("who was chosen is busy now") {
    month.Add("hall", "2026-11-24", "09:00", "10:00", {"f"});
    expected = EditProblem::kBusy;
  }
  month.view.ReadAgain();
  month.edit.Send();
  CHECK(month.edit.problem() == expected);
  CHECK(month.edit.step() == EditStep::kReview);
  CHECK(month.store.changes.empty());
}

TEST_CASE("what was not kept is still there and may be sent again") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kRemove, "noon"));
  month.store.works = false;
  month.edit.Send();
  CHECK(month.edit.problem() == EditProblem::kNotKept);
  CHECK(month.edit.step() == EditStep::kReview);
  month.store.works = true;
  CHECK(month.Sent().kind == "remove");
}

TEST_CASE("back goes one step, and out of the first one") {
  Month month;
  REQUIRE(month.edit.Begin(EditKind::kStandIn, "next", "b"));
  month.edit.ChooseMember("f");
  month.edit.ChooseAskedBy(true);
  month.edit.SetAgreed(true);
  month.edit.Back();
  CHECK(month.edit.step() == EditStep::kAskedBy);
  month.edit.Back();
  month.edit.ChooseMember("a");
  CHECK(month.edit.other() == "a");
  CHECK_FALSE(month.edit.agreed());  // another has to be asked
  month.edit.Back();
  month.edit.Back();
  CHECK(month.edit.step() == EditStep::kNone);
  CHECK(month.store.changes.empty());
}

TEST_CASE("hours move by half hours, half an hour to twelve hours long") {
  HoursDraft hours;
  REQUIRE(hours.Set("08:45", "11:30"));
  hours.MoveFrom(1);
  CHECK(hours.from() == "09:00");
  hours.MoveFrom(-1);
  CHECK(hours.from() == "08:30");
  while (hours.CanMoveFrom(1)) hours.MoveFrom(1);
  CHECK(hours.from() == "11:00");
  while (hours.CanMoveTo(1)) hours.MoveTo(1);
  CHECK(hours.to() == "23:00");
  REQUIRE(hours.Set("22:00", "23:30"));
  hours.MoveTo(1);
  hours.MoveTo(1);
  CHECK(hours.to() == "00:30");
  CHECK(hours.overnight());
  while (hours.CanMoveTo(-1)) hours.MoveTo(-1);
  CHECK(hours.to() == "22:30");
  REQUIRE(hours.Set("00:00", "05:00"));
  CHECK_FALSE(hours.CanMoveFrom(-1));  // stays on its day
  CHECK_FALSE(hours.Set("8:30", "11:30"));
  CHECK_FALSE(hours.Set("25:00", "26:00"));
}

TEST_CASE("who is of this studio comes first, then who can, then who came least") {
  Month month;
  const auto choices = MembersFor(month.view, *month.view.ShiftWith("next"), "b");
  REQUIRE(choices.size() == 7);
  CHECK(choices[0].member->id == "f");
  CHECK(choices[0].times == 0);
  CHECK(choices[1].member->id == "m");
  CHECK(choices.back().member->id == "e");
  CHECK_FALSE(choices.back().here);
  for (std::size_t i = 1; i < choices.size(); ++i) {
    if (choices[i].bar == MemberChoice::Bar::kNone && choices[i].here) {
      CHECK(choices[i - 1].times <= choices[i].times);
    }
  }
}
