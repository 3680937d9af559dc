// The duty sheet as CSV that Excel and WPS open by a double click, and the template for a roster
// that can be read back: UTF-8 with a byte order mark, CRLF, every cell in quotes. A cell that a
// spreadsheet would take for a formula begins with an apostrophe.
#pragma once

#include <string>

#include "tables/duty_sheet.h"

namespace studio {

// With headings in the first line. Reads back as the same roster.
std::string MakeRosterCsv(const RosterReport& report);

// Headings and two made-up rows of that month.
std::string MakeRosterTemplate(std::chrono::year_month month);

}  // namespace studio
