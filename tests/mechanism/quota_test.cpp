#include <doctest/doctest.h>

#include "shared/mechanism/quota_account.h"

using namespace studio;
using namespace std::chrono;

namespace {

constexpr Days kYear{2026y / January / 1, 2026y / December / 31};

std::vector<Deed> DutyOn(const std::vector<CalendarDate>& days) {
  std::vector<Deed> deeds;
  for (const CalendarDate day : days) {
    Deed deed;
    deed.id = "d" + ToText(day);
    deed.kind = "duty";
    deed.done = day;
    deeds.push_back(std::move(deed));
  }
  return deeds;
}

QuotaState Of(const Quota& quota, const QuotaScope& scope, const std::vector<Deed>& deeds) {
  std::vector<QuotaDeed> counted;
  for (const Deed& deed : deeds) counted.push_back({&deed, deed.done});
  return StateOf(quota, scope, std::move(counted));
}

}  // namespace

TEST_CASE("a year is cut into its months, quarters and halves") {
  CHECK(Stretches(Span::kMonth, kYear).size() == 12);
  CHECK(Stretches(Span::kQuarter, kYear).at(1) == Days{2026y / April / 1, 2026y / June / 30});
  CHECK(Stretches(Span::kHalfYear, kYear).size() == 2);
  CHECK(Stretches(Span::kYear, kYear) == std::vector<Days>{kYear});
}

TEST_CASE("once a month: what is over must be met, what is not over is still owed") {
  Quota monthly;
  monthly.per = Span::kMonth;
  const auto deeds = DutyOn({2026y / January / 5, 2026y / February / 9, 2026y / February / 10});
  const QuotaState march = Of(monthly, {kYear, kYear, 2026y / March / 20}, deeds);
  CHECK(march.met_so_far);
  CHECK_FALSE(march.met);
  CHECK(march.stretches.at(1).done == 2);
  CHECK(march.stretches.at(1).deeds == std::vector<std::string>{"d2026-02-09", "d2026-02-10"});
  CHECK_FALSE(Of(monthly, {kYear, kYear, 2026y / April / 1}, deeds).met_so_far);
}

TEST_CASE("four a year and at least one a quarter") {
  Quota quota;
  quota.at_least = 4;
  quota.each = Span::kQuarter;
  const auto all_in_one =
      DutyOn({2026y / January / 1, 2026y / January / 2, 2026y / January / 3, 2026y / January / 4});
  CHECK_FALSE(Of(quota, {kYear, kYear, kYear.last}, all_in_one).met);
  const auto spread =
      DutyOn({2026y / January / 1, 2026y / April / 1, 2026y / July / 1, 2026y / December / 31});
  CHECK(Of(quota, {kYear, kYear, kYear.last}, spread).met);
}

TEST_CASE("who came in the course of a stretch owes from the next one on") {
  Quota monthly;
  monthly.per = Span::kMonth;
  AssessedMember member;
  member.joined = 2026y / October / 12;
  const QuotaScope scope{kYear, kYear, kYear.last, &member};
  const auto state = Of(monthly, scope, DutyOn({2026y / November / 1, 2026y / December / 1}));
  CHECK(state.stretches.size() == 2);
  CHECK(state.met);
}

TEST_CASE("days that differ, and sums of a unit") {
  Quota days;
  days.unit = "days";
  days.at_least = 2;
  auto deeds = DutyOn({2026y / May / 1, 2026y / May / 1});
  deeds[1].id = "another";
  CHECK_FALSE(Of(days, {kYear, kYear, kYear.last}, deeds).met);
  Quota hours;
  hours.unit = "hours";
  hours.at_least = 3;
  deeds[0].units["hours"] = Fraction(3, 2);
  deeds[1].units["hours"] = Fraction(3, 2);
  CHECK(Of(hours, {kYear, kYear, kYear.last}, deeds).met);
}
