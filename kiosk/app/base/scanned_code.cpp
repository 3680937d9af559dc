#include "app/base/scanned_code.h"

#include <string.h>

#include <algorithm>

#include "shared/base/base45.h"
#include "shared/record/badge.h"
#include "shared/record/receipt.h"

namespace studio {
namespace {

constexpr std::size_t kOwnPrefix = 8;  // characters that a scanner is set up to put before a code
constexpr std::size_t kCutOff = 24;    // characters: no secret is shorter

char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return Upper(c) >= 'A' && Upper(c) <= 'Z'; }
bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// The keys without control characters; '\1' for every character that is no key.
struct Keys {
  std::string text;
  std::vector<std::size_t> at;  // where each begins in what was typed

  explicit Keys(std::string_view typed) {
    for (std::size_t i = 0, size = 0; i < typed.size(); i += size) {
      const char key = PlainKey(typed.substr(i), size);
      if (key != 0 && IsControl(key)) continue;
      text += key == 0 ? '\1' : key;
      at.push_back(i);
    }
  }
  ~Keys() { WipeText(text); }
  std::string Capitals() const {
    std::string out = text;
    std::transform(out.begin(), out.end(), out.begin(), Upper);
    return out;
  }
};

// How many of `keys` scanners put before a code: blanks, an AIM identifier as "]Q1", character sets
// as "\000026". Those cut short at the end count whole.
std::size_t LeadOf(std::string_view keys) {
  std::size_t at = 0;
  const auto take = [&](auto fits, std::size_t most) {
    for (; most > 0 && at < keys.size() && fits(keys[at]); --most) ++at;
    return most == 0 || at == keys.size();
  };
  for (;;) {
    const std::size_t before = at;
    if (at == keys.size()) return at;
    if (keys[at] == ' ') {
      ++at;
      continue;
    }
    bool whole = false;
    if (keys[at] == ']') {
      ++at;
      whole = take(IsLetter, 1) && take(IsDigit, 1);
    } else if (keys[at] == '\\' || keys[at] == '/') {  // some input methods type 、 for both
      ++at;
      whole = take(IsDigit, 6);
    }
    if (!whole) return before;
  }
}

std::size_t FirstPrefix(std::string_view capitals, std::size_t from) {
  return std::min(capitals.find(kBadgePrefix, from), capitals.find(kSlipPrefix, from));
}

std::string_view WithoutOuterBlanks(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool IsBadge(std::string_view text) {
  const auto token = ReadBadgeToken(text);
  return token || token.error().kind == ErrorKind::kUnsupported;
}

// A code's own characters may end in a blank, a scanner may add one.
std::string BadgeIn(std::string_view text) {
  if (IsBadge(text)) return std::string(text);
  for (std::string_view less = text; less.ends_with(' ');) {
    less.remove_suffix(1);
    if (IsBadge(less)) return std::string(less);
  }
  return {};
}

ScannedCode Cut(std::string text) {
  ScannedCode code;
  code.kind = CodeKind::kCut;
  code.texts.push_back(std::move(text));
  return code;
}

// From the first prefix on. A card's own characters hardly ever spell the prefix again; where they
// do, the whole is a card and is tried first.
ScannedCode ReadKnown(std::string text) {
  ScannedCode code;
  code.kind = CodeKind::kCard;
  if (std::string badge = BadgeIn(text); !badge.empty()) {
    code.texts.push_back(std::move(badge));
    WipeText(text);
    return code;
  }
  bool cards = true, slips = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(FirstPrefix(text, at + 1), text.size());
    const std::string_view part = std::string_view(text).substr(at, next - at);
    at = next;
    std::string badge = BadgeIn(part);
    const bool slip = badge.empty() && ParseSlip(WithoutOuterBlanks(part)).has_value();
    cards = cards && !badge.empty();
    slips = slips && slip;
    code.texts.push_back(badge.empty() ? std::string(WithoutOuterBlanks(part)) : std::move(badge));
  }
  if (!cards && !slips) return Cut(std::move(text));
  if (slips) code.kind = CodeKind::kSlip;
  WipeText(text);
  return code;
}

}  // namespace

ScannedCode::~ScannedCode() {
  for (std::string& text : texts) WipeText(text);
}

void WipeText(std::string& text) {
  explicit_bzero(text.data(), text.size());
  text.clear();
}

char PlainKey(std::string_view typed, std::size_t& size) {
  const auto byte = [&](std::size_t i) {
    return i < typed.size() ? static_cast<unsigned char>(typed[i]) : 0u;
  };
  const unsigned lead = byte(0);
  size = 1;
  if (lead < 0x80) return static_cast<char>(lead);
  const std::size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  while (size < whole && (byte(size) & 0xC0) == 0x80) ++size;
  if (lead == 0xC2 && byte(1) == 0xA5) return '$';  // ¥, typed for $
  if (size != 3) return 0;
  const unsigned point = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  switch (point) {
    case 0x3000:
      return ' ';
    case 0x3001:  // 、
      return '/';
    case 0x3002:  // 。
      return '.';
    case 0xFFE5:  // ￥
      return '$';
    default:
      return point >= 0xFF01 && point <= 0xFF5E ? static_cast<char>(point - 0xFF01 + '!') : '\0';
  }
}

CodeStart StartIn(std::string_view typed) {
  const Keys keys(typed);
  std::string capitals = keys.Capitals();
  CodeStart start;
  const std::size_t lead = LeadOf(capitals);
  const std::string_view rest = std::string_view(capitals).substr(lead);
  if (const std::size_t found = FirstPrefix(capitals, 0); found != capitals.npos) {
    start.is = CodeStart::Is::kYes;
    const bool scanners =
        found <= lead + kOwnPrefix && capitals.substr(0, found).find('\1') == capitals.npos;
    if (!scanners) start.before = keys.at[found];
  } else if (!typed.empty() && (kBadgePrefix.starts_with(rest) || kSlipPrefix.starts_with(rest))) {
    start.is = CodeStart::Is::kMaybe;
  }
  WipeText(capitals);
  return start;
}

bool LooksCutOff(std::string_view typed) {
  const Keys keys(typed);
  if (keys.text.size() < kCutOff) return false;
  constexpr std::string_view kSigns = "$%*+-./:";
  bool small = false, large = false;
  std::size_t digits = 0, signs = 0;
  for (const char key : keys.text) {
    small |= key >= 'a' && key <= 'z';
    large |= key >= 'A' && key <= 'Z';
    digits += IsDigit(key);
    signs += kSigns.find(key) != kSigns.npos;
    if (!IsLetter(key) && !IsDigit(key) && key != ' ' && kSigns.find(key) == kSigns.npos)
      return false;
  }
  // Of 45 characters 10 are digits and 8 signs; words have one or two of them.
  return !(small && large) && digits >= 2 && signs >= 2 && digits + signs >= keys.text.size() / 6;
}

ScannedCode ReadScanned(std::string_view typed) {
  const Keys keys(typed);
  std::string capitals = keys.Capitals();
  if (const std::size_t found = FirstPrefix(capitals, 0); found != capitals.npos) {
    std::string known = capitals.substr(found);
    WipeText(capitals);
    return ReadKnown(std::move(known));
  }
  WipeText(capitals);
  const std::size_t lead = LeadOf(keys.text);
  const std::string_view own = WithoutOuterBlanks(std::string_view(keys.text).substr(lead));
  if (own.empty() || LooksCutOff(typed)) return Cut(keys.text);
  ScannedCode code;
  code.texts.emplace_back(own);
  return code;
}

}  // namespace studio
