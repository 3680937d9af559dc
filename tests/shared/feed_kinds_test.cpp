#include <doctest/doctest.h>

#include <set>

#include "shared/feed/kinds.h"

using namespace studio;

TEST_CASE("every kind of the feed has one row, found by its name") {
  std::set<std::string_view> names;
  for (const FeedKindRow& row : FeedKindTable()) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(FindFeedKind(row.name) == &row);
    CHECK_FALSE((row.shown && row.looked_up));
    CHECK_FALSE(row.check("[]", "1"));
    CHECK_FALSE(row.check("", "1"));
  }
  CHECK(names.contains("honour"));
  CHECK(FindFeedKind("weather") == nullptr);
}

TEST_CASE("what a body lacks or has of another type is told by the name of its kind") {
  const auto no_title = ReadFeedBody<RuleKind>(R"({"text": "每周三接待"})", "r1");
  REQUIRE_FALSE(no_title);
  CHECK(no_title.error().kind == ErrorKind::kMalformed);
  CHECK(no_title.error().detail.starts_with("rule: "));
  const auto rule = ReadFeedBody<RuleKind>(R"({"title": "接待制度", "order": 3})", "r1");
  REQUIRE(rule);
  CHECK(rule->id == "r1");
  CHECK(rule->order == 3);
}

TEST_CASE("whom a member keeps in touch with is nobody's without the member") {
  CHECK_FALSE(ReadFeedBody<LiaisonKind>(R"({"title": "包联", "with": "示例村"})", "l1"));
  const auto read =
      ReadFeedBody<LiaisonKind>(R"({"member": "m01", "title": "包联", "with": "示例村"})", "l1");
  REQUIRE(read);
  CHECK(read->member == "m01");
  CHECK(read->with == "示例村");
}
