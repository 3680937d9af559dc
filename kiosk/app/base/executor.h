// Somewhere to run work that the main thread must not do. Jobs run one after another.
#pragma once

#include <functional>

namespace studio {

class Executor {
 public:
  virtual ~Executor() = default;
  virtual void Post(std::function<void()> job) = 0;
};

}  // namespace studio
