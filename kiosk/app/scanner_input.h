// Hand scanners that type: a code comes as characters faster than anybody writes, ended by Enter,
// whether or not a text field is there. Told what was typed and when; keeps nothing longer than a
// code takes. Main thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/input_event.h"

namespace studio {

class ScannerInput {
 public:
  static constexpr std::size_t kFewest = 6, kMost = 1024;  // bytes of a code
  // A frame that is slow to draw holds up what was typed meanwhile, so the mean counts.
  static constexpr std::int64_t kMeanMs = 30, kLongestPauseMs = 250;
  ~ScannerInput();

  // What was typed since the last call: `typed` (UTF-8), then `keys`. A code where Enter ended one.
  std::optional<std::string> Take(std::string_view typed, const std::vector<Key>& keys,
                                  std::int64_t monotonic_ms);

 private:
  void Forget();

  std::string text_;
  std::int64_t began_ms_ = 0, last_ms_ = 0;
};

}  // namespace studio
