#include "ui/press/spoken_blocks.h"

#include <algorithm>
#include <map>

#include "ui/press/reading_order.h"

namespace studio {
namespace {

bool IsKey(const Tappable& target) {
  return target.taps == Taps::kWriting || target.taps == Taps::kOffered;
}

// The smallest one that it stands on; null: none.
const Tappable* TargetUnder(const ScreenText& screen, const VisibleText& text) {
  const Tappable* found = nullptr;
  for (const Tappable& target : screen.Tappables()) {
    if (!target.rect.Contains(text.seen.CentreX(), text.seen.CentreY())) continue;
    const bool smaller =
        found == nullptr || target.rect.w * target.rect.h < found->rect.w * found->rect.h;
    if (smaller) found = &target;
  }
  return found;
}

bool IsQuiet(const ScreenText& screen, const VisibleText& text) {
  const auto& places = screen.QuietPlaces();
  return std::any_of(places.begin(), places.end(), [&](const Rect& place) {
    return place.Contains(text.seen.CentreX(), text.seen.CentreY());
  });
}

}  // namespace

std::vector<SpokenBlock> SpokenBlocks(const ScreenText& screen) {
  std::map<const Tappable*, std::vector<const VisibleText*>> on;
  std::vector<Tappable> places;  // whose id is where their block lies
  std::vector<SpokenBlock> blocks;
  const auto add = [&](const Rect& rect, std::vector<const VisibleText*> texts) {
    std::stable_sort(texts.begin(), texts.end(), [](const VisibleText* a, const VisibleText* b) {
      return a->seen.y < b->seen.y;
    });
    Tappable place{.label = {}, .rect = rect};
    place.id = static_cast<std::uint32_t>(blocks.size());
    places.push_back(place);
    blocks.push_back({rect, {}});
    for (const VisibleText* text : texts) blocks.back().sentences.push_back(text->text);
  };
  for (const VisibleText& text : screen.Texts()) {
    if (text.seen.Empty() || text.struck || IsQuiet(screen, text)) continue;
    const Tappable* const target = TargetUnder(screen, text);
    if (target == nullptr) {
      add(text.seen, {&text});
    } else if (!IsKey(*target)) {
      on[target].push_back(&text);
    }
  }
  for (const auto& [target, texts] : on) add(target->rect, texts);
  std::vector<SpokenBlock> out;
  for (const Tappable* const place : InReadingOrder(places)) out.push_back(blocks[place->id]);
  return out;
}

}  // namespace studio
