// What a hand scanner typed, read as a code. Scanners type in many manners: letters turned round by
// Caps Lock, full-width ones by an input method, a symbology or a character set named before the
// code, blanks and control characters around it. A card's alphabet (base45) has capitals only and a
// slip's has digits, so undoing all of it changes neither, and what was undone wrongly opens
// nothing: a card is signed, a slip's number carries a check digit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

enum class CodeKind {
  kCard,   // a member's badge, or two of them run together
  kSlip,   // a receipt's
  kCut,    // a part of a card or a slip, or what only begins like one
  kOther,  // anything else
};

// Its texts are wiped with it: a card's holds the secret.
struct ScannedCode {
  ScannedCode() = default;
  ScannedCode(ScannedCode&&) = default;
  ScannedCode& operator=(ScannedCode&&) = delete;
  ~ScannedCode();

  CodeKind kind = CodeKind::kOther;
  std::vector<std::string> texts;  // as ReadBadgeToken and ParseSlip want them; never empty
};

// `typed`: all that came, UTF-8.
ScannedCode ReadScanned(std::string_view typed);

// Whether what was typed so far begins as a card or a slip does.
struct CodeStart {
  enum class Is { kNo, kMaybe, kYes };
  Is is = Is::kNo;
  std::size_t before = 0;  // kYes: bytes before it that no scanner put there
};
CodeStart StartIn(std::string_view typed);

// A card's characters without their beginning: long, nothing but base45 in one case, with digits
// and signs among the letters as no words have them.
bool LooksCutOff(std::string_view typed);

// The next character of `typed`, which is not empty, as the key of a code that it stands for; 0
// where there is none. `size`: the bytes it takes.
char PlainKey(std::string_view typed, std::size_t& size);

void WipeText(std::string& text);

}  // namespace studio
