// The roster from outside: the `roster import` and `roster export` commands.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace studio {

struct ImportOrder {
  std::filesystem::path data;
  std::filesystem::path file;  // CSV, .xlsx, .xls, HTML
  bool dry_run = false;
  // Cells whose questions are answered, as they are printed: "B7", "12月!B7"; "B7:2" in the second
  // of the ways. "all": every question that has one way.
  std::vector<std::string> take, leave;
};

// Prints what the table would make and change and every cell it cannot use, then makes the records
// of the rest, all or none. Works alone in the folder, except for a dry run. False: a filled cell
// was neither used nor explained, or a question not answered. kConflict: the terminal is running.
// kInvalid: no table at all, or nothing is asked of a cell that is answered.
Result<bool> ImportRoster(const ImportOrder& order, std::ostream& out);

struct ExportOrder {
  std::filesystem::path data;
  std::string month;          // "2026-11"
  std::filesystem::path out;  // .xlsx, .csv or .ics
  bool large_paper = false;   // the wall sheet on A3
};

// Beside a running terminal too. kInvalid, kNotFound (an empty calendar), kStorage.
Result<void> ExportRosterOf(const ExportOrder& order);

}  // namespace studio
