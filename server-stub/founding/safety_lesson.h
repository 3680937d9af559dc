// The points of a safety list learnt from sentences and written into its text, where nothing else
// changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/safety/safety_learning.h"

namespace county {

// `list`: a "safety" entity as JSON. kMalformed: it cannot be read.
studio::Result<std::string> WithPoints(std::string_view list,
                                       const std::vector<studio::Safety::Points>& points);

struct SafetyClass {
  std::string list;  // with the points
  std::string text;  // how sentences came out that were left out, by file, and what is still wrong
};

struct SentenceFile {
  std::string name, text;
};
studio::Result<SafetyClass> TeachSafety(std::string_view list,
                                        const std::vector<SentenceFile>& files,
                                        const studio::SafetyLearning& how = {});

}  // namespace county
