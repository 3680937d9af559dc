// Questions for changes that wait for news (long poll). Each holds a worker thread, so there is at
// most one for each terminal and a limit for all. One thread asks the ledger for all of them,
// often, because another process may publish into it.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "shared/record/record.h"

namespace county {

class HeldQuestions {
 public:
  // The version of the feed's newest change; called on a thread of this class, where it may throw.
  using ReadVersion = std::function<std::uint64_t()>;

  HeldQuestions(ReadVersion read_version, std::size_t most);
  ~HeldQuestions();
  HeldQuestions(const HeldQuestions&) = delete;
  HeldQuestions& operator=(const HeldQuestions&) = delete;

  // Blocks until the feed is past `seen`: true. False: the time is up, the terminal has asked
  // something else since, too many are held already, or all were let go.
  bool WaitForNews(studio::TerminalNumber terminal, std::uint64_t seen,
                   std::chrono::steady_clock::time_point until);
  // This terminal has come with something else, so that nobody waits for the answer any more.
  void LetGo(studio::TerminalNumber terminal);
  // Nothing is held from now on.
  void LetAllGo();

 private:
  // Each is woken by itself: where one terminal comes or goes, the others sleep on.
  struct Question {
    std::condition_variable woken;
    bool let_go = false;  // and no longer in held_
  };

  void Watch();
  void WakeAll();
  void Release(studio::TerminalNumber terminal);

  const ReadVersion read_version_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable wanted_;                    // for the watcher: somebody waits, or the end
  bool stopping_ = false;                             // guarded by mutex_, as all below
  std::uint64_t version_ = 0;                         // as last read
  std::map<studio::TerminalNumber, Question*> held_;  // on the stacks of those who wait
  std::thread watcher_;
};

}  // namespace county
