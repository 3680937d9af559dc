// What stands in the way of a request for a good reason: danger, what is not ours, and what others
// have raised already.
#include <algorithm>

#include "app/request_flow.h"

namespace studio {

void RequestFlow::ReportDanger() { detour_ = RequestDetour::kDanger; }

void RequestFlow::ContinueAfterDanger(bool still_danger) {
  danger_ = still_danger;
  if (!still_danger) danger_words_.clear();
  detour_ = RequestDetour::kNone;
  if (step_ != RequestStep::kWords) return;
  if (not_ours_) {
    detour_ = RequestDetour::kNotOurs;
  } else {
    Next();
  }
}

void RequestFlow::ContinueAnyway() {
  detour_ = RequestDetour::kNone;
  not_ours_ = nullptr;
  Next();
}

void RequestFlow::AcceptGuidance() {
  if (!not_ours_) return;
  RequestBody body;
  if (const Category* chosen = category()) {
    body.category = chosen->id;
    body.category_name = chosen->name;
  }
  body.guided_to = not_ours_->id;
  // Told and done: the visit ends at once and does not wait for the line in the ledger.
  store_.RecordGuidance(std::move(body), [](const Result<bool>&) {});
}

std::vector<const Matter*> RequestFlow::Matters() const {
  std::vector<const Matter*> out;
  for (const Matter& matter : station_->matters) {
    if (matter.open && matter.village == village_ && matter.category == category_)
      out.push_back(&matter);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Matter* a, const Matter* b) { return a->voices > b->voices; });
  if (out.size() > kMaxMattersOffered) out.resize(kMaxMattersOffered);
  return out;
}

bool RequestFlow::OffersMatters() const {
  // Nobody in danger is asked anything more.
  if (danger_ || matters_seen_ == Where()) return false;
  if (step_ < RequestStep::kWords && !return_to_check_) return false;
  return !Matters().empty();
}

void RequestFlow::Join(std::string_view matter) {
  const std::vector<const Matter*> matters = Matters();
  if (std::none_of(matters.begin(), matters.end(),
                   [&](const Matter* one) { return one->id == matter; }))
    return;
  joins_ = matter;
  GoOnFromMatters();
}

void RequestFlow::JoinNone() {
  joins_.clear();
  GoOnFromMatters();
}

void RequestFlow::GoOnFromMatters() {
  if (detour_ != RequestDetour::kMatters) return;
  matters_seen_ = Where();
  detour_ = RequestDetour::kNone;
  Next();
}

void RequestFlow::LeaveJoined() {
  Changed();
  joins_.clear();
}

const Matter* RequestFlow::joined() const {
  // Where another village or category was chosen meanwhile, it is no longer that matter.
  for (const Matter& matter : station_->matters) {
    if (matter.id == joins_ && matter.village == village_ && matter.category == category_)
      return &matter;
  }
  return nullptr;
}

}  // namespace studio
