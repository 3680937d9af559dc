// The stack of screens. Navigation is asked for while a frame is drawn and done after it, so no
// screen disappears under its own feet. Main thread.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "ui/host/screen.h"

namespace studio {

class Navigator {
 public:
  // `home` is never taken off.
  void SetHome(std::unique_ptr<Screen> home);

  void Push(std::unique_ptr<Screen> screen);
  void Replace(std::unique_ptr<Screen> screen);  // of the one on top; of home: pushes
  void Pop();
  void GoHome();
  void Finish();  // likewise, and the visit is over: somebody said that they are done

  // Does what was asked for. True where another screen is on top now. Call after the frame.
  bool Settle();
  Screen& Top() const { return *stack_.back(); }
  // Whether a visit ended so since this was last asked.
  bool TakeFinished() { return std::exchange(finished_, false); }
  bool AtHome() const { return stack_.size() == 1; }

 private:
  std::unique_ptr<Screen> TakeTop();

  std::vector<std::unique_ptr<Screen>> stack_;
  std::vector<std::unique_ptr<Screen>> gone_;  // until the one on top has been told
  std::vector<std::function<void()>> asked_;
  bool finished_ = false;
};

}  // namespace studio
