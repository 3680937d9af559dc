#include "ui/kit/screen_text.h"

#include <algorithm>

namespace studio {

void ScreenText::Clear() {
  texts_.clear();
  tappables_.clear();
  quiet_.clear();
  ring_.reset();
}

void ScreenText::AddText(std::string_view text, const Rect& rect, const Rect& clip, bool cut,
                         bool struck) {
  // A text without width still counts where its place is seen.
  const Rect probe{rect.x, rect.y, std::max(rect.w, 1.f), std::max(rect.h, 1.f)};
  if (text.empty() || probe.Intersect(clip).Empty()) return;
  texts_.push_back({std::string(text), rect, cut, rect.Intersect(clip), struck});
}

void ScreenText::AddTappable(std::string_view label, const Rect& rect, bool enabled,
                             const Rect& clip) {
  AddTappable({.label = std::string(label), .rect = rect.Intersect(clip), .enabled = enabled});
}

void ScreenText::AddTappable(Tappable target) {
  if (target.rect.Empty()) return;
  target.label.resize(std::min(target.label.size(), target.label.find("##")));
  tappables_.push_back(std::move(target));
}

bool ScreenText::Shows(std::string_view part) const {
  return std::any_of(texts_.begin(), texts_.end(), [part](const VisibleText& text) {
    return text.text.find(part) != std::string::npos;
  });
}

std::string ScreenText::Print() const {
  std::vector<const VisibleText*> order;
  for (const VisibleText& text : texts_) order.push_back(&text);
  std::stable_sort(order.begin(), order.end(), [](const VisibleText* a, const VisibleText* b) {
    return a->rect.y < b->rect.y || (a->rect.y == b->rect.y && a->rect.x < b->rect.x);
  });
  std::string out;
  for (const VisibleText* text : order) out += text->text + "\n";
  return out;
}

}  // namespace studio
