#include "store/body_text.h"

#include <nlohmann/json.hpp>

namespace studio {

bool IsUtf8(const std::string& text) {
  try {
    (void)nlohmann::json(text).dump();
    return true;
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

bool IsUtf8(const std::vector<std::string>& texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return IsUtf8(text); });
}

}  // namespace studio
