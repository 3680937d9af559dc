#include "app/rules/reception_rule.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

// The year's notice for National Day 2026, as far as these tests need it.
HolidayCalendar NationalDay() {
  std::vector<Holiday> days;
  for (int day = 1; day <= 7; ++day)
    days.push_back({"2026-10-0" + std::to_string(day), "国庆节", false});
  days.push_back({"2026-09-20", "国庆节调休", true});
  days.push_back({"2026-10-10", "国庆节调休", true});
  return HolidayCalendar(days);
}

std::string DaysOf(const char* rule, const char* first, const char* last,
                   const HolidayCalendar& calendar = {}) {
  const auto parsed = ReceptionRule::Parse(rule);
  REQUIRE_MESSAGE(parsed, rule);
  std::string text;
  for (const ReceptionDay& day : parsed->Days(*ParseDate(first), *ParseDate(last), calendar)) {
    text += (text.empty() ? "" : " ") + ToText(day.date).substr(5);
    if (day.moved_from) text += "<" + ToText(*day.moved_from).substr(5);
  }
  return text;
}

}  // namespace

TEST_CASE("reception days are understood as studios write them") {
  for (const char* text :
       {"每周三", "每星期三", "每礼拜三", "周三", "每 周 三", "每周3", "每周３"}) {
    CAPTURE(text);
    CHECK(DaysOf(text, "2026-11-01", "2026-11-30") == "11-04 11-11 11-18 11-25");
  }
  for (const char* text :
       {"每月10日、20日", "每月10号和20号", "每月10、20日", "每月十日，二十日"}) {
    CAPTURE(text);
    CHECK(DaysOf(text, "2026-11-01", "2026-11-30") == "11-10 11-20");
  }
  CHECK(DaysOf("每周一至周三", "2026-11-02", "2026-11-08") == "11-02 11-03 11-04");
  CHECK(DaysOf("每周六到周一", "2026-11-02", "2026-11-08") == "11-02 11-07 11-08");
  CHECK(DaysOf("每周二、周四", "2026-11-02", "2026-11-08") == "11-03 11-05");
  CHECK(DaysOf("每周星期日", "2026-11-02", "2026-11-08") == "11-08");
  CHECK(DaysOf("每月第一个星期一", "2026-11-01", "2026-12-31") == "11-02 12-07");
  CHECK(DaysOf("每月第二、四个周五", "2026-11-01", "2026-11-30") == "11-13 11-27");
  CHECK(DaysOf("每月第一个周一、第三个周二", "2026-11-01", "2026-11-30") == "11-02 11-17");
  CHECK(DaysOf("每月最后一个周五", "2026-11-01", "2026-12-31") == "11-27 12-25");
  CHECK(DaysOf("每月最后一天", "2026-11-03", "2026-12-31") == "11-30 12-31");
  CHECK(DaysOf("工作日", "2026-11-06", "2026-11-09") == "11-06 11-09");
  CHECK(DaysOf("每天", "2026-11-06", "2026-11-08") == "11-06 11-07 11-08");
}

TEST_CASE("what is no reception day is said to be none") {
  for (const char* text :
       {"", "每", "每周", "每周八", "每周三至", "每月", "每月32日", "每月0日", "每月第六个周一",
        "每月第一", "每年1月1日", "每周三下午", "隔周三", "abc"}) {
    CAPTURE(text);
    CHECK_FALSE(ReceptionRule::Parse(text).has_value());
  }
}

TEST_CASE("a reception day on a public holiday is held on the next working day") {
  const HolidayCalendar calendar = NationalDay();
  // Wednesday 7 October is off; the 8th is the first working day.
  CHECK(DaysOf("每周三", "2026-10-01", "2026-10-14", calendar) == "10-08<10-07 10-14");
  CHECK(DaysOf("每月5日", "2026-10-01", "2026-10-31", calendar) == "10-08<10-05");
  // Two days that fall together are one.
  CHECK(DaysOf("每月3日、5日", "2026-10-01", "2026-10-31", calendar) == "10-08<10-03");
  // The day it is moved to was one already.
  CHECK(DaysOf("每周三、四", "2026-10-05", "2026-10-11", calendar) == "10-08");
}

TEST_CASE("a date of the month is moved off a weekend, onto a weekend day that is worked") {
  CHECK(DaysOf("每月1日", "2026-11-01", "2026-11-30") == "11-02<11-01");
  CHECK(DaysOf("每月10日", "2026-10-01", "2026-10-31", NationalDay()) == "10-10");
  CHECK(DaysOf("工作日", "2026-10-08", "2026-10-12", NationalDay()) == "10-08 10-09 10-10 10-12");
  // A weekday that was chosen on purpose stays: people are at home on Sundays.
  CHECK(DaysOf("每周日", "2026-11-01", "2026-11-01") == "11-01");
}

TEST_CASE("a day moved over the month's end is found by whoever looks at the next month") {
  CHECK(DaysOf("每月31日", "2026-11-01", "2026-11-30") == "11-02<10-31");
}

TEST_CASE("dates that no month has are none") {
  for (const char* text : {"2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "2026/01/01",
                           "2026-01-0x", "", "20260101"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseDate(text).has_value());
  }
  CHECK(ToText(*ParseDate("2028-02-29")) == "2028-02-29");
}
