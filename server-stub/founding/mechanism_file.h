// A mechanism as its place wrote it down (assets/mechanisms/NAME.toml), and what a terminal is told
// of it. Every setting stands in a table with its `mark`: see assets/mechanisms/README.md.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace county {

// The body of a "mechanism" entity, with what the file says; what it leaves out keeps the
// terminal's default. kMalformed, a Chinese sentence with the line: not TOML, a value of another
// type, a setting without a mark, another mechanism's file.
studio::Result<std::string> MechanismBody(std::string_view toml, std::string_view name);

}  // namespace county
