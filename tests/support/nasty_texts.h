// Texts of the kinds that phones, office programs and web pages bring along. Every edge where text
// comes in is tried with each of them.
#pragma once

#include <array>
#include <string_view>

namespace studio {

// Nobody sees anything in these.
inline constexpr auto kBlankTexts = std::to_array<std::string_view>({
    "　",
    "　　　",
    " \t ",
    "\r\n\r\n",
    "\n",
    "\u200B",
    "\u200B\u200C\u200D",
    "\uFEFF",
    "\u00A0",
    "\u2003\u2009\u202F",
    "\u2028\u2029",
    "\u0085",
    "\u2060\u2061",
    "\u00AD",
    "\u180E",
    "\u2800",
    "\u3164",
    "\u115F\u1160",
    "\uFFA0",
    "\u034F",
    "\uFE0F",
    "\u202E\u202C",
    "\u2066\u2069",
    "\uFFF9\uFFFA\uFFFB",
    "\U000E0001\U000E0041",
    "\U000E0100",
    "\u0301\u0301",
    "\u20E3",
    "\x01\x02\x7F",
    "\x1B",
    "\uFFFC",
    "\u3000\u200B\u3000",
});

struct NastyText {
  std::string_view written, as_line, as_lines;
};
// What is left of these as one line and as several.
inline constexpr auto kNastyTexts = std::to_array<NastyText>({
    {"路灯坏了", "路灯坏了", "路灯坏了"},
    {"  路灯坏了 　", "路灯坏了", "  路灯坏了"},
    {"第一行\r\n第二行", "第一行 第二行", "第一行\n第二行"},
    {"第一行\r第二行", "第一行 第二行", "第一行\n第二行"},
    {"第一行\u2028第二行", "第一行 第二行", "第一行\n第二行"},
    {"\r\n\r\n一 \r\n\r\n二\r\n", "一   二", "一\n\n二"},
    {"一\t二", "一 二", "一 二"},
    {"　　一段\r\n　　二段", "一段   二段", "　　一段\n　　二段"},
    {"零\u200B宽 软\u00AD连", "零宽 软连", "零宽 软连"},
    {"\uFEFF开头", "开头", "开头"},
    {"不\u00A0换行", "不 换行", "不 换行"},
    {"\u202E反过来\u202C", "反过来", "反过来"},
    {"支持👍\uFE0F❤\uFE0F", "支持👍❤", "支持👍❤"},
    {"葛\U000E0100城", "葛城", "葛城"},
    {"响\x07铃\x1B[0m", "响铃[0m", "响铃[0m"},
    {"坏\xFF\xC0\xAF字\xED\xA0\x80", "坏字", "坏字"},
    {"全角，；：？！（）１２３", "全角，；：？！（）１２３", "全角，；：？！（）１２３"},
    {"半角, ; : ? !", "半角, ; : ? !", "半角, ; : ? !"},
    {"cafe\u0301", "café", "café"},
    {"𬱖㛃𫖯", "𬱖㛃𫖯", "𬱖㛃𫖯"},
    {"阿卜杜热合曼·买买提", "阿卜杜热合曼·买买提", "阿卜杜热合曼·买买提"},
});

// All are 示例甲.
inline constexpr auto kNameDisguises = std::to_array<std::string_view>({
    "示例甲",
    "示例 甲",
    " 示例甲 ",
    "示　例　甲",
    "示例甲\u200B",
    "\uFEFF示例甲",
    "示\u00AD例甲",
    "示例甲\uFE00",
    "示\u00A0例甲",
    "⽰例甲",
    "⺬例甲",
    "示\u2060例甲",
    "\u202D示例甲\u202C",
    "示例甲\u200E",
    "示例甲\U000E0100",
    "示\u180E例甲",
    "示\u2003例甲",
    "示例甲\x01",
    "示\u3164例甲",
    "示例\u034F甲",
    "示例\u2066甲\u2069",
    "示例甲\U000E0041",
});

}  // namespace studio
