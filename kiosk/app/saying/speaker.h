// Says sentences aloud, one at a time. Implemented by kiosk/media; main thread, and so is every
// completion.
#pragma once

#include <functional>
#include <string>

namespace studio {

class Speaker {
 public:
  virtual ~Speaker() = default;
  virtual bool Present() const = 0;  // there is something to hear it by, and a voice
  // Ends what is being said before, untold. `on_end`: it was said to its end; false: it could not
  // be. It comes within a minute in any case.
  virtual void Say(std::string sentence, std::function<void(bool said)> on_end) = 0;
  virtual void Hush() = 0;  // likewise, untold
};

}  // namespace studio
