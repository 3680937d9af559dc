// What stands in the way of a request for a good reason: danger, what is not ours, and what others
// have raised already.
#include <algorithm>

#include "app/request/request_flow.h"

namespace studio {

RequestDetour RequestFlow::detour() const {
  if (stop_.page() == StopPage::kDanger) return RequestDetour::kDanger;
  if (stop_.page() == StopPage::kNotOurs) return RequestDetour::kNotOurs;
  if (at_sensitive_) return RequestDetour::kSensitive;
  return at_matters_ ? RequestDetour::kMatters : RequestDetour::kNone;
}

void RequestFlow::ContinueAfterDanger(bool still_danger) {
  if (!still_danger) return stop_.NoDanger();
  stop_.GoOnInDanger();
  if (step_ == RequestStep::kWords) Next();
}

void RequestFlow::ContinueAnyway() {
  stop_.NotThat();
  Next();
}

void RequestFlow::AcceptGuidance() {
  if (!stop_.not_ours()) return;
  RequestBody body;
  if (const Category* chosen = category()) {
    body.category = chosen->id;
    body.category_name = chosen->name;
  }
  body.guided_to = stop_.not_ours()->id;
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
  if (danger() || matters_seen_ == Where()) return false;
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
  if (!at_matters_) return;
  matters_seen_ = Where();
  at_matters_ = false;
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
