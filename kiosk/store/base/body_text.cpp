#include "store/base/body_text.h"

namespace studio {

bool IsUtf8(const std::vector<std::string>& texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return IsUtf8(text); });
}

}  // namespace studio
