// The month's duties as iCalendar (RFC 5545) for people's phones: one event a shift. Its UID is
// made of the shift's id and the county's number and its SEQUENCE of the shift's version, so that a
// later file changes what an earlier one entered: a shift to which nobody comes any more is
// cancelled. Who comes is reminded an hour before.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "tables/duty_sheet.h"

namespace studio {

// Times in UTC. With `member` (id) the shifts at any studio to which they are to come or came by
// the roster, those of theirs to which somebody else comes cancelled; empty: all of this studio.
// kNotFound: there are none, and iCalendar has no empty calendar.
Result<std::string> MakeRosterCalendar(const RosterReport& report, const std::string& member = {});

}  // namespace studio
