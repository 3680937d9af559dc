#include "ui/host/navigator.h"

#include <utility>

namespace studio {

void Navigator::SetHome(std::unique_ptr<Screen> home) {
  stack_.clear();
  stack_.push_back(std::move(home));
  stack_.back()->OnEnter();
}

void Navigator::Push(std::unique_ptr<Screen> screen) {
  // std::function must be copyable, a screen is not.
  auto held = std::make_shared<std::unique_ptr<Screen>>(std::move(screen));
  asked_.push_back([this, held] { stack_.push_back(std::move(*held)); });
}

void Navigator::Replace(std::unique_ptr<Screen> screen) {
  Pop();
  Push(std::move(screen));
}

void Navigator::Pop() {
  asked_.push_back([this] {
    if (stack_.size() > 1) gone_.push_back(TakeTop());
  });
}

void Navigator::GoHome() {
  asked_.push_back([this] {
    while (stack_.size() > 1) gone_.push_back(TakeTop());
  });
}

void Navigator::Finish() {
  GoHome();
  asked_.push_back([this] { finished_ = true; });
}

std::unique_ptr<Screen> Navigator::TakeTop() {
  auto top = std::move(stack_.back());
  stack_.pop_back();
  return top;
}

bool Navigator::Settle() {
  if (asked_.empty()) return false;
  Screen* const before = stack_.back().get();
  const auto asked = std::exchange(asked_, {});
  for (const auto& act : asked) act();
  Screen* const after = stack_.back().get();
  if (after != before) {
    before->OnLeave();
    after->OnEnter();
  }
  gone_.clear();
  return after != before;
}

}  // namespace studio
