// One person's stay at the screen. Completions of asynchronous calls are guarded by it: once the
// visit has ended, an answer that comes late is dropped, so nothing of one person can reach the
// next.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace studio {

class Visit {
 public:
  Visit() : token_(std::make_shared<int>(0)) {}
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  // Wraps a completion for the main thread; it runs only while this visit lasts.
  template <class... Args>
  std::function<void(Args...)> Guard(std::function<void(Args...)> done) const {
    return [alive = std::weak_ptr<int>(token_), done = std::move(done)](Args... args) {
      if (alive.lock()) done(std::forward<Args>(args)...);
    };
  }

 private:
  std::shared_ptr<int> token_;
};

}  // namespace studio
