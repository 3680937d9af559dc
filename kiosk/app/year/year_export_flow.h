// A year's sheets taken along: which, in which form, where to; how far it is, and a way to stop.
// Main thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/station/kiosk_state.h"
#include "app/year/sheet_store.h"
#include "app/year/year_files.h"

namespace studio {

enum class YearExportStep {
  kReading,  // the year, and which sticks there are
  kUnknown,  // see problem(): the year cannot be read here
  kChoose,
  kWriting,  // see progress()
  kDone,     // see outcome(): it may have failed, or been stopped
};

class YearExportFlow {
 public:
  // All outlive the flow.
  YearExportFlow(YearFiles& files, SheetStore& store, const KioskState& state, const Clock& clock,
                 KeySession session, int year);
  ~YearExportFlow();  // stops what is being written
  YearExportFlow(const YearExportFlow&) = delete;
  YearExportFlow& operator=(const YearExportFlow&) = delete;

  YearExportStep step() const;
  int year() const { return year_; }
  const std::optional<Error>& problem() const { return problem_; }
  const YearReportPtr& report() const { return report_; }  // null before it is read
  // What a sheet is called here.
  std::string TitleOf(SheetKind kind) const;

  bool Wants(SheetKind kind) const;
  void Toggle(SheetKind kind);
  YearFormat format() const { return format_; }
  void Choose(YearFormat format) { format_ = format; }
  const std::vector<ExchangePlace>& places() const { return places_; }
  std::size_t place() const { return place_; }
  void ChoosePlace(std::size_t index);
  void LookAgain();

  bool MayWrite() const;
  void Write();
  const YearProgress& progress() const { return progress_; }
  std::string MakingNow() const;  // the title of the sheet that is being made
  bool stopping() const { return stopping_; }
  void Stop();
  const std::optional<YearFiles::YearOutcome>& outcome() const { return outcome_; }
  void GoOn();  // from an outcome, back to the choice

 private:
  YearFiles& files_;
  const KioskState& state_;
  const Clock& clock_;
  const int year_;
  bool looking_ = false, writing_ = false, stopping_ = false;
  std::optional<Error> problem_;
  YearReportPtr report_;
  std::vector<SheetKind> wanted_;  // in the order of KnownSheets
  YearFormat format_ = YearFormat::kPdf;
  std::vector<ExchangePlace> places_;
  std::size_t place_ = 0;
  YearProgress progress_;
  std::optional<YearFiles::YearOutcome> outcome_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
