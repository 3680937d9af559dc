#include "turns.h"

#include <fstream>

namespace studio::bench {

std::vector<Turn> ReadTurns(const std::filesystem::path& file) {
  std::vector<Turn> turns;
  std::ifstream in(file);
  for (double begun_us = 0, wall_us = 0, processor_us = 0;
       in >> begun_us >> wall_us >> processor_us;) {
    turns.push_back({begun_us / 1000, wall_us / 1000, processor_us / 1000});
  }
  return turns;
}

Samples WallOf(const std::vector<Turn>& turns, double from_ms, double until_ms) {
  Samples samples;
  for (const Turn& turn : turns) {
    if (turn.begun_ms >= from_ms && turn.begun_ms < until_ms) samples.Add(turn.wall_ms);
  }
  return samples;
}

}  // namespace studio::bench
