#include "sync/line/retry_after.h"

#include <doctest/doctest.h>

using namespace studio;
using std::chrono::seconds;

namespace {

constexpr const char* kDate = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr std::int64_t kDateS = 784'111'777;

}  // namespace

TEST_CASE("Retry-After in seconds") {
  CHECK(ReadRetryAfter("0", "", 0) == seconds(0));
  CHECK(ReadRetryAfter("120", kDate, 0) == seconds(120));
  CHECK(ReadRetryAfter("4294967295", "", 0) == seconds(4294967295));
}

TEST_CASE("Retry-After as a date counts from the answer's own date, whatever the clock here says") {
  CHECK(ReadRetryAfter("Sun, 06 Nov 1994 09:49:37 GMT", kDate, 1) == seconds(3600));
  CHECK(ReadRetryAfter("Sunday, 06-Nov-94 08:50:07 GMT", kDate, 1) == seconds(30));
  CHECK(ReadRetryAfter(kDate, kDate, 0) == seconds(0));
  CHECK(ReadRetryAfter("Sun, 06 Nov 1994 08:00:00 GMT", kDate, 0) == seconds(0));
}

TEST_CASE("without an answer's date it counts from now") {
  CHECK(ReadRetryAfter(kDate, "", kDateS - 90) == seconds(90));
  CHECK(ReadRetryAfter(kDate, "yesterday", kDateS - 90) == seconds(90));
}

TEST_CASE("what is neither seconds nor a date says nothing") {
  for (const char* value :
       {"", "soon", "-5", "12.5", "+7", "12 apples", " ", "1e9", "99999999999"}) {
    CAPTURE(value);
    CHECK_FALSE(ReadRetryAfter(value, kDate, 0));
  }
}
