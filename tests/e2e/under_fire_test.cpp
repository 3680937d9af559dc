// However the terminal and its county are killed, whatever the line does meanwhile.
#include "under_fire.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

namespace studio::e2e {
namespace {

constexpr double kProbability = 0.02;

int FireKills() {
  const char* wanted = std::getenv("STUDIO_KILLS");
  return wanted ? std::atoi(wanted) : 6;
}

TEST_CASE("terminal and faulty county killed at random: every receipt in the ledger once") {
  UnderFire village;
  std::mt19937 random(20261122);
  std::uniform_int_distribution<int> moment(0, 4000), coin(0, 2);
  int killed = 0, counties = 0;
  for (int kill = 0; kill < FireKills(); ++kill) {
    if (!village.serving()) village.Serve(kProbability);
    Program kiosk = village.StartBurst();
    if (coin(random) == 0) {
      kiosk.WaitForOutput("never printed", std::chrono::milliseconds(moment(random) / 2));
      village.KillCounty();
      ++counties;
    }
    kiosk.WaitForOutput("never printed", std::chrono::milliseconds(moment(random)));
    kiosk.Kill();
    killed += village.Take(std::move(kiosk));
  }
  village.CheckWhole();
  MESSAGE(killed << " kills of the terminal and " << counties << " of the county, "
                 << village.shown() << " receipts shown, " << village.photos() << " photos whole");
  CHECK(killed > 0);
}

#ifdef STUDIO_KILL_AT_SYNC

Program StartPreloaded(UnderFire& village, int kill_at) {
  setenv("LD_PRELOAD", STUDIO_KILL_AT_SYNC, 1);
  setenv("STUDIO_KILL_AT", std::to_string(kill_at).c_str(), 1);
  Program kiosk = village.StartBurst();
  unsetenv("LD_PRELOAD");
  unsetenv("STUDIO_KILL_AT");
  return kiosk;
}

TEST_CASE("killed before and after each sync of a burst: every receipt in the ledger once") {
  // Every one of them where many kills are asked for.
  const int step = std::getenv("STUDIO_KILLS") ? 1 : 9;
  UnderFire village;
  int killed = 0, ended = 0;
  for (int at = 1; ended == 0; at += step) {
    for (const int when : {at, -at}) {
      if (!village.serving()) village.Serve(kProbability);
      if (village.Take(StartPreloaded(village, when))) {
        ++killed;
      } else {
        ++ended;
      }
      if (at % 4 == 0) village.KillCounty();
    }
  }
  village.CheckWhole();
  MESSAGE(killed << " kills at syncs, " << village.shown() << " receipts shown, "
                 << village.photos() << " photos whole");
  // How many syncs a burst makes depends on what it writes at once, and so on the machine.
  CHECK(killed >= 4);
}

#endif

}  // namespace
}  // namespace studio::e2e
