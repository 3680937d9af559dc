// The month's roster to a file. The stick's thread.
#pragma once

#include <filesystem>
#include <optional>

#include "app/tables/roster_files.h"
#include "shared/base/result.h"
#include "tables/duty_sheet.h"

namespace studio {

// By the name's ending, in capitals or not: .xlsx, .csv, .ics.
std::optional<ExportFormat> FormatOf(const std::filesystem::path& path);

// kInvalid: none of these endings. kNotFound: an empty calendar. kStorage: see export_file.h.
Result<bool> ExportRoster(const RosterReport& report, const std::filesystem::path& path);

}  // namespace studio
