// Every fault of `county-stub serve --faults`, as its file names them
// (server-stub/faults/fault_plan.h).
#pragma once

#include <array>

namespace studio {

inline constexpr std::array kFaultNames = {"refuse",
                                           "expired_certificate",
                                           "foreign_certificate",
                                           "reset",
                                           "hang",
                                           "status_500",
                                           "status_503",
                                           "status_429",
                                           "captive_portal",
                                           "redirect",
                                           "drop_answer",
                                           "truncated",
                                           "trickle",
                                           "garbage",
                                           "wrong_signature",
                                           "wrong_batch",
                                           "duplicate",
                                           "feed_altered",
                                           "feed_past"};

}  // namespace studio
