// What the link does between two rounds, when nothing waits here: it tells the county how the
// terminal is, where that is due, and then has it hold a question until there is news. What is on
// the line gives way to a round at once, and what goes wrong with it is not shown to anybody. Used
// on the link's thread only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "sync/line/http_client.h"
#include "sync/link/county_protocol.h"
#include "sync/link/heartbeats.h"
#include "sync/link/link_inbox.h"
#include "sync/link/long_poll.h"

namespace studio {

class LinkRest {
 public:
  using MakeRequest = std::function<HttpRequest(std::int64_t created_s)>;

  struct Parts {
    LinkStore* store = nullptr;
    const Clock* clock = nullptr;
    const CountyProtocol* protocol = nullptr;
    HttpClient* client = nullptr;
    std::shared_ptr<LinkInbox> inbox;
    std::function<HttpClient::Ticket(const MakeRequest&, HttpClient::Done)> send;
    Uuid boot;
    std::function<std::optional<std::int64_t>(const Moment&)> clock_offset_ms;
    std::function<void(const HttpAnswer&)> news;  // a page for the cursor, or "come again later"
    std::function<void()> line_cut;               // a round is to find out whether the line is up
    std::function<void()> go_on;  // something is done: Begin again, unless a round is due
    LongPollLimits long_poll;
    HeartbeatTimes heartbeats;
  };

  explicit LinkRest(Parts parts);

  // After a round that left nothing to do. cursor: of the feed as applied; empty where it could not
  // be read to its end.
  void Begin(const std::string& cursor);
  void BreakOff();
  // The county holds a question, and may take its time.
  bool holding() const { return holding_; }

  void RoundFailed() { long_poll_.LineDown(); }
  Heartbeats& heartbeats() { return heartbeats_; }

 private:
  void AskHealth();
  void OnHealth(std::uint64_t turn, const Result<StoreHealth>& health);
  void OnHeartbeatAnswer(const HttpAnswer& answer);
  void AskForNews();
  void OnNewsAnswer(const HttpAnswer& answer);

  Parts parts_;
  LongPoll long_poll_;
  Heartbeats heartbeats_;
  std::string cursor_;
  std::optional<HttpClient::Ticket> on_line_;
  bool holding_ = false;
  std::uint64_t turn_ = 0;  // what the store still brings of an earlier one is dropped
};

}  // namespace studio
