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
  template <class T>
  std::function<void(T)> Guard(std::function<void(T)> done) const {
    return [alive = std::weak_ptr<int>(token_), done = std::move(done)](T answer) {
      if (alive.lock()) done(std::move(answer));
    };
  }

 private:
  std::shared_ptr<int> token_;
};

}  // namespace studio
