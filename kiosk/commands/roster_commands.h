// The roster from outside: the `roster import` and `roster export` commands.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct ImportOrder {
  std::filesystem::path data;
  std::filesystem::path file;  // CSV, .xlsx, .xls, HTML
  bool dry_run = false;
};

// Prints what the table would make and change and every cell it cannot use, then makes the records
// of the rest, all or none. Works alone in the folder, except for a dry run. False: a filled cell
// was neither used nor explained. kConflict: the terminal is running. kInvalid: no table at all.
Result<bool> ImportRoster(const ImportOrder& order, std::ostream& out);

struct ExportOrder {
  std::filesystem::path data;
  std::string month;          // "2026-11"
  std::filesystem::path out;  // .xlsx, .csv or .ics
};

// Beside a running terminal too. kInvalid, kStorage.
Result<void> ExportRosterOf(const ExportOrder& order);

}  // namespace studio
