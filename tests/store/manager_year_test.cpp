// The manager's year: read of what the feed brought, with what was said here and not told back yet.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "feed_pages.h"
#include "shared/mechanism/rules_json.h"
#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism_file/rules_reading.h"
#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;

namespace {

constexpr CalendarDate kManagersDay{std::chrono::year(2026), std::chrono::December,
                                    std::chrono::day(10)};
const std::string kWhySentBack = "没写清楚去了谁家";

std::string YearsRules() {
  std::ifstream in(STUDIO_SOURCE_DIR "/assets/mechanisms/tieli.toml");
  std::ostringstream text;
  text << in.rdbuf();
  return RulesJson(ReadCountingRules(text.str()).rules);
}

Deed WaitingVisit(const std::string& id, const std::string& member) {
  Deed deed;
  deed.id = id;
  deed.kind = "home_visit";
  deed.done = std::chrono::year(2026) / 11 / 18;
  deed.members = {{member}};
  deed.studio = StoreRig::kStudio;
  deed.entered_by = member;
  deed.waiting = true;
  return deed;
}

// m1 manages the studio, m2 is a member of it.
struct ManagedSite : Site {
  ManagedSite() {
    REQUIRE(rig.Apply(
        feed.Next({Entity("county", "county", R"({"name":"演示市政协","mechanism":"tieli"})"),
                   Entity("studio", "3",
                          R"({"id":3,"name":"演示","managers":["m1"],"sealing_key":")" +
                              ToBase64Url(studio.Public().bytes) + R"("})"),
                   Entity("member", "m1", R"({"name":"示例甲","studios":[3]})"),
                   Entity("member", "m2", R"({"name":"示例乙","studios":[3]})"),
                   Entity("counting", "tieli", YearsRules()),
                   Entity("deed_years", "deed_years", R"({"first":2025,"last":2026})")})));
    Tell(WaitingVisit("1", "m2"));
    Tell(WaitingVisit("2", "m2"));
  }
  void Tell(const Deed& deed) {
    const std::string id = "3/" + Uuid::Random().ToString();
    SealedForStudio sealed{id, StoreRig::kStudio, SealDeed(id, deed, studio.Public()).value()};
    REQUIRE(rig.Apply(feed.Next({Entity("deed", id, ToJson(sealed))})));
  }
  StudioAccountPtr Year() {
    auto account = rig.ReadYear({2026, kManagersDay, session.studio_key});
    REQUIRE_MESSAGE(account, account.error().detail);
    return std::move(*account);
  }
  ReviewBody Review(std::vector<std::string> deeds, bool confirms) {
    return {std::move(deeds),  confirms, confirms ? "" : kWhySentBack, "m1",
            StoreRig::kStudio, "TOKEN"};
  }

  FeedPages feed;
  BoxKeyPair studio = BoxKeyPair::Generate();
  KeySession session{"m1", std::make_shared<const BoxKeyPair>(studio), "TOKEN"};
};

}  // namespace

TEST_CASE("what the manager said waits for nobody here, and counts once the county says so") {
  ManagedSite site;
  REQUIRE(WaitingIn(*site.Year()).size() == 2);
  REQUIRE(site.rig.FileReview(site.session, site.Review({"1"}, true)));
  REQUIRE(site.rig.FileReview(site.session, site.Review({"2"}, false)));
  site.rig.Restart();
  const auto account = site.Year();
  CHECK(WaitingIn(*account).empty());
  CHECK(account->deeds.at("1").confirmed_by == "m1");
  CHECK(account->deeds.at("1").waiting);
  CHECK(account->deeds.at("2").sent_back == kWhySentBack);
  CHECK(account->results[1].total == Fraction());
  // Neither its words nor of whom it speaks lie here in the clear.
  const auto entries = site.rig.Decoded().entries;
  REQUIRE(entries.size() == 2);
  const auto header = DecodeRecordHeader(entries[0].header);
  REQUIRE(header);
  CHECK(header->kind == RecordKind::kReview);
  CHECK_FALSE(Open({header->id, header->kind, header->terminal}, *entries[0].sealed, site.studio));
  // The county has them, and the feed was read since: it says what holds.
  site.rig.Exchange(site.county);
  site.feed.time_ms = site.county.now_ms + 1;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK(WaitingIn(*site.Year()).size() == 2);
}

TEST_CASE("nobody says anything in somebody else's name, or without a reason") {
  ManagedSite site;
  ReviewBody other = site.Review({"1"}, true);
  other.by = "m2";
  CHECK_FALSE(site.rig.FileReview(site.session, other));
  ReviewBody without = site.Review({"1"}, false);
  without.reason = " ";
  CHECK_FALSE(site.rig.FileReview(site.session, without));
  CHECK_FALSE(site.rig.FileReview(site.session, site.Review({}, true)));
  CHECK(WaitingIn(*site.Year()).size() == 2);
  CHECK(site.rig.Decoded().entries.empty());
}

TEST_CASE("a closing says by whom, when and of what, and shows where the year is another since") {
  ManagedSite site;
  const auto before = site.Year();
  CHECK_FALSE(before->IsClosed());
  YearClosingBody closing{
      2026, true, {}, before->digest, ToText(kManagersDay), "m1", StoreRig::kStudio, "TOKEN"};
  REQUIRE(site.rig.FileYearClosing(site.session, closing));
  site.rig.Restart();
  auto account = site.Year();
  REQUIRE(account->IsClosed());
  CHECK(account->closing_untold);
  CHECK_FALSE(account->ChangedSinceClosing());
  CHECK_FALSE(site.rig.ReadYear({2025, kManagersDay, site.session.studio_key}).value()->IsClosed());
  // As the county tells it back.
  site.rig.Exchange(site.county);
  site.feed.time_ms = site.county.now_ms + 1;
  const StudioYear told{StoreRig::kStudio,    2026, true,          "m1",
                        ToText(kManagersDay), {},   before->digest};
  REQUIRE(site.rig.Apply(site.feed.Next({Entity("studio_year", "3/2026", ToJson(told))})));
  account = site.Year();
  CHECK(account->IsClosed());
  CHECK_FALSE(account->closing_untold);
  // A deed that comes later makes it another year than the one that was closed.
  Deed late = WaitingVisit("late", "m2");
  late.waiting = false;
  site.Tell(late);
  CHECK(site.Year()->ChangedSinceClosing());
}

TEST_CASE(
    "what was written with a deed is read where it was written, with the studio's key alone") {
  ManagedSite site;
  ActivityBody body;
  body.kind = "home_visit";
  body.title = "上门入户";
  body.date = "2026-11-18";
  body.studio = StoreRig::kStudio;
  body.members = {{"m2"}};
  body.words = "三组的水渠堵了";
  body.met = "三组四户";
  body.by = "m2";
  REQUIRE(site.rig.FileActivity({"m2", site.session.studio_key}, body));
  const auto account = site.Year();
  const auto waiting = WaitingIn(*account);
  const auto written = std::find_if(waiting.begin(), waiting.end(),
                                    [](const Deed* one) { return one->id.size() > 10; });
  REQUIRE(written != waiting.end());
  const Uuid record = *Uuid::Parse((*written)->id);
  const auto words = site.rig.ReadWriteup(site.session, record);
  REQUIRE(words);
  REQUIRE(words->has_value());
  CHECK((*words)->words == body.words);
  CHECK((*words)->met == body.met);
  const KeySession stranger{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate())};
  CHECK_FALSE(site.rig.ReadWriteup(stranger, record).value().has_value());
  CHECK_FALSE(site.rig.ReadWriteup(site.session, Uuid::Random()).value().has_value());
}
