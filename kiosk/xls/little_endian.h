// Numbers as old office files write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace studio {

// The `size` bytes at `at`, up to eight; what lies beyond the end counts as 0.
inline std::uint64_t LittleEndian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size && at < bytes.size() && i < bytes.size() - at; ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return number;
}

inline std::uint32_t LittleEndian32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(LittleEndian(bytes, at, 4));
}

}  // namespace studio
