#include "app/desk/requests_flow.h"

#include <algorithm>
#include <utility>

#include "shared/base/folded_text.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

constexpr std::size_t kFewestDigits = 3;

std::int64_t AtLeastMs(WaitingFor waiting) {
  switch (waiting) {
    case WaitingFor::kThreeDays:
      return 3 * kDayMs;
    case WaitingFor::kWeek:
      return 7 * kDayMs;
    case WaitingFor::kMonth:
      return 30 * kDayMs;
    case WaitingFor::kAnyTime:
      break;
  }
  return 0;
}

bool IsOf(const RequestBody& body, const std::string& looked_for) {
  const std::string digits = DigitsIn(looked_for);
  if (digits.size() >= kFewestDigits && (body.phone.find(digits) != std::string::npos ||
                                         body.receipt.find(digits) != std::string::npos)) {
    return true;
  }
  const std::string name = NameKey(looked_for);
  if (name.empty()) return false;
  const auto has = [&](const std::string& one) {
    return NameKey(one).find(name) != std::string::npos;
  };
  return has(body.name) ||
         std::any_of(body.representatives.begin(), body.representatives.end(), has);
}

}  // namespace

RequestsFlow::RequestsFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                           KeySession session)
    : store_(store), kiosk_(state), clock_(clock), session_(std::move(session)) {
  Read();
}

void RequestsFlow::Read() {
  if (!requests_) state_ = RequestsState::kReading;
  store_.ReadRequests(session_,
                      visit_.Guard<Result<DeskRequestsPtr>>([this](Result<DeskRequestsPtr> read) {
                        requests_ = read ? std::move(*read) : nullptr;
                        state_ = requests_ ? RequestsState::kThere : RequestsState::kFailed;
                      }));
}

CalendarDate RequestsFlow::DayOf(std::int64_t county_ms) const {
  return *ParseDate(LocalTime::At(county_ms).Date());
}

bool RequestsFlow::IsOverdue(const DeskRequest& request) const {
  return request.IsOverdue(DayOf(kiosk_.CountyMs(clock_.Now())));
}

bool RequestsFlow::IsPicked(const DeskRequest& request) const {
  if (!village_.empty() && request.body.village != village_) return false;
  if (!category_.empty() && request.body.category != category_) return false;
  if (waiting_ != WaitingFor::kAnyTime) {
    const std::int64_t age_ms = kiosk_.CountyMs(clock_.Now()) - request.made_at_ms;
    if (request.Answered() || age_ms < AtLeastMs(waiting_)) return false;
  }
  return looked_for_.Blank() || IsOf(request.body, looked_for_.text());
}

std::vector<const DeskRequest*> RequestsFlow::Shown() const {
  std::vector<const DeskRequest*> out;
  if (!requests_) return out;
  for (const DeskRequest& one : *requests_) {
    if (IsPicked(one)) out.push_back(&one);
  }
  const bool longest = order_ == RequestsOrder::kLongestWaiting;
  std::stable_sort(out.begin(), out.end(), [&](const DeskRequest* a, const DeskRequest* b) {
    if (IsOverdue(*a) != IsOverdue(*b)) return IsOverdue(*a);
    if (!longest) return a->made_at_ms > b->made_at_ms;
    if (a->Answered() != b->Answered()) return b->Answered();
    return a->made_at_ms < b->made_at_ms;
  });
  return out;
}

int RequestsFlow::All() const { return requests_ ? static_cast<int>(requests_->size()) : 0; }

int RequestsFlow::Unanswered() const {
  if (!requests_) return 0;
  return static_cast<int>(std::count_if(requests_->begin(), requests_->end(),
                                        [](const DeskRequest& one) { return !one.Answered(); }));
}

const DeskRequest* RequestsFlow::LongestWaiting() const {
  const DeskRequest* oldest = nullptr;
  if (!requests_) return oldest;
  for (const DeskRequest& one : *requests_) {
    if (one.Answered()) continue;
    if (oldest == nullptr || one.made_at_ms < oldest->made_at_ms) oldest = &one;
  }
  return oldest;
}

const DeskRequest* RequestsFlow::Find(const Uuid& record) const {
  if (!requests_) return nullptr;
  const auto found = std::find_if(requests_->begin(), requests_->end(),
                                  [&](const DeskRequest& one) { return one.record == record; });
  return found == requests_->end() ? nullptr : &*found;
}

void RequestsFlow::ReadDraft(const Uuid& record) {
  draft_of_ = record;
  draft_.reset();
  using Draft = std::optional<MemberReplyDraft>;
  store_.ReadReplyDraft(session_, record,
                        visit_.Guard<Result<Draft>>([this, record](Result<Draft> read) {
                          if (read && draft_of_ == record) draft_ = std::move(*read);
                        }));
}

const MemberReplyDraft* RequestsFlow::DraftOf(const Uuid& record) const {
  return draft_ && draft_of_ == record ? &*draft_ : nullptr;
}

void RequestsFlow::DropDraft(const Uuid& record) {
  draft_.reset();
  store_.DropReplyDraft(session_, record, visit_.Guard<Result<bool>>([](const Result<bool>&) {}));
}

std::vector<RequestsChoice> RequestsFlow::Choices(std::string RequestBody::*id,
                                                  std::string RequestBody::*name) const {
  std::vector<RequestsChoice> out;
  if (!requests_) return out;
  for (const DeskRequest& one : *requests_) {
    auto known = std::find_if(out.begin(), out.end(), [&](const RequestsChoice& choice) {
      return choice.id == one.body.*id;
    });
    if (known == out.end()) known = out.insert(out.end(), {one.body.*id, one.body.*name, 0});
    ++known->count;
  }
  std::stable_sort(out.begin(), out.end(), [](const RequestsChoice& a, const RequestsChoice& b) {
    return a.count > b.count;
  });
  return out;
}

std::vector<RequestsChoice> RequestsFlow::Villages() const {
  return Choices(&RequestBody::village, &RequestBody::village_name);
}

std::vector<RequestsChoice> RequestsFlow::Categories() const {
  return Choices(&RequestBody::category, &RequestBody::category_name);
}

}  // namespace studio
