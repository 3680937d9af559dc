#include "server/http/held_questions.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace county {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20};
constexpr std::chrono::milliseconds kRoundEvery{200};  // who has gone, whose time is up
constexpr std::chrono::milliseconds kWakeEvery{10};
constexpr std::size_t kAtOnce = 32;                   // so few need no spread
constexpr std::chrono::milliseconds kForEachMore{2};  // of the time over which they are woken

}  // namespace

HeldQuestions::HeldQuestions(ReadVersion read_version, std::chrono::milliseconds look_every)
    : read_version_(std::move(read_version)),
      look_every_(look_every),
      watcher_([this] { Watch(); }) {}

HeldQuestions::~HeldQuestions() {
  LetAllGo();
  watcher_.join();
}

// Each for whom there is news is told when it wakes: at random within a time that grows with them.
void HeldQuestions::Spread() {
  std::vector<Held*> told;
  for (auto& [terminal, held] : held_) {
    if (!held.wakes && version_ > held.question.seen) told.push_back(&held);
  }
  const std::size_t more = told.size() > kAtOnce ? told.size() - kAtOnce : 0;
  std::uniform_int_distribution<std::int64_t> late(
      0, kForEachMore.count() * static_cast<std::int64_t>(more));
  const auto now = Clock::now();
  for (Held* held : told) held->wakes = now + std::chrono::milliseconds(late(chance_));
  waking_ += told.size();
}

bool HeldQuestions::Due(Held& held, Clock::time_point now) {
  return held.wakes ? *held.wakes <= now : held.question.until <= now || held.question.gone();
}

void HeldQuestions::Watch() {
  std::string trouble;  // told once
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (held_.empty()) {
      wanted_.wait(lock);
      continue;
    }
    if (Clock::now() >= next_look_) {
      looked_ = Clock::now();
      next_look_ = looked_ + look_every_;
      lock.unlock();
      std::uint64_t version = 0;
      try {
        version = read_version_();
        trouble.clear();
      } catch (const std::exception& error) {
        if (trouble != error.what()) spdlog::warn("news: {}", error.what());
        trouble = error.what();
      }
      lock.lock();
      version_ = std::max(version_, version);
      Spread();
    }
    const auto now = Clock::now();
    std::vector<Held> due;
    for (auto at = held_.begin(); at != held_.end();) {
      if (!Due(at->second, now)) {
        ++at;
        continue;
      }
      if (at->second.wakes) --waking_;
      due.push_back(std::move(at->second));
      at = held_.erase(at);
    }
    lock.unlock();
    for (const Held& each : due) {
      if (!each.question.gone()) each.question.go_on(each.wakes.has_value());
    }
    due.clear();
    lock.lock();
    const auto round = now + (waking_ > 0 ? kWakeEvery : kRoundEvery);
    if (!stopping_) wanted_.wait_until(lock, std::min(round, next_look_));
  }
}

std::optional<HeldQuestions::Held> HeldQuestions::Take(studio::TerminalNumber terminal) {
  const auto found = held_.find(terminal);
  if (found == held_.end()) return std::nullopt;
  if (found->second.wakes) --waking_;
  Held held = std::move(found->second);
  held_.erase(found);
  return held;
}

void HeldQuestions::Hold(studio::TerminalNumber terminal, HeldQuestion question) {
  std::optional<Held> before;
  std::optional<HeldQuestion> too_late;
  {
    const std::lock_guard lock(mutex_);
    before = Take(terminal);
    const bool missed = version_ > question.seen;
    (stopping_ ? too_late.emplace() : held_[terminal].question) = std::move(question);
    if (missed) next_look_ = looked_;
    if (missed || held_.size() == 1) wanted_.notify_one();
  }
  if (before) before->question.go_on(false);
  if (too_late) too_late->go_on(false);
}

void HeldQuestions::LookSoon() {
  const std::lock_guard lock(mutex_);
  next_look_ = std::min(next_look_, looked_ + kBetweenLooks);
  wanted_.notify_one();
}

void HeldQuestions::LetGo(studio::TerminalNumber terminal) {
  std::optional<Held> held;
  {
    const std::lock_guard lock(mutex_);
    held = Take(terminal);
  }
  if (held) held->question.go_on(false);
}

std::size_t HeldQuestions::size() const {
  const std::lock_guard lock(mutex_);
  return held_.size();
}

void HeldQuestions::LetAllGo() {
  std::map<studio::TerminalNumber, Held> all;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    all = std::exchange(held_, {});
    waking_ = 0;
    wanted_.notify_one();
  }
  for (const auto& [terminal, held] : all) held.question.go_on(false);
}

}  // namespace county
