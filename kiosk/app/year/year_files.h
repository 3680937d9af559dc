// The sheets of a year, written to a USB stick or a folder. Implemented by kiosk/annex, on the
// stick's thread; every completion runs on the main thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/tables/roster_files.h"
#include "app/year/year_report.h"
#include "shared/base/result.h"
#include "shared/mechanism/sheet_forms.h"

namespace studio {

enum class YearFormat { kWorkbook, kPdf };

struct YearExport {
  std::shared_ptr<const YearReport> report;
  std::vector<SheetKind> sheets;  // a file each, in this order
  YearFormat format = YearFormat::kPdf;
  std::int64_t made_at_ms = 0;  // county time
};

// How far it is: `done` rows of `of`, of sheet `sheet` of `sheets` (from 1).
struct YearProgress {
  std::size_t sheet = 0, sheets = 0;
  std::size_t done = 0, of = 0;
};
// False: it is to be stopped. Called on the thread that writes.
using OnYearProgress = std::function<bool(const YearProgress&)>;

struct YearWritten {
  std::vector<std::string> names;  // of files that are whole, in order
  bool stopped = false;            // then those before the stop
};

enum class YearFault {
  kGone,  // the stick was pulled out, the folder is away
  kFull,
  kLocked,  // write protected
  kNoFont,  // this machine has no Chinese characters to print with
  kFailed,
};

class YearFiles {
 public:
  template <class T>
  using Done = std::function<void(T)>;
  using YearOutcome = tl::expected<YearWritten, YearFault>;

  virtual ~YearFiles() = default;

  virtual void LookForPlaces(Done<std::vector<ExchangePlace>> done) = 0;
  // One at a time. `progress` runs on the main thread, now and then. After a fault no file is
  // half-written, and those before it stay.
  virtual void WriteYear(ExchangePlace place, YearExport what, Done<YearProgress> progress,
                         Done<YearOutcome> done) = 0;
  // What is being written ends soon, between two rows. Any time.
  virtual void StopYear() = 0;
};

}  // namespace studio
