// What goes wrong on purpose, and how often: a file for `serve --faults`.
//   seed = 7               the same seed, the same faults for the same requests in the same order
//   retry_after_s = 1      of status_500, status_503 and status_429; 0 to 86400
//   [probability]          0 to 1 of each fault; one that is not named never happens
//   reset = 0.1
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "server/faults/fault_names.h"
#include "shared/base/result.h"

namespace county {

std::string_view NameOf(Fault fault);  // as in the file: "drop_answer"

struct FaultPlan {
  std::uint64_t seed = 0;
  int retry_after_s = 1;
  std::array<double, kFaultCount> probability{};  // by Fault

  double Of(Fault fault) const { return probability[static_cast<std::size_t>(fault)]; }
  bool TouchesConnections() const;
  bool Empty() const;
};

// kMalformed: not TOML, an unknown name, another type, out of range; with the line.
studio::Result<FaultPlan> ParseFaultPlan(std::string_view toml);
// As above, with the file's name; kNotFound, kStorage.
studio::Result<FaultPlan> ReadFaultPlan(const std::filesystem::path& path);

}  // namespace county
