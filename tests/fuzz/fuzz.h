// A fuzz target is `FUZZ(name)(data, size) { … return 0; }`: what libFuzzer calls, or, in
// test_fuzz, what is given its corpus. A promise that it breaks is a crash, which is what is looked
// for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#ifdef STUDIO_REPLAY
#include "replay.h"
#define FUZZ(name)                                                     \
  static int Fuzz_##name(const std::uint8_t* data, std::size_t size);  \
  static const fuzz::Registered registered_##name(#name, Fuzz_##name); \
  static int Fuzz_##name
#else
#define FUZZ(name) extern "C" int LLVMFuzzerTestOneInput
#endif

inline void Must(bool promise) {
  if (!promise) std::abort();
}
