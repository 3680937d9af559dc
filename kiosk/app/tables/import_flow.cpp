#include "app/tables/import_flow.h"

#include <utility>

namespace studio {

ImportFlow::ImportFlow(RosterFiles& files, DutyStore& store, const KioskState& state,
                       MonthView& view, ManagerSession session)
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
  RosterImportInput input;
  input.studio = state_.station->studio.id;
  input.month = view_.shown();
  input.today = view_.today();
  input.members = std::move(roster->members);
  input.studios = std::move(roster->studios);
  input.shifts = std::move(roster->shifts);
  const auto& usual = state_.station->mechanism.usual_hours;
  if (!usual.empty()) input.usual_hours = usual;
  files_.Read(std::move(path), std::move(input),
              visit_.Guard<RosterFiles::Preview>(
                  [this](RosterFiles::Preview preview) { OnPreview(std::move(preview)); }));
}

void ImportFlow::OnPreview(RosterFiles::Preview preview) {
  step_ = ImportStep::kChoose;
  if (!preview) {
    refusal_ = preview.error();
    return;
  }
  preview_ = std::move(*preview);
  if (preview_.refusal != RosterPreview::Refusal::kNone) return;
  usable_.clear();
  held_back_ = 0;
  for (const RosterChange& change : preview_.changes) {
    if (change.kind == RosterChange::Kind::kSame) continue;
    const bool waits = !change.shift.id.empty() && view_.PendingOn(change.shift.id) != nullptr;
    held_back_ += waits;
    if (!waits) usable_.push_back(change);
  }
  step_ = ImportStep::kPreview;
}

void ImportFlow::Confirm() {
  if (step_ != ImportStep::kPreview || usable_.empty()) return;
  step_ = ImportStep::kSaving;
  failed_ = false;
  std::vector<RosterChangeBody> bodies = BodiesOf(usable_);
  for (RosterChangeBody& body : bodies) body.asked_by = session_.member;
  store_.ChangeRosterAtOnce(std::move(bodies),
                            visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
                              failed_ = !kept;
                              step_ = kept ? ImportStep::kDone : ImportStep::kPreview;
                              made_ = kept ? usable_.size() : 0;
                              if (kept) view_.ReadAgain();
                            }));
}

void ImportFlow::Back() {
  if (step_ != ImportStep::kPreview) return;
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
