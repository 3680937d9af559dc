// How often PINs were tried at a terminal. The county keeps the highest it was told (heartbeat) and
// says it with every ack, so that a database put back, or a lock deleted from it, comes to light.
#pragma once

#include <compare>
#include <cstdint>

namespace studio {

struct PinCount {
  std::uint64_t tries = 0;     // ever; one that did not fail counts twice
  std::uint64_t failures = 0;  // of all members, each one's since their last right PIN
  auto operator<=>(const PinCount&) const = default;
};

}  // namespace studio
