#include "shared/base/typed_time.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("a time is typed as people write it, in the county's zone unless another is named") {
  CHECK(ParseTypedTime("1790000000") == 1'790'000'000);
  CHECK(ParseTypedTime("2026-11-21T08:30") == 1'795'221'000);
  CHECK(ParseTypedTime("2026-11-21 08:30:05") == 1'795'221'005);
  CHECK(ParseTypedTime("2026-11-21T00:30:00Z") == 1'795'221'000);
  CHECK(ParseTypedTime("2026-11-20T23:30:00-01:00") == 1'795'221'000);
  CHECK(ParseTypedTime("2026-11-21T08:30:00+08:00") == 1'795'221'000);
  for (const char* wrong : {"", "now", "2026-11-21", "2026-02-30T08:30", "2026-11-21T24:00",
                            "2026-11-21T08:60", "2026-11-21T08:30 ", "1790000000s"}) {
    CAPTURE(wrong);
    CHECK_FALSE(ParseTypedTime(wrong));
  }
}
