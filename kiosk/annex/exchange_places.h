// Where files may come from and go: the sticks that are plugged in, and a folder set up for it.
#pragma once

#include <filesystem>
#include <vector>

#include "app/manage/county_files.h"
#include "app/tables/roster_files.h"
#include "shared/base/result.h"

namespace studio {

// `folder`: empty: none. Asks no stick for anything. Names are for people.
std::vector<ExchangePlace> ExchangePlaces(const std::filesystem::path& folder);
// Why nothing could be written there.
CarryFault FaultOfWriting(const Error& error, const std::filesystem::path& place);

}  // namespace studio
