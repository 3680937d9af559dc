// What a mechanism's file says besides the counting rules: what terminals are told, and what is
// written down with its mark and read by nobody yet.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/entities.h"
#include "shared/mechanism_file/mistakes.h"

namespace studio {

// The tables and keys at the top of a file that are read here.
inline constexpr std::array<std::string_view, 14> kPlaceTables = {
    "mechanism", "title",  "words",      "rule",   "rotation", "check_in", "usual_hours",
    "topics",    "groups", "activities", "ledger", "honours",  "stations", "activity"};

// "key = { value = …, mark = … }" of a table.
struct PlaceSetting {
  std::string table, key;
  std::vector<std::string> values;  // a list's; of anything else one
  std::string mark;                 // given, setting, ours
};

// A [[rule]]: what must be there and is no deed.
struct PlaceRule {
  std::string name, mark;
};

struct ReadPlace {
  std::string name;  // `mechanism`; empty: missing, which is a mistake
  // The body of a "mechanism" entity, JSON: what a file leaves out is left out.
  std::string body = "{}";
  Mechanism told;                                        // the same
  std::vector<std::string> activity_marks, hours_marks;  // of told.activities, told.usual_hours
  std::vector<PlaceSetting> settings;                    // in the order of their tables here
  std::vector<PlaceRule> rules;
  bool is_toml = true;  // false: the one mistake says why not
  Mistakes mistakes;    // what is right is read all the same
};

// `toml`: as ReadCountingRules takes it.
ReadPlace ReadPlaceOf(std::string_view toml);

}  // namespace studio
