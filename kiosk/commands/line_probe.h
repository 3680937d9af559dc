// The county asked whether it is there, who it is, what time it has, and whether it knows this
// terminal: for the `doctor` command. Changes nothing at the county.
#pragma once

#include <filesystem>
#include <string>

#include "app/station/examination.h"
#include "store/base/identity.h"

namespace studio {

// Blocks for up to half a minute. folder: of the terminal, with its ca.pem.
LineFacts ProbeLine(const std::filesystem::path& folder, const Identity& identity,
                    const std::string& proxy);

}  // namespace studio
