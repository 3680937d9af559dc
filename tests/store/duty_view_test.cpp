#include "store/acts/duty_view.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/files/durable_file.h"
#include "shared/mechanism/rules_json.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;

namespace {

Identity IdentityOf(const StoreRig& rig) {
  Identity identity;
  identity.county.terminal = StoreRig::kTerminal;
  identity.county.studio = StoreRig::kStudio;
  identity.county.county_signing_key = rig.county_signing_key;
  identity.terminal_key = rig.terminal_key;
  return identity;
}

RosterChangeBody Put(const std::string& shift, const std::string& date) {
  RosterChangeBody body;
  body.kind = "put";
  body.shift = shift;
  body.studio = StoreRig::kStudio;
  body.date = date;
  body.from = "14:00";
  body.to = "17:00";
  body.members = {"m1"};
  return body;
}

}  // namespace

TEST_CASE("beside a running terminal the same grounds, month and roster are read") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({Entity("county", "county", R"({"name":"演示","code":230781})"),
                               Entity("member", "m1", R"({"name":"示例甲"})"),
                               AShift("s1", 3, "2026-11-18", R"("m1")", 2)})));
  BadgeNonce nonce{};
  nonce[0] = 5;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1"), nonce, 1));
  auto view = DutyView::Open(rig.folder, IdentityOf(rig));
  REQUIRE(view);
  const auto grounds = view->Grounds(rig.clock.Now().wall_ms);
  REQUIRE(grounds);
  const auto same = rig.ReadGrounds();
  CHECK(grounds->attendance == same->attendance);
  CHECK(grounds->used_live_codes == same->used_live_codes);
  CHECK(grounds->shifts.size() == 1);
  CHECK(grounds->members.size() == 1);
  CHECK(grounds->county == 230781);
  CHECK(view->Month(std::chrono::year(2026) / 11)->attendance.size() == 1);
  // What the terminal does meanwhile is seen.
  REQUIRE(rig.CheckIn(rig.Coming("m2", "")));
  CHECK(view->Grounds(rig.clock.Now().wall_ms)->attendance.size() == 2);
}

TEST_CASE("the roster that an import compares with has what was asked for already") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next(
      {AShift("s1", 3, "2026-11-20", R"("m9")", 2), AShift("s2", 3, "2026-11-21", "", 3)})));
  RosterChangeBody remove;
  remove.kind = "remove";
  remove.shift = "s2";
  remove.saw_version = 3;
  REQUIRE(rig.ChangeRoster({Put("s1", "2026-11-20"), Put("", "2026-11-22"), remove}));
  auto view = DutyView::Open(rig.folder, IdentityOf(rig));
  REQUIRE(view);
  const auto roster = view->Roster();
  REQUIRE(roster);
  REQUIRE(roster->shifts.size() == 2);
  CHECK(roster->shifts[0].from == "14:00");
  CHECK(roster->shifts[0].version == 2);
  CHECK(roster->shifts[1].date == "2026-11-22");
  CHECK(roster->shifts[1].version == 0);
}

TEST_CASE("a view makes no database and changes none") {
  Site site;
  StoreRig& rig = site.rig;
  TempFolder empty;
  CHECK(DutyView::Open(empty.path(), IdentityOf(rig)).error().kind == ErrorKind::kNotFound);
  CHECK(std::filesystem::is_empty(empty.path()));
  std::filesystem::copy(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests/store/version_2.db",
                        empty.path() / kDatabaseFile);
  const auto before = ReadWhole(empty.path() / kDatabaseFile);
  CHECK(DutyView::Open(empty.path(), IdentityOf(rig)).error().kind == ErrorKind::kUnsupported);
  CHECK(ReadWhole(empty.path() / kDatabaseFile).value() == before.value());
}

TEST_CASE("the mechanism that the county names decides verdicts, and no other") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(
      feed.Next({Entity("mechanism", "other", R"({"late_after_minutes":7})"),
                 Entity("mechanism", "tieli", R"({"late_after_minutes":40,"rotation_at_least":3})"),
                 Entity("key_wrap", "3/m1", R"({"studio":3,"member":"m1","wrapped":"AQI"})"),
                 Entity("county", "county", R"({"code":230781,"mechanism":"tieli"})")})));
  rig.Settle();
  CHECK(rig.station->mechanism.id == "tieli");
  CHECK(rig.station->mechanism.rotation_at_least == 3);
  CHECK(rig.station->duty_quotas.empty());  // a county that has told no rules that count
  auto grounds = rig.ReadGrounds();
  CHECK(grounds->settings.punctuality.late_after_minutes == 40);
  CHECK(grounds->pin_cards == std::map<std::string, BadgeNonce>{{"m1", BadgeNonce{}}});
  CHECK(DutyView::Open(rig.folder, IdentityOf(rig))
            ->Grounds(rig.clock.Now().wall_ms)
            ->settings.punctuality.late_after_minutes == 40);

  REQUIRE(rig.Apply(
      feed.Next({Entity("mechanism", "tieli", R"({"ask_pin":true})", 2),
                 Entity("key_wrap", "4/m2", R"({"studio":4,"member":"m2","wrapped":"AQI"})")})));
  grounds = rig.ReadGrounds();
  CHECK(grounds->settings.punctuality.late_after_minutes == 15);
  CHECK(grounds->settings.ask_pin);
  CHECK(grounds->pin_cards == std::map<std::string, BadgeNonce>{{"m1", BadgeNonce{}}});
  REQUIRE(rig.Apply(feed.Next({{"mechanism", "tieli", 3, true, ""}})));
  CHECK_FALSE(rig.ReadGrounds()->settings.ask_pin);
}

TEST_CASE(
    "the quotas of duty a month come with the counting rules, also where these alone change") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  const auto told = [](const char* attendance) {
    CountingRules rules;
    Quota& yearly = rules.quotas.emplace_back();
    yearly.id = yearly.title = "yearly";
    yearly.when.kinds = {"duty"};
    Quota& monthly = rules.quotas.emplace_back(yearly);
    monthly.id = "monthly";
    monthly.per = Span::kMonth;
    monthly.when.attendance = {attendance};
    return RulesJson(rules);
  };
  REQUIRE(rig.Apply(feed.Next({Entity("counting", "tieli", told("present")),
                               Entity("county", "county", R"({"mechanism":"tieli"})")})));
  rig.Settle();
  REQUIRE(rig.station->duty_quotas.size() == 1);
  CHECK(rig.station->duty_quotas[0].id == "monthly");
  REQUIRE(rig.Apply(feed.Next({Entity("counting", "tieli", told("walked_in"), 2)})));
  rig.Settle();
  REQUIRE(rig.station->duty_quotas.size() == 1);
  CHECK(rig.station->duty_quotas[0].when.attendance == std::vector<std::string>{"walked_in"});
  // Half understood, they would count wrongly.
  REQUIRE(rig.Apply(
      feed.Next({Entity("counting", "tieli", R"({"quotas":[{"id":"x","per":"fortnight"}]})", 3)})));
  rig.Settle();
  CHECK(rig.station->duty_quotas.empty());
}
