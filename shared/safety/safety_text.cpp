#include "shared/safety/safety_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr int kSentenceApart = 1000;

// Traditional forms that a phone may send, of characters that patterns are about.
constexpr auto kVariants = std::to_array<std::pair<char32_t, char32_t>>({
    {U'亂', U'乱'}, {U'傷', U'伤'}, {U'價', U'价'}, {U'兒', U'儿'}, {U'凍', U'冻'}, {U'動', U'动'},
    {U'員', U'员'}, {U'喫', U'吃'}, {U'嗎', U'吗'}, {U'囂', U'嚣'}, {U'國', U'国'}, {U'墜', U'坠'},
    {U'墻', U'墙'}, {U'壓', U'压'}, {U'壞', U'坏'}, {U'媽', U'妈'}, {U'孫', U'孙'}, {U'屆', U'届'},
    {U'屍', U'尸'}, {U'崗', U'岗'}, {U'搶', U'抢'}, {U'斃', U'毙'}, {U'斷', U'断'}, {U'樓', U'楼'},
    {U'機', U'机'}, {U'殺', U'杀'}, {U'毆', U'殴'}, {U'氣', U'气'}, {U'沒', U'没'}, {U'漲', U'涨'},
    {U'潰', U'溃'}, {U'濃', U'浓'}, {U'煙', U'烟'}, {U'燒', U'烧'}, {U'爺', U'爷'}, {U'獄', U'狱'},
    {U'瘋', U'疯'}, {U'癱', U'瘫'}, {U'癲', U'癫'}, {U'砲', U'炮'}, {U'絕', U'绝'}, {U'綁', U'绑'},
    {U'縣', U'县'}, {U'罵', U'骂'}, {U'腦', U'脑'}, {U'腫', U'肿'}, {U'臉', U'脸'}, {U'舉', U'举'},
    {U'藥', U'药'}, {U'虧', U'亏'}, {U'訪', U'访'}, {U'訴', U'诉'}, {U'貪', U'贪'}, {U'賭', U'赌'},
    {U'趕', U'赶'}, {U'跡', U'迹'}, {U'車', U'车'}, {U'輾', U'碾'}, {U'農', U'农'}, {U'這', U'这'},
    {U'過', U'过'}, {U'醫', U'医'}, {U'鎖', U'锁'}, {U'門', U'门'}, {U'關', U'关'}, {U'電', U'电'},
    {U'頭', U'头'}, {U'風', U'风'}, {U'驚', U'惊'}, {U'點', U'点'}, {U'齒', U'齿'},
});

bool IsSafetySpace(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || c == U'\u3000' || (c >= U'\u2000' && c <= U'\u200A') ||
         c == U'\u2028' || c == U'\u2029' || c == U'\u202F' || c == U'\u205F';
}

}  // namespace

char32_t FoldForSafety(char32_t c) {
  if (IsSafetySpace(c) || IsUnseen(c) || c == kBrokenCharacter) return 0;
  if (c >= U'\uFF01' && c <= U'\uFF5E') c -= 0xFEE0;
  if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  const auto found =
      std::lower_bound(kVariants.begin(), kVariants.end(), c,
                       [](const auto& pair, char32_t key) { return pair.first < key; });
  return found != kVariants.end() && found->first == c ? found->second : c;
}

SafetyText::Mark MarkForSafety(char32_t c) {
  if (c == U'。' || c == U'!' || c == U'?' || c == U'…') return SafetyText::Mark::kSentence;
  if (c == U',' || c == U';' || c == U':' || c == U'、' || c == U'.' || c == U'(' || c == U')' ||
      c == U'~' || c == U'—' || c == U'"' || c == U'“' || c == U'”' || c == U'/') {
    return SafetyText::Mark::kClause;
  }
  return SafetyText::Mark::kNone;
}

std::size_t CharacterAt(const SafetyText& text, std::size_t byte) {
  const auto& all = text.characters;
  const auto found =
      std::lower_bound(all.begin(), all.end(), byte,
                       [](const auto& character, std::size_t at) { return character.begin < at; });
  return static_cast<std::size_t>(found - all.begin());
}

SafetyText CleanForSafety(std::string_view utf8) {
  SafetyText text;
  text.characters.reserve(utf8.size() / 3 + 1);
  int clause = 0;
  bool spaced = false;  // since the last character kept
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t point = NextCodePoint(utf8, at);
    const char32_t folded = FoldForSafety(point);
    if (folded == 0) {
      spaced = spaced || IsSafetySpace(point);
    } else {
      const SafetyText::Mark mark = MarkForSafety(folded);
      // A space ends no word, but often a clause.
      if (spaced) ++clause;
      spaced = false;
      text.characters.push_back({folded, begin, at, mark, clause});
      if (mark == SafetyText::Mark::kClause) ++clause;
      if (mark == SafetyText::Mark::kSentence) clause += kSentenceApart;
    }
  }
  return text;
}

}  // namespace studio
