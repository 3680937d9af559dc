#include "ui/press/reading_order.h"

#include <algorithm>
#include <span>

namespace studio {
namespace {

constexpr float kRounding = 1;  // pixels that neighbours may overlap by

using Targets = std::span<const Tappable*>;

struct Extent {
  float from, to;
};
Extent Down(const Tappable& target) { return {target.rect.y, target.rect.Bottom()}; }
Extent Across(const Tappable& target) { return {target.rect.x, target.rect.Right()}; }

// Sorted along one axis and cut wherever no target stands in the way: where each part begins, and
// the end.
std::vector<std::size_t> Cut(Targets targets, Extent (*along)(const Tappable&)) {
  std::stable_sort(targets.begin(), targets.end(), [along](const Tappable* a, const Tappable* b) {
    return along(*a).from < along(*b).from;
  });
  std::vector<std::size_t> cuts{0};
  float reach = along(*targets[0]).to;
  for (std::size_t i = 1; i < targets.size(); ++i) {
    if (along(*targets[i]).from >= reach - kRounding) cuts.push_back(i);
    reach = std::max(reach, along(*targets[i]).to);
  }
  cuts.push_back(targets.size());
  return cuts;
}

void Sort(Targets targets) {
  if (targets.size() < 2) return;
  for (const auto along : {Down, Across}) {
    const std::vector<std::size_t> cuts = Cut(targets, along);
    if (cuts.size() == 2) continue;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
      Sort(targets.subspan(cuts[i], cuts[i + 1] - cuts[i]));
    return;
  }
  // Laid like bricks round a middle, no line parts them.
  std::stable_sort(targets.begin(), targets.end(),
                   [](const Tappable* a, const Tappable* b) { return a->rect.y < b->rect.y; });
}

}  // namespace

std::vector<const Tappable*> InReadingOrder(const std::vector<Tappable>& targets) {
  std::vector<const Tappable*> out;
  for (const Tappable& target : targets)
    if (target.enabled) out.push_back(&target);
  Sort(out);
  return out;
}

}  // namespace studio
