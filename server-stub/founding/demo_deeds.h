// The work that a demo county's members have behind them: part "deeds" of assets/demo/NAME.json.
#pragma once

#include <string_view>
#include <vector>

#include "server/books/deed_book.h"
#include "shared/base/calendar_date.h"

namespace county {

// As the county's desk enters them. Their days are of today's year and those before; a deed of a
// day that is not there yet is left out, and so is a state. kMalformed: the file.
Result<std::vector<DeedWord>> DemoDeeds(std::string_view demo_json, studio::CalendarDate today);

}  // namespace county
