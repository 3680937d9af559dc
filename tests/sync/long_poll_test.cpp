#include "sync/link/long_poll.h"

#include <doctest/doctest.h>

using namespace studio;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::int64_t kPollSecond = 1000;
constexpr std::int64_t kPollMinute = 60 * kPollSecond;

}  // namespace

TEST_CASE("what was held to its end is asked again at once; what came early waits for its turn") {
  LongPoll poll({});
  REQUIRE(poll.Due(0));
  poll.Asked(0);
  CHECK(poll.NothingNewer(25 * kPollSecond));
  poll.Asked(25 * kPollSecond);
  CHECK_FALSE(poll.NothingNewer(25 * kPollSecond + 20));
  CHECK(poll.Due(45 * kPollSecond));
}

TEST_CASE("a line that cuts long waits is left with short ones for longer and longer") {
  LongPoll poll({});
  std::int64_t now = 0;
  std::int64_t expected = kPollMinute;
  for (int i = 0; i < 8; ++i) {
    CAPTURE(i);
    poll.Asked(now);
    poll.Cut(now);
    poll.LineUp();
    CHECK_FALSE(poll.Due(now + expected - 1));
    CHECK(poll.Due(now + expected));
    now += expected;
    expected = std::min(2 * expected, 30 * kPollMinute);
  }
  poll.Asked(now);
  CHECK(poll.NothingNewer(now + 25 * kPollSecond));
  poll.Cut(now);
  CHECK(poll.Due(now + kPollMinute));
}

TEST_CASE("a line that was down altogether has not cut a long wait") {
  LongPoll poll({});
  poll.Cut(0);
  poll.LineDown();
  CHECK(poll.Due(1));
  poll.Cut(1);
  poll.LineUp();
  poll.LineDown();  // later, and another matter
  CHECK_FALSE(poll.Due(2));
}

TEST_CASE("with no wait nothing is ever held") {
  LongPollLimits limits;
  limits.wait = seconds(0);
  CHECK_FALSE(LongPoll(limits).Due(0));
}
