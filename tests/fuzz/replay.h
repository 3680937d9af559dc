// The targets in one program without libFuzzer, by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace fuzz {

using Target = int (*)(const std::uint8_t* data, std::size_t size);

std::map<std::string, Target>& Targets();

struct Registered {
  Registered(const char* name, Target target) { Targets()[name] = target; }
};

}  // namespace fuzz
