// The month's duties as iCalendar (RFC 5545) for people's phones: one event a shift. Its UID is
// made of the shift's id and its SEQUENCE of the version, so that a later file changes what an
// earlier one entered.
#pragma once

#include <string>

#include "tables/duty_sheet.h"

namespace studio {

// Times in UTC. With `member` (id) the shifts at any studio to which they are to come or came by
// the roster; empty: all of this studio.
std::string MakeRosterCalendar(const RosterReport& report, const std::string& member = {});

}  // namespace studio
