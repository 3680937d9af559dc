#include "shared/bodies/review_bodies.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("a review says of which deeds, by whom, and why where they go back") {
  const ReviewBody body{{"1", "duty/s1/m2"}, false, "没写去了谁家", "m1", 3, "TOKEN"};
  const auto read = ReviewBodyFromJson(ToJson(body));
  REQUIRE(read);
  CHECK(*read == body);
  const auto refused = [](ReviewBody other) { return !ReviewBodyFromJson(ToJson(other)); };
  ReviewBody other = body;
  other.deeds.clear();
  CHECK(refused(other));
  other.deeds.assign(kMaxReviewed + 1, "1");
  CHECK(refused(other));
  other = body;
  other.by.clear();
  CHECK(refused(other));
  other = body;
  other.reason = "　";
  CHECK(refused(other));
  other.confirms = true;
  CHECK_FALSE(refused(other));
  other = body;
  other.reason.clear();
  for (std::size_t i = 0; i <= kMaxReviewReason; ++i) other.reason += "长";
  CHECK(refused(other));
  CHECK_FALSE(ReviewBodyFromJson("{}"));
}

TEST_CASE("a year's closing says which year, when and by whom, and why where it is opened again") {
  const YearClosingBody body{2026, true, {}, "00ff", "2026-12-20", "m1", 3, "TOKEN"};
  const auto read = YearClosingBodyFromJson(ToJson(body));
  REQUIRE(read);
  CHECK(*read == body);
  YearClosingBody other = body;
  other.closes = false;
  CHECK_FALSE(YearClosingBodyFromJson(ToJson(other)));
  other.why = "要补审核";
  CHECK(YearClosingBodyFromJson(ToJson(other)));
  other.date = "12-20";
  CHECK_FALSE(YearClosingBodyFromJson(ToJson(other)));
  CHECK_FALSE(MayCloseYear(2026, std::chrono::year(2026) / 11 / 30));
  CHECK(MayCloseYear(2026, std::chrono::year(2026) / 12 / 1));
  CHECK(MayCloseYear(2026, std::chrono::year(2027) / 1 / 20));
}

TEST_CASE("what lies at the terminal opens with the studio's key for its own record alone") {
  const BoxKeyPair studio = BoxKeyPair::Generate();
  const Uuid record = Uuid::Random();
  const ReviewBody review{{"1"}, true, {}, "m1", 3, "TOKEN"};
  const auto sealed = SealReview(record, review, studio.Public());
  REQUIRE(sealed);
  CHECK(OpenReview(record, *sealed, studio) == review);
  CHECK_FALSE(OpenReview(Uuid::Random(), *sealed, studio));
  CHECK_FALSE(OpenReview(record, *sealed, BoxKeyPair::Generate()));
  CHECK_FALSE(OpenYearClosing(record, *sealed, studio));
  const YearClosingBody closing{2026, true, {}, "00ff", "2026-12-20", "m1", 3, "TOKEN"};
  const auto kept = SealYearClosing(record, closing, studio.Public());
  REQUIRE(kept);
  CHECK(OpenYearClosing(record, *kept, studio) == closing);
}
