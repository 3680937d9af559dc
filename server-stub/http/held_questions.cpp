#include "server/http/held_questions.h"

#include <spdlog/spdlog.h>

namespace county {

namespace {

constexpr std::chrono::milliseconds kLookEvery{200};

}  // namespace

HeldQuestions::HeldQuestions(ReadVersion read_version, std::size_t most)
    : read_version_(std::move(read_version)), most_(most), watcher_([this] { Watch(); }) {}

HeldQuestions::~HeldQuestions() {
  LetAllGo();
  watcher_.join();
}

void HeldQuestions::Watch() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (held_.empty()) {
      wanted_.wait(lock);
      continue;
    }
    lock.unlock();
    std::uint64_t version = 0;
    try {
      version = read_version_();
    } catch (const std::exception& error) {
      spdlog::warn("news: {}", error.what());
    }
    lock.lock();
    if (version > version_) {
      version_ = version;
      WakeAll();
    }
    wanted_.wait_for(lock, kLookEvery, [this] { return stopping_; });
  }
}

void HeldQuestions::WakeAll() {
  for (const auto& [terminal, question] : held_) question->woken.notify_one();
}

bool HeldQuestions::WaitForNews(studio::TerminalNumber terminal, std::uint64_t seen,
                                std::chrono::steady_clock::time_point until) {
  Question mine;
  std::unique_lock lock(mutex_);
  if (stopping_ || (held_.size() >= most_ && !held_.contains(terminal))) return false;
  Release(terminal);
  held_.emplace(terminal, &mine);
  if (held_.size() == 1) wanted_.notify_one();
  mine.woken.wait_until(lock, until, [&] { return stopping_ || mine.let_go || version_ > seen; });
  if (mine.let_go) return false;
  held_.erase(terminal);
  return !stopping_ && version_ > seen;
}

void HeldQuestions::Release(studio::TerminalNumber terminal) {
  const auto found = held_.find(terminal);
  if (found == held_.end()) return;
  found->second->let_go = true;
  found->second->woken.notify_one();
  held_.erase(found);
}

void HeldQuestions::LetGo(studio::TerminalNumber terminal) {
  const std::lock_guard lock(mutex_);
  Release(terminal);
}

void HeldQuestions::LetAllGo() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  WakeAll();
  wanted_.notify_one();
}

}  // namespace county
