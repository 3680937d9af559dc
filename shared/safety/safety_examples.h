// What the points of a list are learnt from: sentences and rows of clauses as runs, and the same
// sentences beside ordinary ones to choose by what is asked of rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/safety/safety_cut.h"
#include "shared/safety/safety_learning.h"
#include "shared/safety/safety_points.h"
#include "shared/safety/safety_questions.h"
#include "shared/safety/safety_text.h"

namespace studio {

struct SafetyExample {
  static constexpr std::size_t kAlways = SIZE_MAX;  // a fold that is never left out
  std::string words;                                // empty: a part
  std::size_t label = 0;                            // 0: none; then the classes
  std::size_t fold = 0;
  std::vector<std::uint32_t> features{};  // indices of runs, ascending
  struct Match {
    std::size_t begin = 0, end = 0;  // bytes
    bool Touches(const RunText::Window& window, const SafetyText& text) const {
      return begin < text.characters[window.last - 1].end &&
             text.characters[window.first].begin < end;
    }
  };
  std::vector<std::vector<Match>> matches{};  // by class: where patterns count
  // Where patterns of danger stand in the text without its questions: characters, half-open.
  std::vector<std::pair<std::size_t, std::size_t>> MatchesWithout(const SafetyText& text,
                                                                  const SafetyText& without) const;
  std::vector<SafetySums> sums{};  // by class
  // Of an ordinary text; learnt from for danger alone, a short one and a text without its questions
  // only where they come out wrong.
  enum class Part { kNone, kShort, kLong, kUnasked };
  Part part = Part::kNone;
};

struct SafetyExamples {
  // kMalformed: a label that the list does not have, or too few sentences to learn from. The list's
  // points are not looked at.
  static Result<SafetyExamples> Of(const Safety& list,
                                   const std::vector<SafetySentence>& sentences);

  std::vector<std::string> classes;  // danger first
  std::vector<char> learns;          // by class: there are sentences enough
  SafetyKinds kinds;
  SafetyQuestions questions;
  std::vector<Run> runs;
  std::vector<SafetyExample> all;     // the sentences, then parts of ordinary texts
  std::vector<SafetyExample> joined;  // sentences beside ordinary ones; not learnt from
  std::size_t folds = 0;
};

}  // namespace studio
