// What somebody asks beside what they tell: 怎么办, 找谁. A cry stays one whatever is asked of it,
// so that points look at it a second time without the question.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "shared/safety/safety_list.h"
#include "shared/safety/safety_matching.h"
#include "shared/safety/safety_text.h"

namespace studio {

class SafetyQuestions {
 public:
  // kMalformed: the detail is a sentence with the place.
  static Result<SafetyQuestions> Of(const Safety& list);

  // The text without every question that begins or ends a clause, also one beside another.
  SafetyText Without(const SafetyText& text) const;

 private:
  WordTree tree_;
};

// Where characters of `text` stand in it without its questions; nullopt: one of them is of a
// question. Half-open.
std::optional<std::pair<std::size_t, std::size_t>> PlaceWithout(const SafetyText& text,
                                                                const SafetyText& without,
                                                                std::size_t first,
                                                                std::size_t last);

}  // namespace studio
