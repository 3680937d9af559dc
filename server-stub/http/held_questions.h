// Questions for changes that wait for news (long poll): one for each terminal, and no thread. One
// thread asks the ledger for all of them, because another process may publish into it: when it is
// told that there is news, and every so often.
// Where many hear of the same news, they are woken one after the other.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include "shared/record/record.h"

namespace county {

struct HeldQuestion {
  std::uint64_t seen = 0;  // the version that was looked at
  std::chrono::steady_clock::time_point until;
  std::function<bool()> gone;  // nobody waits for the answer any more
  // Once, unless it is gone; quick. False: the time is up, the terminal has asked something else
  // since, or all were let go.
  std::function<void(bool news)> go_on;
};

class HeldQuestions {
 public:
  // The version of the feed's newest change; called on a thread of this class, where it may throw.
  using ReadVersion = std::function<std::uint64_t()>;

  HeldQuestions(ReadVersion read_version, std::chrono::milliseconds look_every);
  ~HeldQuestions();
  HeldQuestions(const HeldQuestions&) = delete;
  HeldQuestions& operator=(const HeldQuestions&) = delete;

  // Until the feed is past `seen`. Lets go what this terminal had before.
  void Hold(studio::TerminalNumber terminal, HeldQuestion question);
  // There may be news: it is looked at once, or a moment later where that was just done.
  void LookSoon();
  // This terminal has come with something else, so that nobody waits for the answer any more.
  void LetGo(studio::TerminalNumber terminal);
  std::size_t size() const;
  // Nothing is held from now on.
  void LetAllGo();

 private:
  using Clock = std::chrono::steady_clock;
  struct Held {
    HeldQuestion question;
    std::optional<Clock::time_point> wakes;  // there is news for it
  };

  void Watch();
  void Spread();
  bool Due(Held& held, Clock::time_point now);
  std::optional<Held> Take(studio::TerminalNumber terminal);

  const ReadVersion read_version_;
  const std::chrono::milliseconds look_every_;
  mutable std::mutex mutex_;
  std::condition_variable wanted_;  // for the watcher: somebody waits, news, or the end
  bool stopping_ = false;           // guarded by mutex_, as all below
  std::uint64_t version_ = 0;       // as last read
  Clock::time_point looked_{}, next_look_{};
  std::map<studio::TerminalNumber, Held> held_;
  std::size_t waking_ = 0;  // of them, those that know when
  std::minstd_rand chance_;
  std::thread watcher_;
};

}  // namespace county
