// What the link does between two rounds, when nothing waits here: it has the county hold a question
// until there is news. What is on the line then gives way to a round at once. Used on the link's
// thread only.
#pragma once

#include <functional>
#include <string>

#include "app/clock.h"
#include "sync/county_protocol.h"
#include "sync/http_client.h"
#include "sync/long_poll.h"

namespace studio {

class LinkRest {
 public:
  using MakeRequest = std::function<HttpRequest(std::int64_t created_s)>;

  struct Parts {
    const Clock* clock = nullptr;
    const CountyProtocol* protocol = nullptr;
    HttpClient* client = nullptr;
    std::function<HttpClient::Ticket(const MakeRequest&, HttpClient::Done)> send;
    std::function<void(const HttpAnswer&)> news;  // a page for the cursor, or "come again later"
    std::function<void()> held_to_end;            // without news
    std::function<void()> line_cut;               // a round is to find out whether the line is up
    LongPollLimits long_poll;
  };

  explicit LinkRest(Parts parts) : parts_(std::move(parts)), long_poll_(parts_.long_poll) {}

  // After a round that left nothing to do. cursor: of the feed as applied; empty where it could not
  // be read to its end.
  void Begin(const std::string& cursor);
  void BreakOff();
  bool holding() const { return held_.has_value(); }

  void RoundFailed() { long_poll_.LineDown(); }

 private:
  void Ask();
  void OnAnswer(const HttpAnswer& answer);

  Parts parts_;
  LongPoll long_poll_;
  std::string cursor_;
  std::optional<HttpClient::Ticket> held_;
};

}  // namespace studio
