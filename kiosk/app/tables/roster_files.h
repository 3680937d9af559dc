// Tables that come from USB sticks and folders and go there. Implemented by
// kiosk/annex/roster_exchange, on the stick's thread; every completion runs on the main thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/duty/duty_notes.h"
#include "app/rules/rotation.h"
#include "app/tables/roster_import.h"
#include "shared/base/result.h"
#include "shared/sheets/sheet.h"

namespace studio {

enum class ExportFormat { kWorkbook, kLargeWorkbook, kCsv, kCalendar };

// A stick, or a folder that was set up for it.
struct ExchangePlace {
  std::string name;
  std::filesystem::path path;
  bool removable = true;  // a stick, not the folder of --exchange
};

struct TableFile {
  std::string name;   // of the file
  std::string place;  // where it lies
  std::filesystem::path path;
  std::int64_t changed_ms = 0;  // Unix time
};

struct ExchangeContents {
  std::vector<ExchangePlace> places;
  std::vector<TableFile> tables;  // newest first
};

struct RosterExport {
  RotationInput input;
  RotationRule rule;
  DutyNotes notes;
  std::string studio_name;
  std::uint32_t county = 0;  // division code
  ExportFormat format = ExportFormat::kWorkbook;
};

class RosterFiles {
 public:
  template <class T>
  using Done = std::function<void(T)>;
  // What was read, to be read again with answers when the stick may be gone.
  using Table = std::shared_ptr<const std::vector<Sheet>>;
  struct TableRead {
    Table table;
    RosterPreview preview;
  };
  using Preview = tl::expected<TableRead, TableRefusal>;

  virtual ~RosterFiles() = default;

  virtual void Look(Done<ExchangeContents> done) = 0;
  // Nothing is changed by it.
  virtual void Read(std::filesystem::path table, RosterImportInput input, Done<Preview> done) = 0;
  virtual void ReadAgain(Table table, RosterImportInput input, Done<RosterPreview> done) = 0;
  // Both answer the name of the file; one of that name that is there already is replaced.
  // kNotFound: nothing is planned that a calendar could hold. kStorage: see tables/export_file.h.
  virtual void Write(ExchangePlace place, RosterExport what, Done<Result<std::string>> done) = 0;
  virtual void WriteTemplate(ExchangePlace place, std::chrono::year_month month,
                             Done<Result<std::string>> done) = 0;
};

}  // namespace studio
