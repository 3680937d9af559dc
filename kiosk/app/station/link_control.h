// What the manager may ask of the county link. Main thread; implemented by kiosk/annex.
#pragma once

namespace studio {

class LinkControl {
 public:
  virtual ~LinkControl() = default;
  virtual void TryNow() = 0;  // at once, whatever is being waited for
};

}  // namespace studio
