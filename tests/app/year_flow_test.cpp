#include "app/manage/year_flow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "check_in_rig.h"
#include "fakes/fake_year_store.h"

using namespace studio;

namespace {

constexpr StudioId kHere = 3;

Deed YearDeed(std::string id, std::string member, const char* day) {
  Deed deed;
  deed.id = std::move(id);
  deed.kind = "home_visit";
  deed.done = *ParseDate(day);
  deed.members = {{member}};
  deed.studio = kHere;
  deed.entered_by = std::move(member);
  return deed;
}

Deed Waits(std::string id, std::string member, const char* day) {
  Deed deed = YearDeed(std::move(id), std::move(member), day);
  deed.waiting = true;
  return deed;
}

struct AtYear : CheckInRig {
  AtYear() {
    auto station = std::make_shared<Station>();
    station->studio.id = kHere;
    state.station = station;
    account.studio = kHere;
    account.year = Year();
    account.today = Today();
    account.digest = "d1";
  }
  CalendarDate Today() const { return *ParseDate(LocalTime::At(clock.now.wall_ms).Date()); }
  int Year() const { return static_cast<int>(Today().year()); }
  void On(const char* day) {
    const auto to = std::chrono::sys_days(*ParseDate(day)) - std::chrono::sys_days(Today());
    clock.now.wall_ms += std::chrono::duration_cast<std::chrono::milliseconds>(to).count();
    state.time->Heard(clock.now.wall_ms, clock.now);
    account.today = Today();
  }
  void Put(const Deed& deed) { account.deeds.emplace(deed.id, deed); }
  void Person(const std::string& id, std::vector<OwedStretch> stretches = {}) {
    Member member;
    member.id = member.name = id;
    account.people.push_back(member);
    MemberResult result;
    result.member = id;
    if (!stretches.empty()) result.quotas.push_back({"q", std::move(stretches), {}, false, false});
    account.results.push_back(result);
  }
  YearFlow Flow() {
    year.account = std::make_shared<const StudioAccount>(account);
    return YearFlow(year, state, clock, session);
  }

  StudioAccount account;
  FakeYearStore year;
  KeySession session{"a", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), "token"};
};

std::vector<std::string> Ids(const std::vector<const Deed*>& deeds) {
  std::vector<std::string> ids;
  for (const Deed* deed : deeds) ids.push_back(deed->id);
  return ids;
}

}  // namespace

TEST_CASE("what waits is the studio's that nobody has spoken of, of years that are not closed") {
  AtYear at;
  at.On("2026-11-20");
  at.Put(Waits("late", "b", "2026-11-08"));
  at.Put(Waits("early", "b", "2026-11-03"));
  at.Put(YearDeed("counts", "b", "2026-11-04"));
  at.Put(Waits("last year", "b", "2025-11-04"));
  Deed elsewhere = Waits("elsewhere", "b", "2026-11-05"),
       spoken = Waits("spoken", "b", "2026-11-05"), back = Waits("back", "b", "2026-11-05");
  elsewhere.studio = kHere + 1;
  spoken.confirmed_by = "c";
  back.sent_back = "没写去了谁家";
  for (const Deed& deed : {elsewhere, spoken, back}) at.Put(deed);
  const YearFlow flow = at.Flow();
  REQUIRE(flow.state() == YearState::kThere);
  CHECK(Ids(flow.Waiting()) == std::vector<std::string>{"last year", "early", "late"});
  auto station = std::make_shared<Station>(*at.state.station);
  station->studio_years = {{kHere, 2025, true, "a", "2026-01-10", {}, {}}};
  at.state.station = station;
  CHECK(Ids(at.Flow().Waiting()) == std::vector<std::string>{"early", "late"});
  CHECK(at.Flow().WaitingClosed() == 1);
  at.account.closed_years = {2026};
  CHECK(at.Flow().Waiting().empty());
}

TEST_CASE("many are confirmed at once, but for those in which the manager has a part") {
  AtYear at;
  at.On("2026-11-20");
  at.Put(Waits("1", "b", "2026-11-03"));
  at.Put(Waits("2", "c", "2026-11-04"));
  at.Put(Waits("own", "a", "2026-11-05"));
  Deed together = Waits("together", "b", "2026-11-06");
  together.members.push_back({"a"});
  at.Put(together);
  YearFlow flow = at.Flow();
  flow.Toggle(at.account.deeds.at("own"));
  CHECK(flow.picked() == 0);
  flow.Confirm();
  CHECK(at.year.reviews.empty());
  flow.PickAll();
  CHECK(flow.picked() == 2);
  flow.Confirm();
  REQUIRE(at.year.reviews.size() == 1);
  const ReviewBody& said = at.year.reviews.front();
  CHECK(said.deeds == std::vector<std::string>{"1", "2"});
  CHECK(said.confirms);
  CHECK(said.by == "a");
  CHECK(said.studio == kHere);
  CHECK(said.token == "token");
  CHECK(flow.picked() == 0);
}

TEST_CASE("what was said and not kept may be said again; what is said waits no more") {
  AtYear at;
  at.On("2026-11-20");
  at.Put(Waits("1", "b", "2026-11-03"));
  YearFlow flow = at.Flow();
  at.year.filing_fails = ErrorKind::kStorage;
  flow.PickOnly(at.account.deeds.at("1"));
  flow.SendBack("没写去了谁家");
  CHECK(flow.save_failed());
  CHECK(flow.picked() == 1);
  at.year.filing_fails.reset();
  at.year.holds = true;
  flow.SendBack("没写去了谁家");
  CHECK_FALSE(flow.save_failed());
  CHECK(at.year.reviews.front().reason == "没写去了谁家");
  CHECK_FALSE(at.year.reviews.front().confirms);
  // Before the year has been read anew.
  CHECK(flow.Waiting().empty());
}

TEST_CASE("who leaves something open comes first, and who has done nothing this quarter is told") {
  AtYear at;
  at.On("2026-11-20");
  const Days november{*ParseDate("2026-11-01"), *ParseDate("2026-11-30")},
      october{*ParseDate("2026-10-01"), *ParseDate("2026-10-31")};
  at.Person("done", {{october, 1, 1, {}}, {november, 1, 1, {}}});
  at.Person("open", {{october, 0, 1, {}}, {november, 0, 1, {}}});
  at.Person("idle");
  at.Put(YearDeed("1", "done", "2026-10-01"));
  at.Put(Waits("2", "open", "2026-12-31"));
  Deed away = YearDeed("3", "idle", "2026-11-02"), before = YearDeed("4", "idle", "2026-09-30");
  away.members.front().attendance = "absent";
  at.Put(away);
  at.Put(before);
  const YearFlow flow = at.Flow();
  const auto all = flow.Standings();
  REQUIRE(all.size() == 3);
  CHECK(all[0].member->id == "open");
  CHECK(all[0].open == 1);
  CHECK(all[0].missed == 1);
  CHECK(all[0].waiting == 1);
  CHECK_FALSE(all[0].idle);
  CHECK(all[1].member->id == "idle");
  CHECK(all[1].idle);
  CHECK_FALSE(all[2].idle);
  CHECK(all[2].open + all[2].missed == 0);
}

TEST_CASE("a year is closed from December on, with what it was, and opened again with a reason") {
  AtYear at;
  at.On("2026-11-30");
  CHECK_FALSE(at.Flow().MayClose());
  at.On("2026-12-01");
  YearFlow flow = at.Flow();
  REQUIRE(flow.MayClose());
  flow.Close();
  REQUIRE(at.year.closings.size() == 1);
  CHECK(at.year.closings[0].closes);
  CHECK(at.year.closings[0].digest == "d1");
  CHECK(at.year.closings[0].date == "2026-12-01");
  REQUIRE(flow.account()->IsClosed());
  CHECK_FALSE(flow.MayClose());
  flow.Reopen("要补审核");
  REQUIRE(at.year.closings.size() == 2);
  CHECK(at.year.closings[1].why == "要补审核");
  CHECK_FALSE(flow.account()->IsClosed());
}

TEST_CASE("from January to March it is the year before, until that is closed") {
  AtYear at;
  at.On("2027-01-15");
  at.account.year = 2026;
  YearFlow flow = at.Flow();
  CHECK(flow.year() == 2026);
  CHECK(flow.CanGo(1));
  CHECK_FALSE(flow.CanGo(-1));
  flow.Go(1);
  CHECK(at.year.last.year == 2027);
  auto station = std::make_shared<Station>(*at.state.station);
  station->studio_years = {{kHere, 2026, true, "a", "2027-01-10", {}, {}}};
  at.state.station = station;
  CHECK(at.Flow().year() == 2027);
  at.On("2027-04-01");
  at.state.station = std::make_shared<Station>();
  CHECK(at.Flow().year() == 2027);
}

TEST_CASE("what cannot be reckoned says why") {
  AtYear at;
  at.year.fails = ErrorKind::kNotFound;
  YearFlow flow = at.Flow();
  CHECK(flow.state() == YearState::kUntold);
  at.year.fails = ErrorKind::kStorage;
  flow.Read();
  CHECK(flow.state() == YearState::kFailed);
  at.year.fails.reset();
  flow.Read();
  CHECK(flow.state() == YearState::kThere);
}
