// Clocks that stop, jump, drift and lose their battery, with and without a line.
#include "clock_week.h"

#include <doctest/doctest.h>

#include "shared/base/rfc3339.h"
#include "shared/base/time_units.h"

using namespace studio;

// The threads are the same in each.
#ifdef __SANITIZE_THREAD__
constexpr unsigned kWeeks = 2;
#else
constexpr unsigned kWeeks = 6;
#endif

TEST_CASE("a week of wrong clocks: every time is true or marked, and duty on its shift") {
  int sure = 0, unsure = 0, comings = 0, guessed = 0, missed = 0;
  for (unsigned seed = 1; seed <= kWeeks; ++seed) {
    CAPTURE(seed);
    ClockWeek week(seed);
    week.Live();
    week.CheckRecords();
    week.CheckAttendance();
    sure += week.sure();
    unsure += week.unsure();
    comings += week.comings();
    guessed += week.guessed();
    missed += week.missed();
  }
  // Marking everything would be no answer.
  MESSAGE("sure " << sure << ", unsure " << unsure << ", comings " << comings << ", guessed "
                  << guessed << ", missed " << missed);
  if (kWeeks < 6) return;  // too few to say
  CHECK(sure > unsure);
  CHECK(comings > 2 * guessed);
  CHECK(2 * missed <= guessed);
}

TEST_CASE("after a power cut without a line home, check-in and store mean the same day") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms() + 30 * kHourMs);  // the machine is a day ahead
  WholeTerminal terminal(county, clock);
  const std::string card = ::county::CardOf(county.county, "m01");
  terminal.Start();
  terminal.WaitUntil([&] { return terminal.station()->as_of_ms != 0; });
  const std::string today = LocalTime::At(county.county.now_ms()).Date();
  CHECK(LocalTime::At(terminal.state().CountyMs(clock.Now())).Date() == today);

  county.GoOff();
  terminal.Stop();
  clock.MoveWall(kMinuteMs);
  clock.Reboot();
  terminal.Start();
  const TimeNow now = terminal.state().time->At(clock.Now());
  CHECK(LocalTime::At(now.ms).Date() == today);
  CHECK_FALSE(now.sure);
  CHECK(terminal.Show(card).clock_unsure);
  county.GoOn();
  terminal.WaitUntilSent();
  for (const auto& record : county.Ledger()) CHECK(record["date"] == today);
}

TEST_CASE("an offset ends where somebody puts the clock right, with and without a restart") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms());
  WholeTerminal terminal(county, clock);
  clock.MoveWall(2 * kHourMs);
  terminal.Start();
  terminal.WaitUntil([&] { return terminal.station()->as_of_ms != 0; });
  county.GoOff();
  clock.MoveWall(-2 * kHourMs);
  const auto off_ms = [&] {
    return std::abs(terminal.state().CountyMs(clock.Now()) - county.county.now_ms());
  };
  SUBCASE("while it runs") {}
  SUBCASE("and the program starts again") {
    terminal.Stop();
    terminal.Start();
  }
  SUBCASE("and the machine starts again") {
    terminal.Stop();
    clock.Reboot();
    terminal.Start();
  }
  CHECK(off_ms() < kMinuteMs);
  terminal.File("钟点");
  county.GoOn();
  terminal.WaitUntilSent();
  const auto made = county.Ledger()[0]["made_at"].get<std::string>();
  CHECK(made.substr(0, 13) == Rfc3339(county.county.now_ms()).substr(0, 13));
}

TEST_CASE("a restart without a line takes no live code and no card over its time") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms());
  WholeTerminal terminal(county, clock);
  terminal.Start();
  terminal.WaitUntil([&] { return terminal.station()->as_of_ms != 0; });
  county.county.Advance(kMinuteMs);
  clock.Advance(kMinuteMs);
  const std::string live = ::county::LiveCodeOf(county.county, "m01");
  county.GoOff();
  clock.Advance(3 * kHourMs);
  terminal.MarkTime();
  CHECK(terminal.Show(live).verdict == CheckInVerdict::kExpired);
  for (const std::int64_t wall_ms : {std::int64_t{1'577'836'800'000}, clock.Now().wall_ms}) {
    terminal.Stop();
    clock.Reboot();
    clock.SetWall(wall_ms);
    terminal.Start();
    CHECK(terminal.Show(live).verdict == CheckInVerdict::kExpired);
  }
}
