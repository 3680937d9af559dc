// The few words that widgets bring themselves (zh-CN); everything else is in ui/strings.
#pragma once

#include <string_view>

namespace studio::widget_words {

inline constexpr std::string_view kHeaderBack = "返回";
inline constexpr std::string_view kPageUp = "往上翻";
inline constexpr std::string_view kPageDown = "往下翻";
inline constexpr std::string_view kPadClear = "清空";
inline constexpr std::string_view kPadDelete = "删除";
inline constexpr std::string_view kInkPad = "手写板";  // for scripts and tests only
inline constexpr std::string_view kMore = "增加";      // before the label: "增加人数"
inline constexpr std::string_view kLess = "减少";

}  // namespace studio::widget_words
