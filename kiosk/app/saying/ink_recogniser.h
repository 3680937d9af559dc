// Handwriting to characters. Implemented by kiosk/input; a better recogniser joins or replaces it
// behind this.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/record/ink.h"

namespace studio {

class InkRecogniser {
 public:
  using Done = std::function<void(std::vector<std::string>)>;

  virtual ~InkRecogniser() = default;
  virtual bool Ready() const = 0;  // false: its data are missing
  // At most kCandidatesPerPage characters, best first; on the main thread, after working elsewhere.
  // Where a newer question has been asked meanwhile, the older one may stay unanswered.
  virtual void Recognise(Ink ink, Done done) = 0;
};

}  // namespace studio
