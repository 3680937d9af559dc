// By what two print-outs of an assessment are told apart, and either held against what `assess`
// says: SHA-256 of that text and its line end, so that `assess … | sha256sum` says the same.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/digest.h"

namespace studio {

// `json` as AssessmentJson made it, before it is escaped for showing or after. The text names the
// day it was reckoned on and whether the year is closed: of a closing take it as of the day of
// closing, with the closing among the grounds.
Digest AssessmentDigest(std::string_view json);

// The first eight bytes, as they stand at the foot of a sheet: "3f2a 9c01 77de b0c4".
std::string PrintedDigest(const Digest& digest);

}  // namespace studio
