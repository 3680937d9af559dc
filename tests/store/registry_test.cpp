#include <doctest/doctest.h>

#include "store_rig.h"

using namespace studio;

namespace {

FeedPage Page(const Uuid& generation, const std::string& from, const std::string& to,
              std::vector<FeedChange> changes, bool more = false) {
  FeedPage page;
  page.studio = StoreRig::kStudio;
  page.generation = generation;
  page.from = from;
  page.to = to;
  page.more = more;
  page.county_time_ms = 1'795'000'000'000;
  page.changes = std::move(changes);
  return page;
}

FeedChange ACategory(const std::string& id, int order) {
  return {"category", id, 1, false,
          R"({"name":")" + id + R"(","order":)" + std::to_string(order) + "}"};
}

FeedChange Duty(const std::string& id, int studio, const std::string& date) {
  return {"shift", id, 1, false,
          R"({"studio":)" + std::to_string(studio) + R"(,"date":")" + date +
              R"(","from":"08:30","to":"11:30","members":["m1"]})"};
}

}  // namespace

TEST_CASE("pages are applied in order and shown, and survive a restart") {
  Site site;
  site.rig.Settle();
  REQUIRE(site.rig.station);
  CHECK(site.rig.station->as_of_ms == 0);
  const Uuid generation = Uuid::Random();
  REQUIRE(site.rig.Apply(Page(generation, "", "a", {ACategory("b", 2), ACategory("a", 1)})));
  const auto after = site.rig.Apply(Page(
      generation, "a", "b", {{"category", "b", 2, true, ""}, {"unheard-of", "x", 1, false, "{}"}}));
  REQUIRE(after);
  CHECK(after->cursor == "b");
  CHECK(after->generation == generation);
  site.rig.Restart();
  site.rig.Settle();
  REQUIRE(site.rig.station->categories.size() == 1);
  CHECK(site.rig.station->categories[0].id == "a");
  CHECK(site.rig.Position()->cursor == "b");
}

TEST_CASE("the county's words are there for the keyboard") {
  Site site;
  REQUIRE(site.rig.Apply(
      Page(Uuid::Random(), "", "a",
           {{"word", "w1", 1, false, R"({"text":"榆树沟村","pinyin":"yu shu gou cun"})"}})));
  site.rig.Settle();
  REQUIRE(site.rig.station->words.size() == 1);
  CHECK(site.rig.station->words[0].text == "榆树沟村");
}

TEST_CASE("a page that does not continue from what is applied changes nothing") {
  Site site;
  const Uuid generation = Uuid::Random();
  REQUIRE(site.rig.Apply(Page(generation, "", "a", {ACategory("a", 1)})));
  for (const FeedPage& page :
       {Page(generation, "x", "y", {ACategory("z", 1)}), Page(generation, "", "a", {}),
        Page(Uuid::Random(), "a", "b", {ACategory("z", 1)})}) {
    const auto refused = site.rig.Apply(page);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::kConflict);
  }
  auto other = Page(generation, "a", "b", {});
  other.studio = 4;
  const auto refused = site.rig.Apply(other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kNotForUs);
  CHECK(site.rig.Position()->cursor == "a");
  site.rig.Settle();
  CHECK(site.rig.station->categories.size() == 1);
}

TEST_CASE("a new generation is built beside the old one and swapped in whole") {
  Site site;
  const Uuid old = Uuid::Random(), fresh = Uuid::Random();
  REQUIRE(site.rig.Apply(Page(old, "", "a", {ACategory("old", 1)})));
  REQUIRE(site.rig.Apply(Page(fresh, "", "1", {ACategory("n1", 1)}, true)));
  site.rig.Restart();
  site.rig.Settle();
  REQUIRE(site.rig.station->categories.size() == 1);
  CHECK(site.rig.station->categories[0].id == "old");
  CHECK(site.rig.Position()->cursor == "1");
  REQUIRE(site.rig.Apply(Page(fresh, "1", "2", {ACategory("n2", 2)})));
  site.rig.Settle();
  REQUIRE(site.rig.station->categories.size() == 2);
  CHECK(site.rig.station->categories[0].id == "n1");
  CHECK(site.rig.Position()->generation == fresh);
}

TEST_CASE("shifts shown are this studio's, from yesterday on, in order") {
  Site site;  // the clock says 2026-11-18
  REQUIRE(site.rig.Apply(Page(Uuid::Random(), "", "a",
                              {Duty("later", 3, "2026-11-20"), Duty("today", 3, "2026-11-18"),
                               Duty("gone", 3, "2026-11-16"), Duty("yesterday", 3, "2026-11-17"),
                               Duty("elsewhere", 4, "2026-11-18")})));
  site.rig.Settle();
  std::vector<std::string> ids;
  for (const Shift& shift : site.rig.station->shifts) ids.push_back(shift.id);
  CHECK(ids == std::vector<std::string>{"yesterday", "today", "later"});
}
