// What `--turns FILE` wrote: each turn of a terminal's main thread.
#pragma once

#include <filesystem>
#include <vector>

#include "figures.h"

namespace studio::bench {

struct Turn {
  double begun_ms = 0;  // by the clock of a Stopwatch
  double wall_ms = 0;
  double processor_ms = 0;
};

// In order of time; empty where there is no such file.
std::vector<Turn> ReadTurns(const std::filesystem::path& file);

// Those that began from `from_ms` until before `until_ms`.
Samples WallOf(const std::vector<Turn>& turns, double from_ms, double until_ms);

}  // namespace studio::bench
