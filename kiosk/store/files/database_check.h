// Whether studio.db is sound, looked at from outside: for the `doctor` command.
#pragma once

#include <filesystem>

#include "app/station/examination.h"

namespace studio {

// Reads every page and changes none, also while a terminal works in the folder.
DatabaseCondition CheckDatabase(const std::filesystem::path& folder);

}  // namespace studio
