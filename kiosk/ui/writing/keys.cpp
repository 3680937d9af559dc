#include "ui/writing/keys.h"

#include <algorithm>
#include <string>

#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr std::int64_t kRepeatAfterMs = 500, kRepeatEveryMs = 100;
constexpr float kKeyGap = 12, kRowGap = 14;

float Gap(const Theme& theme) { return std::max(theme.Px(10), theme.size.touch_gap); }

TextStyle KeyStyle(const Frame& frame, const Rect& rect, std::string_view text, Colour ink) {
  const Theme& theme = frame.theme;
  const bool letter = text.size() <= 3;  // one character
  const float size = letter ? theme.size.card_title * 0.95f : theme.size.button * 0.9f;
  TextStyle style =
      TextStyle::Of(std::min(size, rect.h * 0.6f), Weight::kRegular, ink, Align::kCentre);
  const float room = rect.w - theme.Px(12), wide = MeasureText(frame, text, style);
  if (wide > room) style.size = std::max(theme.Px(34), style.size * room / wide);
  return style;
}

Press DrawKey(Frame& frame, const Rect& rect, std::string_view label, const KeyLook& look) {
  const Press press =
      PressArea(frame, rect, std::string(label) + "##key", {look.enabled, Taps::kWriting});
  const Palette& c = frame.theme.colour;
  DrawKeySheet(frame, rect,
               press.down  ? c.red
               : look.dark ? c.dark_key
                           : c.card,
               press.down ? c.red_pressed : c.outline);
  const Colour ink = press.down ? c.on_red : look.enabled ? c.ink : c.soft_ink;
  if (!look.icon.empty()) {
    DrawIcon(frame, rect, look.icon, frame.theme.Px(58), ink);
    return press;
  }
  const std::string_view shown = look.shown.empty() ? label : look.shown;
  if (look.name.empty()) {
    DrawText(frame, rect, shown, KeyStyle(frame, rect, shown, ink));
    return press;
  }
  const Theme& theme = frame.theme;
  const float big = std::min(theme.size.home_title, rect.h * 0.42f);
  Rect both = rect.Centred(rect.w, big * 1.3f + theme.size.body * 1.3f);
  DrawText(frame, both.TakeTop(big * 1.3f), shown,
           TextStyle::Of(big, Weight::kBold, ink, Align::kCentre));
  DrawText(frame, both, look.name,
           TextStyle::Of(theme.size.body, Weight::kRegular, ink, Align::kCentre));
  return press;
}

void SymbolsKey(Frame& frame, const Rect& rect, const KeyTarget& target) {
  KeyLook look;
  look.dark = true;
  if (Key(frame, rect, say::kSymbols, look)) target.keyboard.ShowSymbols(true);
}

void MarkKey(Frame& frame, const Rect& rect, std::string_view mark, const KeyTarget& target) {
  if (Key(frame, rect, mark)) target.keyboard.Insert(target.draft, mark);
}

void SpaceKey(Frame& frame, const Rect& rect, const KeyTarget& target) {
  KeyLook look;
  if (target.keyboard.Unfinished()) look.shown = say::kTakeFirst;
  if (Key(frame, rect, say::kSpace, look)) target.keyboard.Space(target.draft);
}

void LineBreakKey(Frame& frame, const Rect& rect, const KeyTarget& target) {
  KeyLook look;
  look.dark = true;
  if (Key(frame, rect, say::kLineBreak, look)) target.keyboard.Insert(target.draft, "\n");
}

void Erase(Frame& frame, const Rect& rect, const KeyTarget& target) {
  if (DeleteKey(frame, rect, target.hold)) target.keyboard.Delete(target.draft);
}

// Marks, space and line break: the lowest row of letters and of strokes.
void DrawSpaceRow(Frame& frame, Rect row, const KeyTarget& target) {
  const float gap = Gap(frame.theme), one = frame.theme.Px(108);
  SymbolsKey(frame, row.TakeLeft(one * 1.6f, gap), target);
  MarkKey(frame, row.TakeLeft(one, gap), "，", target);
  if (target.line_break) LineBreakKey(frame, row.TakeRight(one * 1.5f, gap), target);
  MarkKey(frame, row.TakeRight(one, gap), "。", target);
  SpaceKey(frame, row, target);
}

}  // namespace

void DrawKeySheet(Frame& frame, const Rect& rect, Colour colour, Colour foot) {
  const Theme& theme = frame.theme;
  const float radius = theme.Px(18), lip = std::max(2.f, theme.Px(4));
  FillRounded(frame, rect, radius, foot);
  FillRounded(frame, {rect.x, rect.y, rect.w, rect.h - lip}, radius, colour);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, rect, radius, theme.Px(3), theme.colour.outline);
}

bool Key(Frame& frame, const Rect& rect, std::string_view label, KeyLook look) {
  return DrawKey(frame, rect, label, look).began;
}

bool DeleteKey(Frame& frame, const Rect& rect, KeyHold& hold) {
  KeyLook look;
  look.icon = "backspace";
  look.dark = true;
  const Press press = DrawKey(frame, rect, say::kDeleteKey, look);
  const std::int64_t now = frame.now.monotonic_ms;
  bool acts = press.began;
  if (press.began) {
    hold.next_ms = now + kRepeatAfterMs;
  } else if (press.down && hold.next_ms >= 0 && now >= hold.next_ms) {
    acts = true;
    hold.next_ms = now + kRepeatEveryMs;
  }
  if (!press.down || press.tapped) {
    hold.next_ms = -1;
  } else {
    frame.RequestRedrawAt(hold.next_ms);
  }
  return acts;
}

bool TurnKey(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
             bool enabled) {
  const Press press = PressArea(frame, rect, label, {enabled, Taps::kWriting});
  const Palette& c = frame.theme.colour;
  DrawKeySheet(frame, rect, press.down ? c.red : c.dark_key, c.outline);
  DrawIcon(frame, rect, icon, frame.theme.Px(60),
           press.down ? c.on_red
           : enabled  ? c.ink
                      : c.outline);
  return press.began;
}

void DrawLetterKeys(Frame& frame, const Rect& rect, const KeyTarget& target) {
  constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  const float gap = Gap(frame.theme);
  const std::vector<Rect> rows = rect.SplitRows(4, frame.theme.Px(kRowGap));
  const float key = (rect.w - 9 * gap) / 10;
  for (std::size_t i = 0; i < 3; ++i) {
    Rect row = rows[i];
    if (i == 1) row = row.Centred(9 * key + 8 * gap, row.h);
    for (const char& letter : kRows[i]) {
      if (Key(frame, row.TakeLeft(key, gap), std::string_view(&letter, 1)))
        target.keyboard.Press(letter);
    }
    if (i != 2) continue;
    KeyLook parting;
    parting.shown = say::kParting;
    if (Key(frame, row.TakeLeft(key, gap), "'", parting)) target.keyboard.Press('\'');
    Erase(frame, row, target);
  }
  DrawSpaceRow(frame, rows[3], target);
}

void DrawStrokeKeys(Frame& frame, const Rect& rect, const KeyTarget& target) {
  constexpr struct {
    std::string_view key, shown, name;
  } kStrokes[] = {{"h", "一", "横"},
                  {"s", "丨", "竖"},
                  {"p", "丿", "撇"},
                  {"n", "丶", "点"},
                  {"z", "乛", "折"}};
  const Theme& theme = frame.theme;
  const float row_gap = theme.Px(kRowGap), gap = theme.Px(kKeyGap);
  Rect rest = rect;
  const float row = (rect.h - 3 * row_gap) / 4;
  const Rect bottom = rest.TakeBottom(row, row_gap);
  const std::vector<Rect> marks = rest.TakeBottom(row, row_gap).SplitColumns(5, gap);
  const std::vector<Rect> strokes = rest.SplitColumns(5, gap);
  for (std::size_t i = 0; i < 5; ++i) {
    KeyLook look;
    look.shown = kStrokes[i].shown;
    look.name = kStrokes[i].name;
    if (Key(frame, strokes[i], kStrokes[i].key, look)) target.keyboard.Press(kStrokes[i].key[0]);
  }
  constexpr std::string_view kMarks[] = {"、", "？", "！"};
  for (std::size_t i = 0; i < 3; ++i) MarkKey(frame, marks[i], kMarks[i], target);
  Erase(frame, {marks[3].x, marks[3].y, marks[4].Right() - marks[3].x, marks[3].h}, target);
  DrawSpaceRow(frame, bottom, target);
}

void DrawDigitKeys(Frame& frame, const Rect& rect, const KeyTarget& target) {
  constexpr std::string_view kKeys[] = {"1", "2", "3", "年", "元", "4", "5", "6", "月", "号",
                                        "7", "8", "9", "日", "%",  ".", "0", "-", "点", ""};
  const std::vector<Rect> cells = rect.SplitGrid(5, 4, frame.theme.Px(kRowGap));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (kKeys[i].empty()) {
      Erase(frame, cells[i], target);
    } else {
      MarkKey(frame, cells[i], kKeys[i], target);
    }
  }
}

void DrawSymbolKeys(Frame& frame, const Rect& rect, const KeyTarget& target) {
  constexpr std::string_view kMarks[] = {"，", "。", "、", "？", "！", "：", "；", "“",
                                         "”",  "（", "）", "《", "》", "·",  "—",  "…"};
  const Theme& theme = frame.theme;
  const std::vector<Rect> rows = rect.SplitRows(4, theme.Px(kRowGap));
  for (std::size_t row = 0; row < 3; ++row) {
    const std::vector<Rect> cells = rows[row].SplitColumns(6, theme.Px(kKeyGap));
    for (std::size_t i = 0; i < 6; ++i) {
      const std::size_t mark = row * 6 + i;
      if (mark < std::size(kMarks)) MarkKey(frame, cells[i], kMarks[mark], target);
    }
    if (row == 2) {
      Erase(frame, {cells[4].x, cells[4].y, cells[5].Right() - cells[4].x, cells[4].h}, target);
    }
  }
  KeyLook look;
  look.dark = true;
  if (Key(frame, rows[3], say::kBackToKeys, look)) target.keyboard.ShowSymbols(false);
}

void DrawInkKeys(Frame& frame, const Rect& rect, const KeyTarget& target) {
  Keyboard& keyboard = target.keyboard;
  Rect row = rect;
  const float gap = frame.theme.Px(kKeyGap), one = frame.theme.Px(124);
  KeyLook quiet;
  quiet.dark = true;
  quiet.enabled = !keyboard.ink().empty();
  if (Key(frame, row.TakeLeft(one * 1.5f, gap), say::kUndoStroke, quiet)) keyboard.UndoStroke();
  if (Key(frame, row.TakeLeft(one * 1.25f, gap), say::kClearInk, quiet)) keyboard.ClearInk();
  Erase(frame, row.TakeRight(one * 1.2f, gap), target);
  SymbolsKey(frame, row.TakeRight(one * 1.4f, gap), target);
  const std::vector<Rect> marks = row.SplitColumns(2, gap);
  MarkKey(frame, marks[0], "，", target);
  MarkKey(frame, marks[1], "。", target);
}

}  // namespace studio
