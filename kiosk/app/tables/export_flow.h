// A month taken along: onto which stick or folder, and in which form. Main thread.
#pragma once

#include <optional>
#include <string>

#include "app/base/visit.h"
#include "app/duty/month_view.h"
#include "app/tables/roster_files.h"

namespace studio {

class ExportFlow {
 public:
  // All outlive the flow; `view` is the month to be written.
  ExportFlow(RosterFiles& files, const KioskState& state, const MonthView& view);

  bool looking() const { return looking_; }
  bool writing() const { return writing_; }
  const std::vector<ExchangePlace>& places() const { return places_; }
  std::size_t place() const { return place_; }
  void ChoosePlace(std::size_t index);
  void LookAgain();
  void Write(ExportFormat format);
  // What came of the last Write: the file's name.
  const std::optional<Result<std::string>>& written() const { return written_; }

 private:
  RosterFiles& files_;
  const KioskState& state_;
  const MonthView& view_;
  bool looking_ = false, writing_ = false;
  std::vector<ExchangePlace> places_;
  std::size_t place_ = 0;
  std::optional<Result<std::string>> written_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
