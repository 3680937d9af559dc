// Where lines of a text break. Knows fonts, not pixels on a screen: the receipt's slip uses it too.
#pragma once

#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"

namespace studio {

struct TextLine {
  std::size_t begin = 0, end = 0;  // bytes of the text, without trailing spaces
  float width = 0;
  bool cut = false;  // "…" follows
};

// Width on one line.
float LineWidth(Fonts& fonts, Weight weight, int pixels, std::string_view text);
// At least one line. max_lines 0: as many as it takes.
std::vector<TextLine> BreakLines(Fonts& fonts, Weight weight, int pixels, std::string_view text,
                                 float max_width, int max_lines);
// The longest beginning of the text that leaves room for "…" within max_width.
TextLine CutLine(Fonts& fonts, Weight weight, int pixels, std::string_view text, std::size_t begin,
                 float max_width);

// True where a line may end between the two, which stand side by side, or with spaces between them.
// CLREQ's lists: closing marks, the inner half of —— and …… never begin a line, opening marks never
// end one.
bool MayBreakBetween(char32_t before, char32_t after);
bool MayBreakAtSpace(char32_t before, char32_t after);

// By how many pixels two marks in a row stand closer than each in its own em: a full-width mark has
// a blank half, and of two blanks that meet one is left out, as in print (”，or ：“).
float Squeeze(int pixels, char32_t before, char32_t after);

inline constexpr char32_t kEllipsis = U'…';
// From the middle of a line down to its base line, in ems, for both Chinese and Latin.
inline constexpr float kBaselineBelowMiddle = 0.375f;

}  // namespace studio
