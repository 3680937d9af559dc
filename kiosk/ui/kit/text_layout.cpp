#include "ui/kit/text_layout.h"

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::u32string_view kClosing = U"，。、；：？！）》」』】〉〕”’…—·%％℃,.;:?!)]}>";
constexpr std::u32string_view kOpening = U"（《「『【〈〔“‘([{<￥";

bool IsIn(std::u32string_view set, char32_t code) { return set.find(code) != set.npos; }

// Letters and digits of words that stay whole, with the marks inside numbers and times.
bool IsWord(char32_t code) {
  if (code < 0x80) return code > ' ' && code != '(' && code != ')' && code != '/';
  return code >= 0xC0 && code < 0x250;
}

}  // namespace

bool MayBreakBetween(char32_t before, char32_t after) {
  if (after == ' ') return false;
  if (before == ' ') return true;
  if (IsIn(kOpening, before) || IsIn(kClosing, after)) return false;
  return !(IsWord(before) && IsWord(after));
}

float LineWidth(Fonts& fonts, Weight weight, int pixels, std::string_view text) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += AdvanceOf(fonts, weight, pixels, NextCodePoint(text, at));
  return width;
}

TextLine CutLine(Fonts& fonts, Weight weight, int pixels, std::string_view text, std::size_t begin,
                 float max_width) {
  const float room = max_width - AdvanceOf(fonts, weight, pixels, kEllipsis);
  TextLine line{begin, begin, 0, true};
  for (std::size_t at = begin; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    const float advance = AdvanceOf(fonts, weight, pixels, code);
    if (code == '\n' || line.width + advance > room) break;
    line.width += advance;
    line.end = at;
  }
  line.width += max_width - room;
  return line;
}

std::vector<TextLine> BreakLines(Fonts& fonts, Weight weight, int pixels, std::string_view text,
                                 float max_width, int max_lines) {
  std::vector<TextLine> lines;
  TextLine line, at_break;  // at_break: the line if it ended at the last place where it may
  std::size_t resume = 0;   // where the next line would begin then; 0: no such place yet
  char32_t before = 0;
  float spaces = 0;  // width of spaces at the end of the line, which may hang over
  const auto finish = [&](const TextLine& done, std::size_t next) {
    lines.push_back(done);
    line = TextLine{next, next, 0, false};
    resume = 0;
    before = 0;
    spaces = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t code = NextCodePoint(text, at);
    if (code == '\n') {
      finish(line, at);
      continue;
    }
    if (before != 0 && MayBreakBetween(before, code)) {
      at_break = line;
      resume = here;
    }
    const float advance = AdvanceOf(fonts, weight, pixels, code);
    if (code == ' ') {
      spaces += advance;
    } else if (line.width + spaces + advance > max_width && here > line.begin) {
      if (resume != 0) {
        at = resume;
        finish(at_break, resume);
      } else {
        at = here;
        finish(line, here);
      }
      continue;
    } else {
      line.width += spaces + advance;
      line.end = at;
      spaces = 0;
    }
    before = code;
  }
  lines.push_back(line);
  const auto allowed = static_cast<std::size_t>(max_lines);
  if (max_lines > 0 && lines.size() > allowed) {
    const std::size_t begin = lines[allowed - 1].begin;
    lines.resize(allowed - 1);
    // What the line holds is cut no earlier than needed: it takes from the next one as well.
    lines.push_back(CutLine(fonts, weight, pixels, text, begin, max_width));
  }
  return lines;
}

}  // namespace studio
