#include "app/manage/year_flow.h"

#include <algorithm>
#include <array>
#include <utility>

namespace studio {
namespace {

// Until when the year before is what a manager still has on their desk.
constexpr unsigned kLastMonthOfClosing = 3;

bool HasClosed(const Station& station, int year) {
  return std::any_of(station.studio_years.begin(), station.studio_years.end(),
                     [&](const StudioYear& one) { return one.year == year && one.closed; });
}

bool Came(const DeedMember& part) {
  constexpr std::array<std::string_view, 5> kNotThere = {"leave", "leave_refused", "absent",
                                                         "withdrew", "registered_absent"};
  return std::find(kNotThere.begin(), kNotThere.end(), part.attendance) == kNotThere.end();
}

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

MemberStanding StandingOf(const StudioAccount& account, std::size_t index) {
  MemberStanding out;
  out.member = &account.people[index];
  out.result = &account.results[index];
  const CalendarDate year_end = std::chrono::year(account.year) / 12 / 31;
  const CalendarDate today = std::min(account.today, year_end);
  for (const QuotaState& quota : out.result->quotas) {
    Count(quota.stretches, account.today, out);
    Count(quota.shorter, account.today, out);
  }
  const Days quarter = QuarterOf(today);
  out.idle = true;
  for (const auto& [id, deed] : account.deeds) {
    if (!deed.sent_back.empty()) continue;
    for (const DeedMember& part : deed.members) {
      if (part.id != out.member->id) continue;
      out.waiting += deed.waiting && deed.confirmed_by.empty();
      if (Came(part) && quarter.Has(deed.done)) out.idle = false;
    }
  }
  return out;
}

}  // namespace

YearFlow::YearFlow(YearStore& store, const KioskState& state, const Clock& clock,
                   KeySession session)
    : store_(store), state_(state), clock_(clock), session_(std::move(session)) {
  const CalendarDate today = Today();
  year_ = static_cast<int>(today.year());
  const bool just_begun = static_cast<unsigned>(today.month()) <= kLastMonthOfClosing;
  if (just_begun && !HasClosed(*state_.station, year_ - 1)) --year_;
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
  account_.reset();
  picked_.clear();
  Read();
}

void YearFlow::Read() {
  if (!account_) state_now_ = YearState::kReading;
  store_.ReadYear({year_, Today(), session_.studio_key},
                  visit_.Guard<Result<StudioAccountPtr>>(
                      [this, year = year_](Result<StudioAccountPtr> account) {
                        if (year != year_) return;
                        if (account) {
                          account_ = std::move(*account);
                          said_.clear();
                          state_now_ = YearState::kThere;
                        } else {
                          account_.reset();
                          state_now_ = account.error().kind == ErrorKind::kNotFound
                                           ? YearState::kUntold
                                           : YearState::kFailed;
                        }
                      }));
}

std::vector<const Deed*> YearFlow::Waiting() const {
  std::vector<const Deed*> waiting;
  if (!account_) return waiting;
  waiting = WaitingIn(*account_);
  std::erase_if(waiting, [&](const Deed* deed) {
    const int year = static_cast<int>(deed->done.year());
    const bool closed = year == year_ ? account_->IsClosed() : HasClosed(*state_.station, year);
    return closed || said_.contains(deed->id);
  });
  return waiting;
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

std::vector<MemberStanding> YearFlow::Standings() const {
  std::vector<MemberStanding> out;
  if (!account_) return out;
  for (std::size_t i = 0; i < account_->people.size(); ++i) out.push_back(StandingOf(*account_, i));
  std::stable_sort(out.begin(), out.end(), [](const MemberStanding& a, const MemberStanding& b) {
    return std::tuple(a.open + a.missed, a.idle) > std::tuple(b.open + b.missed, b.idle);
  });
  return out;
}

bool YearFlow::MayClose() const {
  return account_ && !account_->IsClosed() && MayCloseYear(year_, Today());
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
