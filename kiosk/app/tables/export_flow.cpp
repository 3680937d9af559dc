#include "app/tables/export_flow.h"

#include "app/rules/mechanism_rules.h"

namespace studio {

ExportFlow::ExportFlow(RosterFiles& files, DutyStore& store, const KioskState& state,
                       const MonthView& view, std::shared_ptr<const BoxKeyPair> studio_key)
    : files_(files), store_(store), state_(state), view_(view), studio_key_(std::move(studio_key)) {
  LookAgain();
}

void ExportFlow::LookAgain() {
  looking_ = true;
  written_.reset();
  files_.Look(visit_.Guard<ExchangeContents>([this](ExchangeContents contents) {
    looking_ = false;
    places_ = std::move(contents.places);
    place_ = 0;
  }));
}

void ExportFlow::ChoosePlace(std::size_t index) {
  if (index >= places_.size() || writing_) return;
  place_ = index;
  written_.reset();
}

void ExportFlow::Write(ExportFormat format) {
  if (place_ >= places_.size() || writing_ || !view_.ready()) return;
  writing_ = true;
  written_.reset();
  if (format == ExportFormat::kCalendar || studio_key_ == nullptr) return WriteWith(format, {});
  store_.ReadNotes(view_.shown(), studio_key_,
                   visit_.Guard<Result<DutyNotes>>([this, format](Result<DutyNotes> notes) {
                     // Without them the sheet has room to write by hand.
                     WriteWith(format, notes ? std::move(*notes) : DutyNotes());
                   }));
}

void ExportFlow::WriteWith(ExportFormat format, DutyNotes notes) {
  has_handovers_ = !notes.handovers.empty();
  RosterExport what;
  what.input = view_.input();
  what.rule = RotationRuleOf(state_.station->mechanism, state_.station->duty_quotas);
  what.notes = std::move(notes);
  what.studio_name = state_.station->studio.name;
  what.county = state_.station->county.code;
  what.format = format;
  files_.Write(places_[place_], std::move(what),
               visit_.Guard<Result<std::string>>([this](Result<std::string> written) {
                 writing_ = false;
                 written_ = std::move(written);
               }));
}

}  // namespace studio
