// What can be read and touched on the frame last drawn, for scripts and tests. Every text drawn
// and every widget registers itself. A text is registered whole, however it was wrapped or cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/rect.h"

namespace studio {

struct VisibleText {
  std::string text;
  Rect rect;
  bool cut = false;  // it was too long for its place and ends in "…"
  Rect seen{};       // the part of `rect` inside the clip
};

struct Tappable {
  std::string label;
  Rect rect;  // the visible part of what can be touched
  bool enabled = true;
};

class ScreenText {
 public:
  void Clear();
  // Registers what lies at least partly inside `clip`.
  void AddText(std::string_view text, const Rect& rect, const Rect& clip, bool cut = false);
  void AddTappable(std::string_view label, const Rect& rect, bool enabled, const Rect& clip);

  const std::vector<VisibleText>& Texts() const { return texts_; }
  const std::vector<Tappable>& Tappables() const { return tappables_; }
  // True where some text on the screen contains it.
  bool Shows(std::string_view part) const;
  // One text a line, from top to bottom, as a person would read it.
  std::string Print() const;

 private:
  std::vector<VisibleText> texts_;
  std::vector<Tappable> tappables_;
};

}  // namespace studio
