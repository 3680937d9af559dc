// Reads what somebody writes for two things that must not wait for a form: danger now, and matters
// that belong elsewhere by law. Made once of the county's list; looking takes well under a
// millisecond for the longest text that a page takes. Immutable: any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/safety/safety_list.h"

namespace studio {

struct SafetyFinding {
  std::string id;                  // of the danger or of the matter
  std::string pattern;             // as the list has it
  std::string words;               // of the text, as they were written
  std::size_t begin = 0, end = 0;  // their bytes in the text
  std::string excuse{};            // id of what makes it mean no harm; empty: it counts
};

struct SafetyFindings {
  std::vector<SafetyFinding> danger;    // in the order of the text, each place once
  std::vector<SafetyFinding> not_ours;  // in the list's order
  std::vector<SafetyFinding> excused;
};

class SafetyCheck {
 public:
  struct Compiled;
  // kMalformed: the detail is a sentence with the place.
  static Result<SafetyCheck> Of(const Safety& list);
  SafetyCheck(SafetyCheck&&) noexcept;
  SafetyCheck& operator=(SafetyCheck&&) noexcept;
  ~SafetyCheck();

  SafetyFindings Look(std::string_view text) const;

 private:
  explicit SafetyCheck(std::unique_ptr<const Compiled> compiled);

  std::unique_ptr<const Compiled> compiled_;
};

// The words of `text` that speak of danger, each once, in its order.
std::vector<std::string> DangerWordsIn(std::string_view text, const Safety& safety);
// The first listed matter that the text touches, or nullptr. It points into `safety`.
const Safety::NotOurs* NotOursIn(std::string_view text, const Safety& safety);

}  // namespace studio
