#include "app/year/year_export_flow.h"

#include <algorithm>
#include <utility>

#include "app/year/year_sheets.h"

namespace studio {

YearExportFlow::YearExportFlow(YearFiles& files, SheetStore& store, const KioskState& state,
                               const Clock& clock, KeySession session, int year)
    : files_(files), state_(state), clock_(clock), year_(year) {
  for (const KnownSheet& known : KnownSheets()) wanted_.push_back(known.kind);
  const auto today = ParseDate(LocalTime::At(state.CountyMs(clock.Now())).Date());
  store.ReadYearReport(std::move(session), year, today.value_or(CalendarDate()),
                       visit_.Guard<Result<YearReportPtr>>([this](Result<YearReportPtr> report) {
                         if (report) {
                           report_ = std::move(*report);
                         } else {
                           problem_ = std::move(report.error());
                         }
                       }));
  LookAgain();
}

YearExportFlow::~YearExportFlow() { Stop(); }

YearExportStep YearExportFlow::step() const {
  if (problem_) return YearExportStep::kUnknown;
  if (!report_ || looking_) return YearExportStep::kReading;
  if (writing_) return YearExportStep::kWriting;
  return outcome_ ? YearExportStep::kDone : YearExportStep::kChoose;
}

std::string YearExportFlow::TitleOf(SheetKind kind) const {
  return report_ ? FormOf(*report_, kind).title : std::string(KnownSheetOf(kind).title);
}

bool YearExportFlow::Wants(SheetKind kind) const {
  return std::find(wanted_.begin(), wanted_.end(), kind) != wanted_.end();
}

void YearExportFlow::Toggle(SheetKind kind) {
  if (std::erase(wanted_, kind) > 0) return;
  wanted_.push_back(kind);
  std::sort(wanted_.begin(), wanted_.end());
}

void YearExportFlow::LookAgain() {
  if (writing_) return;
  looking_ = true;
  outcome_.reset();
  files_.LookForPlaces(
      visit_.Guard<std::vector<ExchangePlace>>([this](std::vector<ExchangePlace> places) {
        looking_ = false;
        places_ = std::move(places);
        place_ = 0;
      }));
}

void YearExportFlow::ChoosePlace(std::size_t index) {
  if (index < places_.size() && !writing_) place_ = index;
}

bool YearExportFlow::MayWrite() const {
  return step() == YearExportStep::kChoose && !wanted_.empty() && place_ < places_.size();
}

void YearExportFlow::Write() {
  if (!MayWrite()) return;
  writing_ = true;
  stopping_ = false;
  progress_ = {1, wanted_.size(), 0, 1};
  files_.WriteYear(places_[place_], {report_, wanted_, format_, state_.CountyMs(clock_.Now())},
                   visit_.Guard<YearProgress>([this](YearProgress now) { progress_ = now; }),
                   visit_.Guard<YearFiles::YearOutcome>([this](YearFiles::YearOutcome outcome) {
                     writing_ = false;
                     outcome_ = std::move(outcome);
                   }));
}

std::string YearExportFlow::MakingNow() const {
  const std::size_t at = std::max<std::size_t>(progress_.sheet, 1) - 1;
  return at < wanted_.size() ? TitleOf(wanted_[at]) : std::string();
}

void YearExportFlow::Stop() {
  if (!writing_ || stopping_) return;
  stopping_ = true;
  files_.StopYear();
}

void YearExportFlow::GoOn() { outcome_.reset(); }

}  // namespace studio
