// What of somebody's words is agreed to separately: health, disability, money, children. Which
// words tell is the county's data (entity "safety"); a category says what is likely where nobody
// can look: in a voice message or a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/entities.h"

namespace studio {

struct SensitivePart {
  std::string kind;                    // "health", …
  std::string name;                    // in the county's words; may be empty
  std::vector<std::string> sentences;  // those of the words that touch it, whole
  bool spoken = false;                 // a voice message or a picture may touch it
  bool operator==(const SensitivePart&) const = default;
};

// In the order of the county's list. spoken: there is a voice message or a picture.
std::vector<SensitivePart> SensitivePartsIn(std::string_view words, const Category& category,
                                            const Safety& safety, bool spoken);

// The words without those sentences.
std::string WithoutSentences(std::string_view words, const std::vector<SensitivePart>& parts);

}  // namespace studio
