// The terminal's line to its county, on a thread of its own. A greeting always goes first, so that
// a restored disk image hears what the county already has of its stream before it sends anything;
// then what waits goes up in batches, and the feed's pages come down; then it sleeps until there
// is new work, the next poll is due, or a failed try may be repeated. Attachments go last, piece by
// piece, with a look in between whether anything else is due. Only what the county signed for that
// very batch or attachment marks anything. Never gives up.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "app/base/clock.h"
#include "app/base/main_queue.h"
#include "app/station/station.h"
#include "app/tracking/county_questions.h"
#include "store/base/identity.h"
#include "store/base/link_store.h"
#include "sync/line/backoff.h"
#include "sync/link/heartbeats.h"
#include "sync/link/long_poll.h"

namespace studio {

struct CountyLinkOptions {
  std::string proxy;  // "http://host:port"; empty: none. The environment is not asked.
  std::chrono::milliseconds poll{std::chrono::seconds(20)};
  LongPollLimits long_poll;
  HeartbeatTimes heartbeats;
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds silence_timeout{30};
  BatchLimits batch;
  std::uint64_t attachment_rate = 0;  // bytes a second that attachments may take; 0: no limit
  BackoffLimits backoff;
  Backoff::Chance chance;  // empty: random
};

struct CountyLinkParts {
  Identity identity;
  std::filesystem::path ca_file;  // the only certificates trusted
  LinkStore* store = nullptr;     // outlives the link
  const Clock* clock = nullptr;   // read on the link's thread
  Uuid boot{};                    // this boot's id; zeros: the county is not told the clocks
  MainQueue* main_queue = nullptr;
  std::function<void(LinkState)> on_link;  // by the main queue, when something changed
  CountyLinkOptions options;
};

class CountyLink : public CountyQuestions {
 public:
  // Starts the thread. kInvalid: the identity's server address is none.
  static Result<std::unique_ptr<CountyLink>> Start(CountyLinkParts parts);
  // Breaks off what is on the line and joins, at once.
  ~CountyLink() override;
  CountyLink(const CountyLink&) = delete;
  CountyLink& operator=(const CountyLink&) = delete;

  // From any thread:
  void Wake();    // something new waits in the store (StoreListeners::on_work)
  void TryNow();  // the manager asks for a try, whatever is being waited for
  void NoteMachine(const MachineHealth& machine);  // for the heartbeat
  // Beside what is on the line. Not answered any more once the link is going.
  void AskStatus(const ReceiptNumber& number,
                 std::function<void(Result<StatusWord>)> done) override;

 private:
  struct Thread;
  explicit CountyLink(std::unique_ptr<Thread> thread);
  std::unique_ptr<Thread> thread_;
};

}  // namespace studio
