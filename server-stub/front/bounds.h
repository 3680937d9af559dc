// What anybody who reaches the county's port can cost it. Every time is a deadline from the
// beginning of its part, however many bytes come meanwhile. README.md has them as a table.
#pragma once

#include <chrono>
#include <cstddef>

namespace county {

inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;
inline constexpr std::size_t kMaxHeadLine = 8 * 1024;
inline constexpr std::size_t kMaxHeadLines = 64;
inline constexpr std::size_t kMaxTarget = 2 * 1024;
// Requests that came before they were wanted, or an answer's worth of what is read at once.
inline constexpr std::size_t kMaxReadAhead = kMaxHeadBytes;
// Where an answer was refused, so much of what the other side still sends is thrown away before the
// line is cut, so that it can read the sentence.
inline constexpr std::size_t kMaxDrained = 8 * 1024 * 1024;

inline constexpr std::chrono::seconds kDrainTime{3};
inline constexpr std::chrono::seconds kSilenceTime{120};  // of a fault that says nothing
inline constexpr std::chrono::seconds kFarewellTime{5};   // when the county is stopped

// Of a body or an answer: 20 seconds and one for every 8 KiB.
constexpr std::chrono::seconds TimeFor(std::size_t bytes) {
  return std::chrono::seconds(20 + static_cast<long>(bytes / (8 * 1024)));
}

struct FrontTimes {
  std::chrono::milliseconds handshake{15'000};
  std::chrono::milliseconds head{15'000};  // from the handshake, or from its first byte
  std::chrono::milliseconds idle{60'000};  // between two requests
};

struct CrowdBounds {
  std::size_t connections = 8192;
  // Of those that no terminal has proven by a signature; where there are more, the oldest of the
  // address makes room. An IPv6 network of /64 is one address.
  std::size_t strangers_by_address = 512;
  std::size_t by_terminal = 8;                     // further ones stay strangers
  std::size_t bytes_of_bodies = 64 * 1024 * 1024;  // of all that are under way
};

}  // namespace county
