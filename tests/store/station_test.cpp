// What the county publishes of common matters, as the station shows it.
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "store_rig.h"

using namespace studio;

namespace {

template <class T>
std::vector<std::string> Ids(const std::vector<T>& list) {
  std::vector<std::string> ids;
  for (const T& one : list) ids.push_back(one.id);
  return ids;
}

FeedChange ATopic(const std::string& id, const std::string& opens, const std::string& closes) {
  return Entity("topic", id,
                R"({"title":"议题","opens":")" + opens + R"(","closes":")" + closes + R"("})");
}

}  // namespace

TEST_CASE("topics, wishes, matters, notices of the month, rules and honours come in their order") {
  Site site;
  FeedPages feed;
  REQUIRE(site.rig.Apply(feed.Next({
      ATopic("old", "2026-10-01", "2026-11-17"),  // closed since yesterday
      ATopic("early", "2026-11-01", "2026-11-30"),
      ATopic("late", "2026-11-10", "2026-11-18"),  // today is the last day
      ATopic("soon", "2026-12-01", ""),
      Entity("wish", "w1", R"({"text":"书包","date":"2026-11-01"})"),
      Entity("wish", "w2", R"({"text":"眼镜","date":"2026-11-03"})"),
      Entity("matter", "m1",
             R"({"village":"v","category":"c","summary":"路灯","since":"2026-11-01"})"),
      Entity("matter", "m2",
             R"({"village":"v","category":"c","summary":"水渠","since":"2026-11-05"})"),
      Entity("matter", "m3", R"({"village":"v","category":"c","summary":"完","open":false})"),
      Entity("tally", "2026-09/3", R"({"month":"2026-09","studio":3,"received":4})"),
      Entity("tally", "2026-10/3", R"({"month":"2026-10","studio":3,"received":5})"),
      Entity("tally", "2026-10/4", R"({"month":"2026-10","studio":4,"received":9})"),
      Entity("rule", "r2", R"({"title":"乙","text":"二","order":2})"),
      Entity("rule", "r1", R"({"title":"甲","text":"一","order":1})"),
      Entity("honour", "h1", R"({"title":"优秀提案","date":"2025-01-01","consent":true})"),
      Entity("honour", "h2", R"({"title":"履职先进","date":"2026-01-01","consent":true})"),
      Entity("honour", "h3", R"({"title":"未同意","date":"2026-02-01"})"),
  })));
  site.rig.Settle();
  const Station& station = *site.rig.station;
  CHECK(Ids(station.topics) == std::vector<std::string>{"late", "early", "soon", "old"});
  CHECK(Ids(station.wishes) == std::vector<std::string>{"w2", "w1"});
  CHECK(Ids(station.matters) == std::vector<std::string>{"m2", "m1"});
  REQUIRE(station.tallies.size() == 2);
  CHECK(station.tallies[0].month == "2026-10");
  CHECK(station.tallies[0].received == 5);
  CHECK(Ids(station.rules) == std::vector<std::string>{"r1", "r2"});
  CHECK(Ids(station.honours) == std::vector<std::string>{"h2", "h1"});
}

TEST_CASE("a page of statuses and pictures alone leaves the station as it is") {
  Site site;
  FeedPages feed;
  REQUIRE(site.rig.Apply(feed.Next({ATopic("t", "2026-11-01", "")})));
  site.rig.Settle();
  const auto before = site.rig.station;
  CaseStatus status;
  REQUIRE(site.rig.Apply(feed.Next({Entity("status", "037000019", ToJson(status)),
                                    Entity("picture", "p", R"({"jpeg":"AAAA"})")})));
  site.rig.Settle();
  CHECK(site.rig.station == before);
  REQUIRE(site.rig.Apply(feed.Next({ATopic("u", "2026-11-01", "")})));
  site.rig.Settle();
  CHECK(site.rig.station != before);
}

TEST_CASE("a published picture is read by its id") {
  Site site;
  FeedPages feed;
  const Bytes jpeg = {0xff, 0xd8, 0xff, 1, 2, 3};
  REQUIRE(site.rig.Apply(
      feed.Next({Entity("picture", "p1", R"({"jpeg":")" + ToBase64Url(jpeg) + R"("})"),
                 Entity("picture", "p2", R"({"jpeg":"*"})")})));
  CHECK(*site.rig.ReadPicture("p1") == jpeg);
  CHECK(site.rig.ReadPicture("p2").error().kind == ErrorKind::kMalformed);
  CHECK(site.rig.ReadPicture("p3").error().kind == ErrorKind::kNotFound);
}
