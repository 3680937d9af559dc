// A promise a fuzz target checks. Breaking it is a crash, which is what libFuzzer looks for.
#pragma once

#include <cstdlib>

inline void Must(bool promise) {
  if (!promise) std::abort();
}
