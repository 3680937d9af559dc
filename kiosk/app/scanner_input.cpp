#include "app/scanner_input.h"

#include <algorithm>
#include <utility>

namespace studio {

ScannerInput::~ScannerInput() { Forget(); }

std::optional<std::string> ScannerInput::Take(std::string_view typed, const std::vector<Key>& keys,
                                              std::int64_t monotonic_ms) {
  if (monotonic_ms - last_ms_ > kLongestPauseMs) Forget();
  if (!typed.empty()) {
    if (text_.empty()) began_ms_ = monotonic_ms;
    last_ms_ = monotonic_ms;
    text_ += typed;
    if (text_.size() > kMost) Forget();
  }
  if (keys.empty()) return std::nullopt;
  const std::int64_t took = monotonic_ms - began_ms_;
  const bool code = keys.front() == Key::kEnter && text_.size() >= kFewest &&
                    took <= kMeanMs * static_cast<std::int64_t>(text_.size());
  std::optional<std::string> out;
  if (code) out = text_;
  Forget();
  return out;
}

void ScannerInput::Forget() {
  std::fill(text_.begin(), text_.end(), '\0');
  text_.clear();
}

}  // namespace studio
