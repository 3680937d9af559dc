#include "app/tables/import_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

ImportFlow::ImportFlow(RosterFiles& files, DutyStore& store, const KioskState& state,
                       MonthView& view, KeySession session)
    : files_(files), store_(store), state_(state), view_(view), session_(std::move(session)) {
  LookAgain();
}

void ImportFlow::LookAgain() {
  step_ = ImportStep::kLooking;
  refusal_.reset();
  preview_ = {};
  saved_template_.reset();
  failed_ = false;
  files_.Look(visit_.Guard<ExchangeContents>([this](ExchangeContents contents) {
    contents_ = std::move(contents);
    step_ = ImportStep::kChoose;
  }));
}

void ImportFlow::Choose(const TableFile& table) {
  if (step_ != ImportStep::kChoose) return;
  step_ = ImportStep::kReading;
  table_ = table.name;
  read_.reset();
  refusal_.reset();
  preview_ = {};
  failed_ = false;
  store_.ReadRoster(visit_.Guard<Result<RosterNow>>(
      [this, path = table.path](Result<RosterNow> roster) { OnRoster(path, std::move(roster)); }));
}

void ImportFlow::OnRoster(std::filesystem::path path, Result<RosterNow> roster) {
  if (!roster) {
    failed_ = true;
    step_ = ImportStep::kChoose;
    return;
  }
  input_ = {};
  input_.studio = state_.station->studio.id;
  input_.month = view_.shown();
  input_.today = view_.today();
  input_.members = std::move(roster->members);
  input_.studios = std::move(roster->studios);
  input_.shifts = std::move(roster->shifts);
  const auto& usual = state_.station->mechanism.usual_hours;
  if (!usual.empty()) input_.usual_hours = usual;
  files_.Read(std::move(path), input_,
              visit_.Guard<RosterFiles::Preview>([this](RosterFiles::Preview read) {
                step_ = ImportStep::kChoose;
                if (!read) {
                  refusal_ = read.error();
                  return;
                }
                read_ = std::move(read->table);
                OnPreview(std::move(read->preview));
              }));
}

void ImportFlow::OnPreview(RosterPreview preview) {
  preview_ = std::move(preview);
  usable_.clear();
  questions_.clear();
  refused_.clear();
  open_ = held_back_ = 0;
  step_ = ImportStep::kChoose;
  if (preview_.refusal != RosterPreview::Refusal::kNone) return;
  for (const CellProblem& problem : preview_.problems) {
    (problem.ways.empty() ? refused_ : questions_).push_back(&problem);
  }
  open_ = questions_.size();
  for (const CellProblem& problem : preview_.answered) questions_.push_back(&problem);
  // One that was answered stays where it was.
  std::stable_sort(questions_.begin(), questions_.end(),
                   [](const auto* a, const auto* b) { return a->Question() < b->Question(); });
  for (const RosterChange& change : preview_.changes) {
    if (change.kind == RosterChange::Kind::kSame) continue;
    const bool waits = !change.shift.id.empty() && view_.PendingOn(change.shift.id) != nullptr;
    held_back_ += waits;
    if (!waits) usable_.push_back(&change);
  }
  step_ = ImportStep::kPreview;
}

void ImportFlow::Answer(const CellQuestion& question, int way) {
  if (step_ != ImportStep::kPreview || weighing_) return;
  input_.answers[question] = way;
  ReadAgain();
}

void ImportFlow::TakeAll() { AnswerOpen(0); }
void ImportFlow::LeaveAll() { AnswerOpen(kLeftOut); }

void ImportFlow::AnswerOpen(int way) {
  if (step_ != ImportStep::kPreview || weighing_) return;
  for (const CellProblem* const question : questions_) {
    const bool several = way != kLeftOut && question->ways.size() > 1;
    if (!question->answer && !several) input_.answers[question->Question()] = way;
  }
  ReadAgain();
}

void ImportFlow::ReadAgain() {
  weighing_ = true;
  failed_ = false;
  files_.ReadAgain(read_, input_, visit_.Guard<RosterPreview>([this](RosterPreview preview) {
    weighing_ = false;
    OnPreview(std::move(preview));
  }));
}

void ImportFlow::Confirm() {
  if (step_ != ImportStep::kPreview || usable_.empty() || weighing_) return;
  step_ = ImportStep::kSaving;
  failed_ = false;
  std::vector<RosterChangeBody> bodies;
  bodies.reserve(usable_.size());
  for (const RosterChange* const change : usable_) {
    bodies.push_back(BodyOf(*change));
    bodies.back().asked_by = session_.member;
  }
  store_.ChangeRosterAtOnce(std::move(bodies),
                            visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
                              failed_ = !kept;
                              step_ = kept ? ImportStep::kDone : ImportStep::kPreview;
                              made_ = kept ? usable_.size() : 0;
                              if (kept) view_.ReadAgain();
                            }));
}

void ImportFlow::Back() {
  if (step_ != ImportStep::kPreview || weighing_) return;
  preview_ = {};
  failed_ = false;
  step_ = ImportStep::kChoose;
}

void ImportFlow::SaveTemplate() {
  if (step_ != ImportStep::kChoose || contents_.places.empty()) return;
  files_.WriteTemplate(contents_.places.front(), view_.shown(),
                       visit_.Guard<Result<std::string>>([this](Result<std::string> saved) {
                         saved_template_ = std::move(saved);
                       }));
}

}  // namespace studio
