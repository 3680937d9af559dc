#include "app/manage/year_flow.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "app/station/year_at_hand.h"

namespace studio {
namespace {

void Count(const std::vector<OwedStretch>& stretches, CalendarDate today, MemberStanding& out) {
  for (const OwedStretch& stretch : stretches) {
    if (stretch.done >= stretch.owed) continue;
    if (stretch.days.Has(today)) ++out.open;
    if (stretch.days.last < today) ++out.missed;
  }
}

Days QuarterOf(CalendarDate day) {
  const unsigned first = (static_cast<unsigned>(day.month()) - 1) / 3 * 3 + 1;
  return {
      day.year() / std::chrono::month(first) / 1,
      std::chrono::year_month_day(day.year() / std::chrono::month(first + 2) / std::chrono::last)};
}

// By what is missing, most first. Each deed is looked at once.
std::vector<MemberStanding> StandingsOf(const StudioAccount& account) {
  std::vector<MemberStanding> all(account.people.size());
  std::map<std::string_view, MemberStanding*> by_id;
  for (std::size_t i = 0; i < all.size(); ++i) {
    MemberStanding& one = all[i];
    one.member = &account.people[i];
    one.result = &account.results[i];
    one.idle = true;
    for (const QuotaState& quota : one.result->quotas) {
      Count(quota.stretches, account.today, one);
      Count(quota.shorter, account.today, one);
    }
    by_id.emplace(one.member->id, &one);
  }
  const CalendarDate year_end = std::chrono::year(account.year) / 12 / 31;
  const Days quarter = QuarterOf(std::min(account.today, year_end));
  for (const auto& [id, deed] : account.deeds) {
    if (!deed.sent_back.empty()) continue;
    for (const DeedMember& part : deed.members) {
      const auto found = by_id.find(part.id);
      if (found == by_id.end()) continue;
      found->second->waiting += deed.waiting && deed.confirmed_by.empty();
      if (!StayedAway(part.attendance) && quarter.Has(deed.done)) found->second->idle = false;
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const MemberStanding& a, const MemberStanding& b) {
    return std::tuple(a.open + a.missed, a.idle) > std::tuple(b.open + b.missed, b.idle);
  });
  return all;
}

}  // namespace

YearFlow::YearFlow(YearStore& store, const KioskState& state, const Clock& clock,
                   KeySession session)
    : store_(store), state_(state), clock_(clock), session_(std::move(session)) {
  year_ = YearAtHand(*state_.station, Today());
  Read();
}

CalendarDate YearFlow::Today() const {
  return *ParseDate(LocalTime::At(state_.CountyMs(clock_.Now())).Date());
}

bool YearFlow::CanGo(int by) const {
  const int this_year = static_cast<int>(Today().year()), to = year_ + by;
  return to == this_year || to == this_year - 1;
}

void YearFlow::Go(int by) {
  if (!CanGo(by)) return;
  year_ += by;
  Forget();
  picked_.clear();
  Read();
}

void YearFlow::Forget() {
  waiting_.clear();
  standings_.clear();
  account_.reset();
}

void YearFlow::Read() {
  if (!account_) state_now_ = YearState::kReading;
  store_.ReadYear({year_, Today(), session_.studio_key},
                  visit_.Guard<Result<StudioAccountPtr>>(
                      [this, year = year_](Result<StudioAccountPtr> account) {
                        if (year != year_) return;
                        if (account) {
                          account_ = std::move(*account);
                          waiting_ = WaitingIn(*account_);
                          standings_ = StandingsOf(*account_);
                          said_.clear();
                          state_now_ = YearState::kThere;
                        } else {
                          Forget();
                          state_now_ = account.error().kind == ErrorKind::kNotFound
                                           ? YearState::kUntold
                                           : YearState::kFailed;
                        }
                      }));
}

std::vector<const Deed*> YearFlow::Waiting() const {
  std::vector<const Deed*> waiting = waiting_;
  std::erase_if(waiting, [&](const Deed* deed) {
    return LiesInClosedYear(*deed) || said_.contains(deed->id);
  });
  return waiting;
}

bool YearFlow::LiesInClosedYear(const Deed& deed) const {
  const int year = static_cast<int>(deed.done.year());
  return year == year_ ? account_->IsClosed() : HasClosed(*state_.station, year);
}

std::size_t YearFlow::WaitingClosed() const {
  const auto closed = std::count_if(waiting_.begin(), waiting_.end(),
                                    [&](const Deed* deed) { return LiesInClosedYear(*deed); });
  return static_cast<std::size_t>(closed);
}

std::size_t YearFlow::WaitingOfYear() const {
  const auto waiting = Waiting();
  const auto of_year = std::count_if(waiting.begin(), waiting.end(), [&](const Deed* deed) {
    return static_cast<int>(deed->done.year()) == year_;
  });
  return static_cast<std::size_t>(of_year);
}

void YearFlow::Toggle(const Deed& deed) {
  if (picked_.erase(deed.id) == 0 && MayReview(deed)) picked_.insert(deed.id);
}

void YearFlow::PickAll() {
  for (const Deed* deed : Waiting()) {
    if (MayReview(*deed) && picked_.size() < kMaxReviewed) picked_.insert(deed->id);
  }
}

void YearFlow::PickOnly(const Deed& deed) {
  picked_.clear();
  Toggle(deed);
}

void YearFlow::Open(const Deed& deed) {
  writeup_.reset();
  const auto record = Uuid::Parse(deed.id);
  opening_ = record.has_value();
  if (!record) return;
  store_.ReadWriteup(
      session_, *record,
      visit_.Guard<Result<std::optional<Writeup>>>([this](Result<std::optional<Writeup>> writeup) {
        opening_ = false;
        writeup_ = writeup ? std::move(*writeup) : std::nullopt;
      }));
}

ReviewBody YearFlow::Review() const {
  ReviewBody body;
  body.deeds = {picked_.begin(), picked_.end()};
  body.by = session_.member;
  body.studio = state_.station->studio.id;
  body.token = session_.token;
  return body;
}

void YearFlow::Confirm() { Say(Review()); }

void YearFlow::SendBack(const std::string& reason) {
  ReviewBody body = Review();
  body.confirms = false;
  body.reason = reason;
  Say(std::move(body));
}

std::function<void(Result<bool>)> YearFlow::WhenKept(std::vector<std::string> deeds) {
  saving_ = true;
  save_failed_ = false;
  return visit_.Guard<Result<bool>>([this, deeds = std::move(deeds)](const Result<bool>& kept) {
    saving_ = false;
    save_failed_ = !kept;
    if (!kept) return;
    for (const std::string& deed : deeds) picked_.erase(deed);
    said_.insert(deeds.begin(), deeds.end());
    Read();
  });
}

void YearFlow::Say(ReviewBody body) {
  if (saving_ || body.deeds.empty()) return;
  auto kept = WhenKept(body.deeds);
  store_.FileReview(session_, std::move(body), std::move(kept));
}

bool YearFlow::MayClose() const {
  return account_ && !account_->IsClosed() && !account_->digest.empty() &&
         MayCloseYear(year_, Today());
}

YearClosingBody YearFlow::Closing() const {
  YearClosingBody body;
  body.year = year_;
  body.digest = account_->digest;
  body.date = ToText(Today());
  body.by = session_.member;
  body.studio = state_.station->studio.id;
  body.token = session_.token;
  return body;
}

void YearFlow::Close() {
  if (MayClose()) Say(Closing());
}

void YearFlow::Reopen(const std::string& why) {
  if (!account_ || !account_->IsClosed()) return;
  YearClosingBody body = Closing();
  body.closes = false;
  body.why = why;
  Say(std::move(body));
}

void YearFlow::Say(YearClosingBody body) {
  if (saving_) return;
  store_.FileYearClosing(session_, std::move(body), WhenKept({}));
}

}  // namespace studio
