// Learns the points of a safety list from sentences with labels, so that a county mends its list by
// writing down what came out wrong. The same sentences in the same order give the same points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/safety/safety_list.h"

namespace studio {

struct SafetySentence {
  std::string label;  // "danger", "none", or the id of a matter that is not ours; empty: unknown
  std::string words;
  std::size_t file = 0;
  bool counted = true;  // false: written down because it came out wrong; only learnt from
};
// Whether a file's sentences are counted: not where its name begins with "mended".
bool IsCounted(std::string_view file_name);
// One a line, with or without LABEL<TAB> before it.
std::vector<SafetySentence> ReadSafetySentences(std::string_view lines, std::size_t file = 0);

struct SafetyLearning {
  // Of this many sentences that are of something else, one may be stopped as danger.
  int one_in = 90;
};

// Sentences looked at with points that were learnt without their file, in at most ten turns; a file
// with fewer than 20 counted sentences of danger or of none is always learnt from and not counted.
// Where that leaves fewer than three files, with points that were learnt without their fifth of all
// sentences.
struct SafetyFigures {
  int dangers = 0, seen = 0;
  int matters = 0, told = 0;      // of other offices' matters; told where they belong
  int ordinary = 0, stopped = 0;  // for danger or for a matter
};

struct SafetyLesson {
  std::vector<Safety::Points> points;
  std::vector<SafetyFigures> left_out;  // by file
  SafetyFigures joined;                 // the same sentences, each beside one or two ordinary ones
  std::vector<std::string> wrong;       // that come out wrong although they were learnt from
};

// kMalformed: a label that the list does not have, or too few sentences to learn from.
Result<SafetyLesson> LearnSafety(const Safety& list, const std::vector<SafetySentence>& sentences,
                                 const SafetyLearning& how = {});

}  // namespace studio
