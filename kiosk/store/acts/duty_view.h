// What a data folder knows of duty, read beside the terminal that may be working there. Changes
// nothing. One thread; throws nothing.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/base/known_time.h"
#include "app/duty/duty_store.h"
#include "app/rules/check_in.h"
#include "app/rules/rotation.h"
#include "app/station/station.h"
#include "app/year/year_report.h"
#include "shared/base/result.h"
#include "shared/mechanism/year_grounds.h"
#include "store/base/identity.h"

namespace studio {

class DutyView {
 public:
  // kNotFound: there is no database yet. kUnsupported: of a newer program, or of an older one that
  // no program of this version has opened. kStorage.
  static Result<DutyView> Open(const std::filesystem::path& folder, const Identity& identity);
  DutyView(DutyView&&) noexcept;
  ~DutyView();

  // The county's time as the terminal knows it in that boot (platform/system_clock.h).
  TimeNow TimeAt(const Moment& now, const Uuid& boot) const;
  const Station& station() const;
  Result<CheckInGrounds> Grounds(std::int64_t now_ms);
  Result<RotationInput> Month(std::chrono::year_month month);
  Result<RosterNow> Roster();
  // What the feed has brought of that year, opened. kNotFound: no rules yet; errors as OpenDeed.
  Result<YearGrounds> Year(int year, const BoxKeyPair& studio_key);
  // What that year's sheets are printed from (store/acts/report_reading.h).
  Result<YearReport> Report(const YearQuestion& question, const BoxKeyPair& studio_key);

 private:
  struct Opened;
  explicit DutyView(std::unique_ptr<Opened> opened);

  std::unique_ptr<Opened> opened_;
};

}  // namespace studio
