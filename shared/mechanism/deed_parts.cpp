#include "shared/mechanism/deed_parts.h"

#include <algorithm>
#include <tuple>

namespace studio {

DeedParts::DeedParts(const std::vector<Deed>& deeds, CalendarDate today) {
  deeds_.reserve(deeds.size());
  for (const Deed& deed : deeds) {
    if (deed.done > today || !deed.sent_back.empty()) continue;
    const auto later = [&](const DeedState& state) { return state.on > today; };
    if (std::none_of(deed.states.begin(), deed.states.end(), later)) {
      deeds_.push_back(&deed);
    } else {
      deeds_.push_back(&so_far_.emplace_back(deed));
      std::erase_if(so_far_.back().states, later);
    }
  }
  const auto order = [](const Deed* deed) {
    return std::tie(deed->id, deed->waiting, deed->done, deed->kind);
  };
  std::stable_sort(deeds_.begin(), deeds_.end(),
                   [&](const Deed* a, const Deed* b) { return order(a) < order(b); });
  const auto same = [](const Deed* a, const Deed* b) { return a->id == b->id; };
  deeds_.erase(std::unique(deeds_.begin(), deeds_.end(), same), deeds_.end());
  for (const Deed* deed : deeds_) {
    for (std::size_t place = 0; place < deed->members.size(); ++place) {
      auto& parts = parts_[deed->members[place].id];
      if (parts.empty() || parts.back().deed != deed) parts.push_back({deed, place});
    }
  }
}

const std::vector<DeedPart>& DeedParts::Of(std::string_view member) const {
  static const std::vector<DeedPart> kNone;
  const auto found = parts_.find(member);
  return found == parts_.end() ? kNone : found->second;
}

}  // namespace studio
