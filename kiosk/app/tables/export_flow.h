// A month taken along: onto which stick or folder, and in which form. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/base/visit.h"
#include "app/duty/month_view.h"
#include "app/tables/roster_files.h"

namespace studio {

class ExportFlow {
 public:
  // All outlive the flow; `view` is the month to be written. `studio_key` opens what members wrote
  // beside their duty.
  ExportFlow(RosterFiles& files, DutyStore& store, const KioskState& state, const MonthView& view,
             std::shared_ptr<const BoxKeyPair> studio_key);

  bool looking() const { return looking_; }
  bool writing() const { return writing_; }
  const std::vector<ExchangePlace>& places() const { return places_; }
  std::size_t place() const { return place_; }
  void ChoosePlace(std::size_t index);
  void LookAgain();
  void Write(ExportFormat format);
  // What came of the last Write: the file's name.
  const std::optional<Result<std::string>>& written() const { return written_; }
  bool has_handovers() const { return has_handovers_; }  // that file: what is for members alone

 private:
  void WriteWith(ExportFormat format, DutyNotes notes);

  RosterFiles& files_;
  DutyStore& store_;
  const KioskState& state_;
  const MonthView& view_;
  std::shared_ptr<const BoxKeyPair> studio_key_;
  bool looking_ = false, writing_ = false, has_handovers_ = false;
  std::vector<ExchangePlace> places_;
  std::size_t place_ = 0;
  std::optional<Result<std::string>> written_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
