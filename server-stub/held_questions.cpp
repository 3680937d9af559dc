#include "server/held_questions.h"

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
      changed_.wait(lock);
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
      changed_.notify_all();
    }
    changed_.wait_for(lock, kLookEvery, [this] { return stopping_; });
  }
}

bool HeldQuestions::WaitForNews(studio::TerminalNumber terminal, std::uint64_t seen,
                                std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  if (stopping_ || (held_.size() >= most_ && !held_.contains(terminal))) return false;
  const std::uint64_t turn = ++turns_;
  held_[terminal] = turn;
  changed_.notify_all();
  const auto is_mine = [&] {
    const auto held = held_.find(terminal);
    return held != held_.end() && held->second == turn;
  };
  changed_.wait_until(lock, until, [&] { return stopping_ || version_ > seen || !is_mine(); });
  if (!is_mine()) return false;
  held_.erase(terminal);
  return !stopping_ && version_ > seen;
}

void HeldQuestions::LetGo(studio::TerminalNumber terminal) {
  const std::lock_guard lock(mutex_);
  if (held_.erase(terminal) > 0) changed_.notify_all();
}

void HeldQuestions::LetAllGo() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  changed_.notify_all();
}

}  // namespace county
