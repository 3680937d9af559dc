#include "app/desk/desk_flow.h"

#include <doctest/doctest.h>

#include <memory>

#include "app/checkin/unlock_flow.h"
#include "check_in_rig.h"
#include "fakes/fake_desk_store.h"

using namespace studio;

namespace {

struct AtDesk : CheckInRig {
  AtDesk() {
    auto station = std::make_shared<Station>();
    station->members = store.grounds.members;
    station->shifts = store.grounds.shifts;
    station->studio.managers = {"b"};
    state.station = station;
    store.grounds.pin_cards = {{"a", {}}, {"b", {}}};
  }
  FakeDeskStore desk;
  KeySession session{"a", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate())};
};

}  // namespace

TEST_CASE("a member who manages nothing opens their desk with the printed card and the PIN") {
  AtDesk at;
  UnlockFlow unlock(UnlockFor::kMembers, at.store, at.state, at.clock);
  const std::string card = at.CodeOf("a", BadgeKind::kCard, BadgeSecret{1, 2, 3});
  unlock.OnCodes({at.CodeOf("a", BadgeKind::kLive)});
  CHECK(unlock.problem() == CardProblem::kLiveCode);
  unlock.OnCodes({card});
  REQUIRE(unlock.step() == UnlockStep::kPin);
  unlock.pin().pin() = at.store.right_pin;
  unlock.Open();
  REQUIRE(unlock.step() == UnlockStep::kOpen);
  CHECK(unlock.session().member == "a");
  CHECK(unlock.session().studio_key != nullptr);
  // What is sent of the card does not open it.
  CHECK_FALSE(unlock.session().token.empty());
  const auto token = ReadBadgeToken(unlock.session().token);
  REQUIRE(token);
  CHECK_FALSE(token->secret);
}

TEST_CASE("the desk asks for this year's account of who sits there, with their key") {
  AtDesk at;
  DeskFlow desk(at.desk, at.state, at.clock, at.session);
  CHECK(desk.account_state() == AccountState::kThere);
  CHECK(at.desk.last.member == "a");
  CHECK(at.desk.last.studio_key == at.session.studio_key);
  CHECK(ToText(at.desk.last.today) == LocalTime::At(at.clock.now.wall_ms).Date());
  REQUIRE(desk.DutyOfToday());
  CHECK(desk.DutyOfToday()->from == at.store.grounds.shifts[0].from);
}

TEST_CASE("what cannot be reckoned says why, and may be tried again") {
  AtDesk at;
  at.desk.fails = ErrorKind::kNotFound;
  DeskFlow desk(at.desk, at.state, at.clock, at.session);
  CHECK(desk.account_state() == AccountState::kUntold);
  CHECK(desk.account() == nullptr);
  at.desk.fails = ErrorKind::kStorage;
  desk.ReadAccount();
  CHECK(desk.account_state() == AccountState::kFailed);
  at.desk.fails.reset();
  desk.ReadAccount();
  CHECK(desk.account_state() == AccountState::kThere);
}

TEST_CASE("the summary is of the year before until March, as long as that is not closed") {
  AtDesk at;
  const auto offered = [&](const char* today) {
    const std::chrono::sys_days day(*ParseDate(today));
    at.clock.now.wall_ms = std::chrono::milliseconds(day.time_since_epoch()).count();
    at.state.time->Heard(at.clock.now.wall_ms, at.clock.now);
    DeskFlow desk(at.desk, at.state, at.clock, at.session);
    return desk.summary().title + " " + desk.summary_draft()->date;
  };
  CHECK(offered("2026-12-30") == "2026 年小结 2026-12-30");
  CHECK(offered("2027-01-04") == "2026 年小结 2026-12-31");
  CHECK(offered("2027-03-31") == "2026 年小结 2026-12-31");
  CHECK(offered("2027-04-01") == "2027 年小结 2027-04-01");
  auto closed = std::make_shared<Station>(*at.state.station);
  closed->studio_years = {StudioYear{1, 2026, true, "b", "2027-01-10", {}, {}}};
  at.state.station = closed;
  CHECK(offered("2027-01-20") == "2027 年小结 2027-01-20");
  // What was begun goes on as it was.
  ActivityBody& begun = at.desk.drafts["a"];
  begun.kind = "summary";
  begun.date = "2026-12-20";
  CHECK(offered("2027-01-05").ends_with("2026-12-20"));
}

TEST_CASE(
    "what others wrote up with them in it is asked, answered once, and the account read anew") {
  AtDesk at;
  MemberAccount account;
  const auto visit = [&](const std::string& id, const char* day, bool confirmed) {
    Deed deed;
    deed.id = id;
    deed.done = *ParseDate(day);
    deed.members = {{"b"}, {"a"}};
    deed.members[1].confirmed = confirmed;
    deed.entered_by = "b";
    account.deeds.emplace(id, deed);
  };
  visit("1", "2026-11-17", false);
  visit("2", "2026-11-16", false);
  visit("3", "2026-11-15", true);
  at.desk.account = std::make_shared<const MemberAccount>(account);
  DeskFlow desk(at.desk, at.state, at.clock, at.session);
  REQUIRE(desk.AskedDeeds().size() == 2);
  CHECK(desk.AskedDeeds()[0]->id == "2");
  at.desk.filing_fails = ErrorKind::kStorage;
  desk.Answer(*desk.AskedDeeds()[0], true);
  CHECK(desk.answer_failed());
  at.desk.filing_fails.reset();
  account.deeds.at("2").members[1].confirmed = true;
  at.desk.account = std::make_shared<const MemberAccount>(account);
  desk.Answer(*desk.AskedDeeds()[0], true);
  CHECK_FALSE(desk.answer_failed());
  REQUIRE(at.desk.words.size() == 1);
  CHECK(at.desk.words[0] ==
        CoauthorBody{"2", "a", true, at.state.station->studio.id, at.session.token});
  CHECK(desk.AskedDeeds().size() == 1);
}

TEST_CASE("an account that comes after its member has left reaches nobody, and the key is let go") {
  AtDesk at;
  at.desk.holds = true;
  std::weak_ptr<const BoxKeyPair> key = at.session.studio_key;
  {
    DeskFlow desk(at.desk, at.state, at.clock, std::move(at.session));
    CHECK(desk.account_state() == AccountState::kReading);
  }
  at.session = {};
  at.desk.last = {};
  at.desk.held(at.desk.account);
  CHECK(key.expired());
}
