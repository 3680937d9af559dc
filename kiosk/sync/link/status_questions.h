// Questions that somebody in front of the screen waits for: what became of a number that is not
// known here. They go beside whatever is on the line, on a connection of their own, and neither
// break off the question that the county holds nor change what is shown of the line. Used on the
// link's thread only.
#pragma once

#include <functional>
#include <optional>

#include "app/base/clock.h"
#include "shared/bodies/case_answer.h"
#include "sync/line/http_client.h"
#include "sync/link/county_protocol.h"

namespace studio {

class StatusQuestions {
 public:
  struct Parts {
    const Clock* clock = nullptr;
    const CountyProtocol* protocol = nullptr;
    HttpClient* client = nullptr;
    // Unix seconds to judge certificates at, where this machine's clock is known to be wrong.
    std::function<std::optional<std::int64_t>(const Moment&)> verify_at_s;
  };
  // On the link's thread. kUnavailable: no line, refused, not the county's word, or ten seconds.
  using Done = std::function<void(Result<StatusWord>)>;

  explicit StatusQuestions(Parts parts) : parts_(std::move(parts)) {}

  void Ask(const ReceiptNumber& number, Done done);

 private:
  Parts parts_;
};

}  // namespace studio
