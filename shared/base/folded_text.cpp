#include "shared/base/folded_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

// Radicals that look like a character and have no decomposition: Unicode's
// EquivalentUnifiedIdeograph.txt, those that stand alone.
constexpr auto kRadicals = std::to_array<std::pair<char32_t, char32_t>>({
    {U'⺁', U'厂'}, {U'⺊', U'卜'}, {U'⺏', U'尣'}, {U'⺐', U'尢'}, {U'⺒', U'巳'}, {U'⺓', U'幺'},
    {U'⺜', U'日'}, {U'⺝', U'月'}, {U'⺠', U'民'}, {U'⺧', U'牛'}, {U'⺩', U'王'}, {U'⺫', U'目'},
    {U'⺬', U'示'}, {U'⺮', U'竹'}, {U'⺶', U'羊'}, {U'⺻', U'聿'}, {U'⺼', U'肉'}, {U'⻄', U'西'},
    {U'⻅', U'见'}, {U'⻆', U'角'}, {U'⻉', U'贝'}, {U'⻋', U'车'}, {U'⻏', U'邑'}, {U'⻑', U'長'},
    {U'⻓', U'长'}, {U'⻔', U'门'}, {U'⻗', U'雨'}, {U'⻘', U'青'}, {U'⻙', U'韦'}, {U'⻚', U'页'},
    {U'⻛', U'风'}, {U'⻜', U'飞'}, {U'⻝', U'食'}, {U'⻢', U'马'}, {U'⻣', U'骨'}, {U'⻤', U'鬼'},
    {U'⻥', U'鱼'}, {U'⻦', U'鸟'}, {U'⻧', U'卤'}, {U'⻨', U'麦'}, {U'⻩', U'黄'}, {U'⻪', U'黾'},
    {U'⻬', U'齐'}, {U'⻮', U'齿'}, {U'⻰', U'龙'}, {U'⻱', U'龜'},
});

constexpr int kPasses = 4;
constexpr std::u32string_view kMiddleDots = U".•‧∙⋅・ᐧ⸱⸳ᆞ●⚫";

bool IsDecimal(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_ND;
}

// Digits of every script stand in runs of ten, none of which follows another without a gap.
char32_t AsAscii(char32_t digit) {
  char32_t value = 0;
  while (value < 9 && IsDecimal(digit - value - 1)) ++value;
  return U'0' + value;
}

char32_t Folded(char32_t code) {
  if (code < 0x80) return code;
  if (code >= 0x2E80 && code < 0x2F00) {
    const auto found = std::find_if(kRadicals.begin(), kRadicals.end(),
                                    [&](const auto& pair) { return pair.first == code; });
    return found == kRadicals.end() ? code : found->second;
  }
  return IsDecimal(code) ? AsAscii(code) : code;
}

template <class Change>
std::string Each(std::string_view text, Change change) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const char32_t code = change(NextCodePoint(text, at))) AppendCodePoint(out, code);
  }
  return out;
}

std::string Compatible(const std::string& text, bool small) {
  const int options =
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | (small ? UTF8PROC_CASEFOLD : 0);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(options));
  if (size < 0) return text;
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return out;
}

}  // namespace

std::string FoldedText(std::string_view text) {
  const std::string compatible = Compatible(ReadableText(text, TextKind::kLine), false);
  return CleanText(Each(compatible, Folded), TextKind::kLine);
}

std::string DigitsIn(std::string_view text) {
  return Each(FoldedText(text),
              [](char32_t code) { return code >= U'0' && code <= U'9' ? code : char32_t{}; });
}

std::string NameKey(std::string_view name) {
  std::string key(name);
  // Again: what a space parted may compose once it is gone.
  for (int pass = 0; pass < kPasses; ++pass) {
    const std::string before = key;
    key = Each(Compatible(FoldedText(key), true), [](char32_t code) {
      if (code == U' ') return char32_t{};
      return kMiddleDots.find(code) == kMiddleDots.npos ? code : U'·';
    });
    if (key == before) break;
  }
  return key;
}

}  // namespace studio
