#include "app/desk/writeup_flow.h"

#include <algorithm>
#include <utility>

#include "app/desk/writeup_words.h"

namespace studio {
namespace {

std::string PlaceName(const Village& village, const std::string& group) {
  return group.empty() ? village.name : village.name + " " + group;
}

WriteupProblem ProblemOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kStorage:
      return WriteupProblem::kStorageFull;
    case ErrorKind::kNotFound:
      return WriteupProblem::kThingGone;
    default:
      return WriteupProblem::kStorageFailed;
  }
}

}  // namespace

WriteupFlow::WriteupFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                         const KeySession& session, ActivityTemplate asked,
                         const ActivityBody* resumed)
    : store_(store),
      state_(state),
      clock_(clock),
      session_(session),
      station_(state.station),
      asked_(std::move(asked)),
      date_(Today()),
      figures_(asked_.figures.size()) {
  first_day_ = ParseDate(station_->county.term_from);
  for (const Member& one : station_->members) {
    const auto joined = ParseDate(one.joined);
    if (one.id != session_.member || !joined) continue;
    if (!first_day_ || *joined > *first_day_) first_day_ = joined;
  }
  for (std::size_t i = 0; i < asked_.words.size(); ++i) {
    words_.emplace_back(RoomUnderEach(asked_.words));
  }
  if (resumed != nullptr) Resume(*resumed);
}

WriteupFlow::~WriteupFlow() { Keep(); }

CalendarDate WriteupFlow::Today() const {
  return *ParseDate(LocalTime::At(state_.CountyMs(clock_.Now())).Date());
}

void WriteupFlow::Resume(const ActivityBody& kept) {
  (void)ChooseDate(ParseDate(kept.date).value_or(date_));
  problem_.reset();
  ChoosePlaceNamed(kept.place);
  for (std::size_t i = 1; i < kept.members.size(); ++i) companions_.push_back(kept.members[i].id);
  for (std::size_t i = 0; i < asked_.roles.size() && !kept.members.empty(); ++i) {
    if (asked_.roles[i].word == kept.members.front().role) role_ = i;
  }
  for (std::size_t i = 0; i < asked_.figures.size(); ++i) {
    const auto figure = kept.units.find(asked_.figures[i].unit);
    if (figure == kept.units.end()) continue;
    const auto value = Fraction::Parse(figure->second);
    if (value && value->IsWhole())
      figures_[i] = std::clamp(static_cast<int>(value->over()), 0, asked_.figures[i].at_most);
  }
  const auto words = SplitWords(asked_.words, kept.words);
  for (std::size_t i = 0; i < words.size(); ++i) words_[i].Set(words[i]);
  met_.Set(kept.met);
  if (AsksAbout()) about_ = kept.about;
  if (!about_.empty()) ReadLinks();
  added_.Resume(kept.attachments);
  kept_ = Body();
}

bool WriteupFlow::ChooseDate(CalendarDate date) {
  problem_.reset();
  if (date > Today()) {
    problem_ = WriteupProblem::kFutureDay;
  } else if (first_day_ && date < *first_day_) {
    problem_ = WriteupProblem::kBeforeTerm;
  } else {
    date_ = date;
  }
  return !problem_;
}

void WriteupFlow::ChoosePlaceNamed(const std::string& place) {
  for (const Village& one : station_->villages) {
    if (place == one.name) ChooseVillage(one);
    for (const std::string& group : one.groups) {
      if (place != PlaceName(one, group)) continue;
      ChooseVillage(one);
      ChooseGroup(group);
    }
  }
}

void WriteupFlow::ChooseVillage(const Village& village) {
  problem_.reset();
  village_ = village.id;
  group_.clear();
  place_ = village.name;
}

const Village* WriteupFlow::village() const {
  const auto& villages = station_->villages;
  const auto found = std::find_if(villages.begin(), villages.end(),
                                  [&](const Village& one) { return one.id == village_; });
  return found == villages.end() ? nullptr : &*found;
}

void WriteupFlow::ChooseGroup(const std::string& group) {
  const Village* in = village();
  if (in == nullptr) return;
  group_ = group_ == group ? std::string() : group;
  place_ = PlaceName(*in, group_);
}

std::vector<const Member*> WriteupFlow::Others() const {
  std::vector<const Member*> others;
  for (const Member& one : station_->members) {
    const auto& places = one.studios;
    const bool here = places.empty() ||
                      std::find(places.begin(), places.end(), station_->studio.id) != places.end();
    if (one.id != session_.member && here) others.push_back(&one);
  }
  return others;
}

bool WriteupFlow::CameAlong(const std::string& member) const {
  return std::find(companions_.begin(), companions_.end(), member) != companions_.end();
}

void WriteupFlow::ToggleCompanion(const std::string& member) {
  if (std::erase(companions_, member) == 0 && companions_.size() + 1 < kMaxWorkMembers)
    companions_.push_back(member);
}

void WriteupFlow::ChooseRole(std::size_t role) {
  problem_.reset();
  role_ = role;
}

void WriteupFlow::SetVoice(AttachmentPtr voice) {
  problem_.reset();
  added_.SetVoice(std::move(voice));
  Keep();
}

bool WriteupFlow::AddPhoto(Photo photo) {
  problem_.reset();
  if (!added_.AddPhoto(std::move(photo))) return false;
  Keep();
  return true;
}

void WriteupFlow::RemovePhoto(std::size_t index) {
  problem_.reset();
  added_.RemovePhoto(index);
  Keep();
}

void WriteupFlow::ReadLinks() {
  if (links_are_there_) return;
  store_.ReadRequests(
      session_, visit_.Guard<Result<DeskRequestsPtr>>([this](const Result<DeskRequestsPtr>& read) {
        links_.clear();
        AddLinks(read && *read ? **read : std::vector<DeskRequest>());
        links_are_there_ = true;
        // Withdrawn, granted or closed meanwhile: the page shows no link, so none is filed.
        if (read && link() == nullptr) about_.clear();
      }));
}

void WriteupFlow::AddLinks(const std::vector<DeskRequest>& requests) {
  using To = WriteupLink::To;
  for (const Liaison& one : station_->liaisons) {
    if (one.member == session_.member)
      links_.push_back({AboutLiaison(one.id), To::kLiaison, one.with, one.title});
  }
  for (const DeskRequest& one : requests) {
    const std::string title = one.body.village_name + " · " + one.body.category_name;
    links_.push_back({AboutRequest(one.record), To::kRequest, title, one.body.words});
  }
  for (const Wish& one : station_->wishes) {
    if (one.step != "confirmed")
      links_.push_back({AboutWish(one.id), To::kWish, one.text, one.village});
  }
  for (const Topic& one : station_->topics) {
    if (!one.closed) links_.push_back({AboutTopic(one.id), To::kTopic, one.title});
  }
}

const WriteupLink* WriteupFlow::link() const {
  const auto found = std::find_if(links_.begin(), links_.end(),
                                  [&](const WriteupLink& one) { return one.about == about_; });
  return found == links_.end() ? nullptr : &*found;
}

void WriteupFlow::ToggleLink(const WriteupLink& link) {
  about_ = about_ == link.about ? std::string() : link.about;
}

bool WriteupFlow::StopsAt(std::size_t index) {
  if (!stop_.Stops(words_[index].text(), station_->safety)) return false;
  if (stop_.page() != StopPage::kNotOurs) return true;
  stop_.NotThat();
  return false;
}

bool WriteupFlow::HasSomething() const {
  return added_.Any() || !met_.Blank() || !about_.empty() ||
         std::any_of(words_.begin(), words_.end(), [](const auto& one) { return !one.Blank(); }) ||
         std::any_of(figures_.begin(), figures_.end(), [](int one) { return one > 0; });
}

std::optional<WriteupProblem> WriteupFlow::Missing() const {
  if (asked_.place && place_.empty() && !station_->villages.empty())
    return WriteupProblem::kChoosePlace;
  if (!asked_.roles.empty() && !role_) return WriteupProblem::kChooseRole;
  const bool said =
      std::any_of(words_.begin(), words_.end(), [](const TextDraft& one) { return !one.Blank(); });
  if (!said && !added_.voice()) return WriteupProblem::kSaySomething;
  return std::nullopt;
}

ActivityBody WriteupFlow::Body() const {
  ActivityBody body;
  body.kind = asked_.kind;
  body.title = asked_.title;
  body.date = ToText(date_);
  body.studio = station_->studio.id;
  body.place = place_;
  body.members.push_back({session_.member, role_ ? asked_.roles[*role_].word : std::string()});
  // Whoever came along has the plainest part, which stands last.
  const std::string along = asked_.roles.empty() ? std::string() : asked_.roles.back().word;
  for (const std::string& one : companions_) body.members.push_back({one, along});
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (figures_[i] > 0) body.units[asked_.figures[i].unit] = std::to_string(figures_[i]);
  }
  std::vector<std::string> words;
  for (const TextDraft& one : words_) words.push_back(one.Finished());
  body.words = JoinedWords(asked_.words, words);
  body.attachments = added_.Refs();
  body.late_entry = date_ < Today();
  body.met = met_.Finished();
  body.about = AsksAbout() ? about_ : asked_.about;
  body.by = session_.member;
  return body;
}

void WriteupFlow::Keep() {
  if (step_ != WriteupStep::kForm || (!HasSomething() && !kept_)) return;
  ActivityBody body = Body();
  if (kept_ && *kept_ == body && !keep_again_) return;
  keep_again_ = false;
  store_.KeepDraft(session_, body, visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    keep_again_ = !kept;
  }));
  kept_ = std::move(body);
}

void WriteupFlow::File() {
  if (step_ != WriteupStep::kForm) return;
  problem_ = Missing();
  if (problem_) return;
  Keep();
  step_ = WriteupStep::kSaving;
  ActivityBody body = Body();
  body.token = session_.token;
  store_.FileActivity(session_, std::move(body), stop_.danger(),
                      visit_.Guard<Result<bool>>([this](Result<bool> filed) {
                        if (!filed) {
                          step_ = WriteupStep::kForm;
                          problem_ = ProblemOf(filed.error().kind);
                          return;
                        }
                        step_ = WriteupStep::kDone;
                        kept_.reset();
                        ++filed_;
                      }));
}

void WriteupFlow::Another() {
  if (step_ != WriteupStep::kDone) return;
  step_ = WriteupStep::kForm;
  for (TextDraft& one : words_) one.Clear();
  std::fill(figures_.begin(), figures_.end(), 0);
  met_.Clear();
  about_.clear();
  added_.Clear();
  stop_ = {};
}

}  // namespace studio
