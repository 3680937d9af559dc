#include "ui/kit/text_layout.h"

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::u32string_view kClosing =
    U"，。、；：？！）》」』】〉〕〗］｝”’〞…—～·•．／%％‰℃°,.;:?!)]}>";
constexpr std::u32string_view kOpening = U"（《「『【〈〔〖［｛“‘〝([{<￥¥$";
// Full-width marks whose right or left half the font leaves blank.
constexpr std::u32string_view kBlankAfter = U"，。、；：？！）》」』】〉〕”’";
constexpr std::u32string_view kBlankBefore = U"（《「『【〈〔“‘";

bool IsIn(std::u32string_view set, char32_t code) { return set.find(code) != set.npos; }

// Letters and digits of words that stay whole, with the marks inside numbers and times.
bool IsWord(char32_t code) {
  if (code < 0x80) return code > ' ' && code != '(' && code != ')' && code != '/';
  return code >= 0xC0 && code < 0x250;
}

}  // namespace

bool MayBreakBetween(char32_t before, char32_t after) {
  return MayBreakAtSpace(before, after) && !(IsWord(before) && IsWord(after));
}

bool MayBreakAtSpace(char32_t before, char32_t after) {
  return !IsIn(kOpening, before) && !IsIn(kClosing, after);
}

float Squeeze(int pixels, char32_t before, char32_t after) {
  const bool closed = IsIn(kBlankAfter, before), opens = IsIn(kBlankBefore, after);
  const bool squeezed =
      (closed && (opens || IsIn(kBlankAfter, after))) || (opens && IsIn(kBlankBefore, before));
  return squeezed ? static_cast<float>(pixels) / 2 : 0;
}

float LineWidth(Fonts& fonts, Weight weight, int pixels, std::string_view text) {
  float width = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    width += AdvanceOf(fonts, weight, pixels, code) - Squeeze(pixels, before, code);
    before = code;
  }
  return width;
}

TextLine CutLine(Fonts& fonts, Weight weight, int pixels, std::string_view text, std::size_t begin,
                 float max_width) {
  const float room = max_width - AdvanceOf(fonts, weight, pixels, kEllipsis);
  TextLine line{begin, begin, 0, true};
  char32_t before = 0;
  for (std::size_t at = begin; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    const float advance = AdvanceOf(fonts, weight, pixels, code) - Squeeze(pixels, before, code);
    if (code == '\n' || line.width + advance > room) break;
    line.width += advance;
    line.end = at;
    before = code;
  }
  line.width += max_width - room;
  return line;
}

std::vector<TextLine> BreakLines(Fonts& fonts, Weight weight, int pixels, std::string_view text,
                                 float max_width, int max_lines) {
  std::vector<TextLine> lines;
  TextLine line, at_break;  // at_break: the line if it ended at the last place where it may
  std::size_t resume = 0;   // where the next line would begin then; 0: no such place yet
  bool whole = false;       // no word is cut there
  char32_t before = 0;      // the last that is no space
  float spaces = 0;         // width of spaces at the end of the line, which may hang over
  const auto finish = [&](const TextLine& done, std::size_t next) {
    lines.push_back(done);
    line = TextLine{next, next, 0, false};
    resume = 0;
    whole = false;
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
    float advance = AdvanceOf(fonts, weight, pixels, code);
    if (code == ' ') {
      spaces += advance;
      continue;
    }
    const bool apart = spaces > 0;
    // A word that is longer than a line is cut up, but not before a mark that it ends in.
    const bool ends_whole = apart || MayBreakBetween(before, code);
    if (before != 0 && MayBreakAtSpace(before, code) && (ends_whole || !whole)) {
      at_break = line;
      resume = here;
      whole = ends_whole;
    }
    if (!apart) advance -= Squeeze(pixels, before, code);
    if (line.width + spaces + advance > max_width && here > line.begin) {
      if (resume != 0) {
        at = resume;
        finish(at_break, resume);
      } else {
        at = here;
        finish(line, here);
      }
      continue;
    }
    line.width += spaces + advance;
    line.end = at;
    spaces = 0;
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
