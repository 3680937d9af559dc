// One request that came whole, until it is answered: now, or later by whoever keeps it. Where the
// last one lets it go unanswered, the connection is closed.
#pragma once

#include <chrono>
#include <cstdint>

#include "server/front/http_message.h"

namespace county {

// Any thread.
class Exchange {
 public:
  virtual ~Exchange() = default;
  const Request& request() const { return request_; }
  std::chrono::steady_clock::time_point came() const { return came_; }  // the last byte

  // Once.
  virtual void Answer(Response response) = 0;
  // Nobody waits for the answer any more.
  virtual bool Gone() const = 0;
  // The connection is this terminal's, so the bounds of strangers are not for it.
  virtual void Prove(std::uint32_t terminal) = 0;

 protected:
  explicit Exchange(Request request) : request_(std::move(request)) {}

 private:
  const Request request_;
  const std::chrono::steady_clock::time_point came_ = std::chrono::steady_clock::now();
};

}  // namespace county
