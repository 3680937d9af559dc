// How long each turn of the main thread took, for a benchmark: while one lasts, no touch is taken
// and nothing moves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace studio {

class TurnTimes {
 public:
  // file: where they are written in the end, a line for each turn: when it began by the monotonic
  // clock, how long it took and the processor time it used, in microseconds. Empty: they are not
  // taken.
  explicit TurnTimes(std::filesystem::path file) : file_(std::move(file)) {}
  TurnTimes(const TurnTimes&) = delete;
  ~TurnTimes();

  void Take(const std::function<void()>& turn);

 private:
  struct Took {
    std::int64_t begun_us = 0;
    std::int64_t wall_us = 0;
    std::int64_t processor_us = 0;
  };
  std::filesystem::path file_;
  std::vector<Took> took_;
};

}  // namespace studio
