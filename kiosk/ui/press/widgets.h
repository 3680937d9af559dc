// What people press. Every widget takes the rectangle it is drawn in, grows its touch target to the
// theme's floor where the rectangle is smaller, and answers true in the one frame where it was
// tapped: the finger came down on it and left the glass not far off it. `label` is what is shown;
// what follows "##" only tells same-named widgets apart. A disabled widget says why where there is
// room (`why_not`).
#pragma once

#include <string>
#include <string_view>

#include "ui/kit/frame.h"
#include "ui/kit/screen_text.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"

namespace studio {

struct Press {
  bool down = false;  // a finger is on it
  bool tapped = false;
  bool began = false;  // the finger came down on it in this frame: keys act then
  bool held = false;   // the finger is its own, wherever it has gone since
};

struct TargetLook {
  bool enabled = true;
  Taps taps = Taps::kOnce;
  Leads leads = Leads::kAnywhere;
  bool text = false;  // a text that keys are typed into
};
// The bare touch target, for drawing of one's own; registers the label.
Press PressArea(Frame& frame, const Rect& rect, std::string_view label, const TargetLook& look);
Press PressArea(Frame& frame, const Rect& rect, std::string_view label, bool enabled = true);

struct ButtonLook {
  std::string_view icon{};  // Material name; empty: none
  bool enabled = true;
  std::string_view why_not{};  // shown under the label of a disabled button
  Taps taps = Taps::kOnce;
  bool ends = false;  // it files something, or who pressed it is done (see Leads::kEnd)
};

bool PrimaryButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look = {});
bool SecondaryButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look = {});
bool DangerButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look = {});
// An icon alone, `label` for scripts and tests only.
bool IconButton(Frame& frame, const Rect& rect, std::string_view icon, std::string_view label);

// A card that is pressed.
struct TileLook {
  std::string_view icon{};
  std::string_view hint{};  // under the title, in soft ink
  Tone tone = Tone::kRed;   // of the icon; kSand is the quiet brown
  bool enabled = true;
  bool ends = false;  // of a RowTile: see ButtonLook
  bool leads = true;  // of a RowTile: an arrow says so
};
// Icon above, title and hint under it, all in the middle: categories.
bool Tile(Frame& frame, const Rect& rect, std::string_view title, TileLook look);
// Icon above, left-aligned, large title; with the icon at the left where the rectangle is wide.
bool LargeTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look);
// Small: icon above a plain title, or beside it where the rectangle is wide.
bool SmallTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look);
// Home's red card.
bool BigTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look);
// One of several choices, or a ready sentence: plain words on a card, filled with red when chosen.
struct OptionLook {
  std::string_view icon{};  // at the left, and then the words are left-aligned
  bool chosen = false;
};
bool Option(Frame& frame, const Rect& rect, std::string_view label, OptionLook look = {});
// The width in which an option without an icon shows that text as large as others.
float OptionWidth(const Frame& frame, std::string_view label);
// A full-width card: icon, title, hint, and an arrow at the right.
bool RowTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look);

// A pill that is pressed; on: filled with red.
struct ChipLook {
  std::string_view icon{};
  bool on = false;
  bool enabled = true;
};
bool Chip(Frame& frame, const Rect& rect, std::string_view label, ChipLook look = {});
// The width a chip or status pill with that text and icon takes.
float PillWidth(const Frame& frame, std::string_view label, bool icon);
// A status: icon, word and tint together; starts at x, y; returns its rectangle. height 0: as
// high as suits a line of text; chip_height beside chips.
Rect StatusPill(Frame& frame, float x, float y, std::string_view word, std::string_view icon,
                Tone tone, float height = 0);
// A tinted panel with an icon, a heading and a wrapped text; returns the height used.
float NoticePanel(Frame& frame, const Rect& rect, Tone tone, std::string_view icon,
                  std::string_view heading, std::string_view text);

// Card rows: a large choice with title, explanation and what is chosen now.
bool ChoiceRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
               bool selected);
// The height that the explanation needs at that width.
float ChoiceRowHeight(const Frame& frame, float width, std::string_view explanation);
// A tick box; the caller turns the value round when it answers true.
bool CheckRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
              bool checked);
// A switch at the right.
bool ToggleRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
               bool on);
// Title, value in soft ink, and an arrow where it is `tappable`; a divider below.
bool ListRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view value,
             bool tappable = true);
// A card row "-  3 人  +"; changes value within [low, high]; true when it changed.
bool Stepper(Frame& frame, const Rect& rect, std::string_view label, std::string_view unit,
             int& value, int low, int high);

// Digits, delete and clear, three wide and four high; edits `digits` up to max_length; true when
// it changed. Physical digit keys and backspace work too.
bool NumberPad(Frame& frame, const Rect& rect, std::string& digits, std::size_t max_length);

struct FieldLook {
  std::string_view placeholder{};
  bool focused = false;                        // outlined in red, with a caret
  std::size_t caret = std::string_view::npos;  // byte offset in the text; npos: at its end
};
// A field of one line with its label above the text, which stays when the text is filled in, and a
// caret; true when tapped. It changes nothing: see ApplyTyping.
bool Field(Frame& frame, const Rect& rect, std::string_view label, std::string_view text,
           FieldLook look = {});
// Where in a field of that rectangle its text stands.
Rect FieldLine(const Frame& frame, const Rect& rect);

struct HeaderLook {
  std::string_view step{};  // "第 1 步，共 5 步", at the right
  float progress = -1;      // 0 to 1; below 0: no bar
  bool back = true;
};
// Back arrow, title, step and progress bar along the top of `area`, which becomes what is left.
// True when back was tapped.
bool Header(Frame& frame, Rect& area, std::string_view title, HeaderLook look = {});
// Frame::said, in the place of a title.
void DrawSaid(Frame& frame, Rect line);
// The one question of a page, with an explanation under it; takes what it needs from `area`.
void Question(Frame& frame, Rect& area, std::string_view question,
              std::string_view explanation = {});
// The row of buttons at the foot of a page; takes it from `area`.
Rect TakeFooter(const Frame& frame, Rect& area);

}  // namespace studio
