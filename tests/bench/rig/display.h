// A display without a screen: Xvfb, 1080x1920, no graphics card.
#pragma once

#include <memory>
#include <string>

#include "process.h"

namespace studio::bench {

class Display {
 public:
  // Null where Xvfb is not installed. Throws where it does not start.
  static std::unique_ptr<Display> Start();
  // "DISPLAY=:N", for the environment of what is to be shown on it.
  const std::string& Variable() const { return variable_; }

 private:
  explicit Display(const std::string& program);

  Process server_;
  std::string variable_;
};

}  // namespace studio::bench
