// What the keyboard would offer, from outside: the `candidates` command.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct CandidatesOrder {
  std::string mode;                   // "pinyin", "stroke" or "ink"
  std::string keys;                   // "-": one line of keys a line from `in`
  std::string spelling = "southern";  // "standard", "southern" or "wide"
  std::filesystem::path input_data;   // folder of the keyboard's data; empty: as built or installed
  std::filesystem::path strokes;      // of ink: one stroke a line
};

// One line of JSON for each line of keys, or for the ink: {"keys", "typed", "candidates"}; the
// candidates are the first page. kInvalid, kStorage: what is wrong, for the person at the shell.
Result<void> PrintCandidates(const CandidatesOrder& order, std::istream& in, std::ostream& out);

}  // namespace studio
