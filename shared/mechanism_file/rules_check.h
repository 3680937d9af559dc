// What is wrong or doubtful in rules that are each well written: names that nothing has, figures
// that contradict each other.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism_file/mistakes.h"

namespace studio {

struct Entry {
  int line = 0;
  std::string mark;  // given, setting, ours; empty: none said
};
// Of each entry, by its table's name: entries["points"][3].
using Entries = std::map<std::string, std::vector<Entry>>;

void CheckRules(const CountingRules& rules, const Entries& entries, Mistakes& mistakes);

}  // namespace studio
