#include "shared/base/time_of_day.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("times of the day are two digits, a colon and two digits") {
  CHECK(ParseTimeOfDay("00:00") == 0);
  CHECK(ParseTimeOfDay("08:30") == 510);
  CHECK(ParseTimeOfDay("23:59") == 1439);
  CHECK(ParseTimeOfDay("24:00") == 1440);
  for (const char* wrong : {"", "8:30", "08:3", "08:60", "24:01", "25:00", "-8:30", "+8:30",
                            "08.30", "08:30 ", " 8:30", "08:30:00", "０８:30"}) {
    CAPTURE(wrong);
    CHECK_FALSE(ParseTimeOfDay(wrong));
  }
  for (const int minutes : {0, 59, 60, 510, 1439, 1440}) {
    CHECK(ParseTimeOfDay(TimeOfDay(minutes)) == minutes);
  }
}

TEST_CASE("the end of the day ends a span and begins none") {
  CHECK(AreHours("18:00", "24:00"));
  CHECK(AreHours("22:00", "02:00"));
  CHECK_FALSE(AreHours("24:00", "02:00"));
  CHECK_FALSE(AreHours("18:00", "24:30"));
}
