#include "app/desk/information_flow.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

constexpr std::array kSharing = {InformationPart::kSituation, InformationPart::kAnalysis,
                                 InformationPart::kSuggestion};

}  // namespace

InformationFlow::InformationFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                                 std::shared_ptr<LedgerFlow> ledger, const InformationBody* resumed)
    : store_(store),
      state_(state),
      clock_(clock),
      ledger_(std::move(ledger)),
      station_(state.station) {
  if (resumed != nullptr) {
    Resume(*resumed);
    if (LeaveGoneLines()) problem_ = InformationProblem::kLineGone;
  }
  AddPicked();
}

InformationFlow::~InformationFlow() { Keep(); }

void InformationFlow::Resume(const InformationBody& kept) {
  words_[Index(InformationPart::kTitle)].Set(kept.title);
  words_[Index(InformationPart::kSituation)].Set(kept.situation);
  words_[Index(InformationPart::kAnalysis)].Set(kept.analysis);
  words_[Index(InformationPart::kSuggestion)].Set(kept.suggestion);
  handed_in_as_ = kept.handed_in_as;
  for (std::size_t i = 1; i < kept.members.size(); ++i) joint_.push_back(kept.members[i].id);
  sources_ = kept.sources;
  lines_ = kept.lines;
  kept_ = Body();
}

void InformationFlow::AddPicked() {
  const auto add = [](std::vector<std::string>& list, const std::string& one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
  };
  for (const Uuid& record : ledger_->Picked()) {
    const DeskLine* line = ledger_->ledger().LineWith(record);
    if (line == nullptr) continue;
    if (line->from == LineFrom::kRequest) {
      add(sources_, line->receipt);
    } else {
      add(lines_, record.ToString());
    }
  }
}

TextDraft& InformationFlow::words(InformationPart part) {
  TextDraft& draft = words_[Index(part)];
  if (part != InformationPart::kTitle) {
    const std::size_t others = Characters() - draft.characters();
    draft.LimitTo(kMaxInformationWords - std::min(kMaxInformationWords, others));
  }
  return draft;
}

std::size_t InformationFlow::Characters() const {
  std::size_t sum = 0;
  for (const InformationPart part : kSharing) sum += words(part).characters();
  return sum;
}

std::vector<const Member*> InformationFlow::Others() const {
  std::vector<const Member*> here, elsewhere;
  for (const Member& one : station_->members) {
    if (one.id == ledger_->session().member) continue;
    const auto& places = one.studios;
    const bool of_this = places.empty() || std::find(places.begin(), places.end(),
                                                     station_->studio.id) != places.end();
    (of_this ? here : elsewhere).push_back(&one);
  }
  here.insert(here.end(), elsewhere.begin(), elsewhere.end());
  return here;
}

bool InformationFlow::IsJoint(const std::string& member) const {
  return std::find(joint_.begin(), joint_.end(), member) != joint_.end();
}

void InformationFlow::ToggleJoint(const std::string& member) {
  if (std::erase(joint_, member) == 0 && joint_.size() + 1 < kMaxWorkMembers)
    joint_.push_back(member);
}

std::vector<const DeskLine*> InformationFlow::Lines() const {
  InformationBody body;
  body.sources = sources_;
  body.lines = lines_;
  return ledger_->ledger().LinesOf(body);
}

bool InformationFlow::StopsAt(InformationPart part) {
  if (!stop_.Stops(words(part).text(), station_->safety)) return false;
  if (stop_.page() != StopPage::kNotOurs) return true;
  stop_.NotThat();
  return false;
}

bool InformationFlow::HasSomething() const {
  return std::any_of(words_.begin(), words_.end(),
                     [](const TextDraft& one) { return !one.Blank(); });
}

std::optional<InformationProblem> InformationFlow::Missing() const {
  if (words(InformationPart::kTitle).Blank()) return InformationProblem::kNoTitle;
  if (words(InformationPart::kSituation).Blank()) return InformationProblem::kNoSituation;
  if (words(InformationPart::kSuggestion).Blank()) return InformationProblem::kNoSuggestion;
  return std::nullopt;
}

InformationBody InformationFlow::Body() const {
  InformationBody body;
  body.title = words(InformationPart::kTitle).Finished();
  body.situation = words(InformationPart::kSituation).Finished();
  body.analysis = words(InformationPart::kAnalysis).Finished();
  body.suggestion = words(InformationPart::kSuggestion).Finished();
  body.date = LocalTime::At(state_.CountyMs(clock_.Now())).Date();
  body.studio = station_->studio.id;
  body.members.push_back({ledger_->session().member});
  for (const std::string& one : joint_) body.members.push_back({one});
  body.form = LineCount() > 1 ? "digest" : "single";
  body.handed_in_as = handed_in_as_;
  body.sources = sources_;
  body.lines = lines_;
  body.by = ledger_->session().member;
  return body;
}

void InformationFlow::Keep() {
  if (step_ != InformationStep::kForm || (!HasSomething() && !kept_)) return;
  InformationBody body = Body();
  if (kept_ && *kept_ == body) return;
  store_.KeepLedgerDraft(ledger_->session(), body, [](const Result<bool>&) {});
  kept_ = std::move(body);
}

void InformationFlow::GiveUp() {
  for (TextDraft& one : words_) one.Clear();
  if (kept_)
    store_.DropLedgerDraft(ledger_->session(), LedgerPiece::kInformation,
                           [](const Result<bool>&) {});
  kept_.reset();
}

// True: there were some.
bool InformationFlow::LeaveGoneLines() {
  if (ledger_->state() != LedgerState::kThere) return false;
  const std::vector<DeskLine>& there = ledger_->ledger().lines;
  return std::erase_if(sources_, [&](const std::string& receipt) {
           return std::none_of(there.begin(), there.end(), [&](const DeskLine& one) {
             return one.from == LineFrom::kRequest && one.receipt == receipt;
           });
         }) > 0;
}

void InformationFlow::File() {
  if (step_ != InformationStep::kForm) return;
  problem_ = Missing();
  const bool gone = LeaveGoneLines() && !std::exchange(told_gone_, false);
  if (!problem_ && gone) problem_ = InformationProblem::kLineGone;
  if (problem_) return;
  for (const InformationPart part : kInformationParts) {
    if (StopsAt(part)) return;
  }
  Keep();
  step_ = InformationStep::kSaving;
  InformationBody body = Body();
  body.token = ledger_->session().token;
  store_.FileInformation(ledger_->session(), std::move(body), stop_.danger(),
                         visit_.Guard<Result<bool>>([this](const Result<bool>& filed) {
                           if (filed) {
                             step_ = InformationStep::kDone;
                             kept_.reset();
                             ledger_->PickNone();
                             return;
                           }
                           step_ = InformationStep::kForm;
                           switch (filed.error().kind) {
                             case ErrorKind::kConflict:
                               problem_ = InformationProblem::kLineGone;
                               told_gone_ = true;
                               return ledger_->Read();
                             case ErrorKind::kStorage:
                               problem_ = InformationProblem::kFull;
                               return;
                             default:
                               problem_ = InformationProblem::kFailed;
                           }
                         }));
}

}  // namespace studio
