#include "page_rules.h"

#include <algorithm>
#include <cmath>

namespace studio {
namespace {

// Layouts are rounded to pixels.
constexpr float kRounding = 1.f;

std::string Where(const Rect& rect) {
  const auto whole = [](float value) { return std::to_string(std::lround(value)); };
  return " (" + whole(rect.x) + "," + whole(rect.y) + " " + whole(rect.w) + "x" + whole(rect.h) +
         ")";
}

bool Inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding &&
         inner.Right() <= outer.Right() + kRounding && inner.Bottom() <= outer.Bottom() + kRounding;
}

bool Overlap(const Rect& a, const Rect& b, float by) {
  const Rect both = a.Intersect(b);
  return both.w > by && both.h > by;
}

// The larger of the gaps between two rectangles that do not overlap.
float GapBetween(const Rect& a, const Rect& b) {
  const float across = std::max(a.x - b.Right(), b.x - a.Right());
  const float down = std::max(a.y - b.Bottom(), b.y - a.Bottom());
  return std::max(across, down);
}

// Enough of a text to know it by.
std::string Name(const VisibleText& text) { return text.text.substr(0, 60); }

// The ink of a line of text, without the room above and below it.
Rect InkOf(const VisibleText& text) {
  return text.seen.Inset(kRounding, std::min(text.rect.h, text.seen.h) * 0.15f);
}

}  // namespace

Faults TouchFaults(const ScreenText& screen, const Theme& theme, const Rect& drawing) {
  Faults out;
  const auto& all = screen.Tappables();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Rect& rect = all[i].rect;
    if (rect.w < theme.size.touch_floor - kRounding || rect.h < theme.size.touch_floor - kRounding)
      out.push_back("too small to touch: " + all[i].label + Where(rect));
    if (!Inside(rect, drawing)) out.push_back("off the drawing: " + all[i].label + Where(rect));
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (GapBetween(rect, all[j].rect) < theme.size.touch_gap - kRounding)
        out.push_back("too close: " + all[i].label + Where(rect) + " and " + all[j].label +
                      Where(all[j].rect));
    }
  }
  return out;
}

Faults IdFaults(const ScreenText& screen) {
  Faults out;
  const auto& all = screen.Tappables();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (all[i].id == all[j].id)
        out.push_back("one id for two: " + all[i].label + Where(all[i].rect) + " and " +
                      all[j].label + Where(all[j].rect));
  return out;
}

Faults RingFaults(const ScreenText& screen, const std::vector<ScreenText::Ring>& rings,
                  const Rect& drawing) {
  Faults out;
  std::vector<const Tappable*> read;
  for (const ScreenText::Ring& ring : rings) {
    const auto& all = screen.Tappables();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Tappable& one) { return one.id == ring.id; });
    if (found == all.end() || ring.target.Empty()) {
      out.push_back("the ring stands nowhere after " + std::to_string(read.size()) + " keys");
      return out;
    }
    read.push_back(&*found);
    if (!Inside(ring.drawn, drawing) || !Inside(found->rect, ring.drawn))
      out.push_back("the ring is not seen whole: " + found->label + Where(ring.drawn));
    for (const VisibleText& text : screen.Texts()) {
      const Rect ink = InkOf(text);
      if (Overlap(ink, ring.drawn, kRounding) && !Inside(ink, ring.free))
        out.push_back("the ring around " + found->label + Where(ring.drawn) + " lies on " +
                      Name(text) + Where(text.rect));
    }
  }
  if (read.empty()) return out;
  if (read.front() != read.back()) out.push_back("the ring does not come round");
  read.pop_back();
  for (const Tappable& target : screen.Tappables()) {
    const auto times = std::count(read.begin(), read.end(), &target);
    if (times != (target.enabled ? 1 : 0))
      out.push_back("the ring comes " + std::to_string(times) + " times to " + target.label +
                    Where(target.rect));
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    for (std::size_t j = i + 1; j < read.size(); ++j) {
      const Rect &first = read[i]->rect, &then = read[j]->rect;
      const bool above =
          then.Bottom() <= first.y + kRounding && then.x < first.Right() && first.x < then.Right();
      const bool level = std::abs(then.CentreY() - first.CentreY()) < kRounding;
      if (above || (level && then.x < first.x))
        out.push_back("read too late: " + read[j]->label + Where(then) + " after " +
                      read[i]->label + Where(first));
    }
  }
  return out;
}

Faults TextFaults(const ScreenText& screen, const Rect& drawing) {
  Faults out;
  for (const VisibleText& text : screen.Texts()) {
    // What a field or a list clips is theirs to show; nothing else may end at the drawing's edge.
    const bool at_edge = text.seen.x <= drawing.x || text.seen.y <= drawing.y ||
                         text.seen.Right() >= drawing.Right() ||
                         text.seen.Bottom() >= drawing.Bottom();
    if (at_edge && !Inside(text.rect, drawing))
      out.push_back("off the drawing: " + Name(text) + Where(text.rect));
    if (text.cut) out.push_back("cut: " + Name(text) + Where(text.rect));
  }
  return out;
}

Faults OverlapFaults(const ScreenText& screen) {
  Faults out;
  const auto& all = screen.Texts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (Overlap(InkOf(all[i]), InkOf(all[j]), kRounding))
        out.push_back("over each other: " + Name(all[i]) + Where(all[i].seen) + " and " +
                      Name(all[j]) + Where(all[j].seen));
    }
    // A text belongs to a thing to touch or lies beside it, never half under it.
    for (const Tappable& tappable : screen.Tappables()) {
      if (Overlap(InkOf(all[i]), tappable.rect, kRounding) && !Inside(InkOf(all[i]), tappable.rect))
        out.push_back("half under " + tappable.label + Where(tappable.rect) + ": " + all[i].text +
                      Where(all[i].seen));
    }
  }
  return out;
}

}  // namespace studio
