// The sheets of a year into a folder: the `sheets` command. As `assess`, with card and PIN.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace studio {

struct SheetsOrder {
  std::filesystem::path data;
  int year = 0;
  std::vector<std::string> sheets;  // ids of KnownSheets; empty: all
  std::string format = "pdf";       // or "xlsx"
  std::string on;                   // "2026-11-29"; empty: today
  std::filesystem::path out;        // a folder that is there
  std::filesystem::path card_file, pin_file;
};

// Names each file as it is there, a line each. kNotFound: no such folder, no rules yet. kInvalid:
// no such sheet or format. kStorage: the folder is full. Else as AssessStudio.
Result<bool> PrintSheets(const SheetsOrder& order, std::ostream& out);

}  // namespace studio
