// What is wrong or doubtful in rules that are each well written: names that nothing has, figures
// that contradict each other.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism/mistakes.h"

namespace studio {

// Where each entry stands, by its table's name: lines["points"][3].
using Lines = std::map<std::string, std::vector<int>>;

void CheckRules(const CountingRules& rules, const Lines& lines, Mistakes& mistakes);

}  // namespace studio
