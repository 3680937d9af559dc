// When to try the county again. Told the time (monotonic milliseconds) and what happened; keeps no
// clock of its own. Without end: what waits is never given up.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace studio {

enum class TryFailure {
  kUnreachable,  // no answer, or a server in trouble
  kUntrusted,    // an answer that is not the county's
  kRefused,      // 401, 403
  kLocal,        // this terminal could not do its part (disk)
};

struct BackoffLimits {
  std::chrono::milliseconds first{std::chrono::seconds(5)};
  std::chrono::milliseconds most{std::chrono::minutes(30)};
  std::chrono::milliseconds refused{std::chrono::hours(1)};
  std::chrono::milliseconds retry_after_most{std::chrono::hours(24)};
};

class Backoff {
 public:
  // Uniform in [0, 1).
  using Chance = std::function<double()>;

  Backoff(BackoffLimits limits, Chance chance);

  void Succeeded();
  // Full jitter: anything up to a ceiling that doubles from `first` to `most`. The county's
  // Retry-After is honoured in full and stands in for it.
  void Failed(std::int64_t now_ms, TryFailure failure,
              std::optional<std::chrono::seconds> retry_after);

  // Something new waits. An unreachable county is then tried no later than `first` after the last
  // try; other failures keep their time.
  void NewWork(std::int64_t now_ms);
  // The network came back: at once, except where the county itself said when.
  void NetworkUp(std::int64_t now_ms);
  // A person asked: at once.
  void TryNow(std::int64_t now_ms);

  bool failing() const { return wait_.has_value(); }  // since the last success
  // Milliseconds until the next try, 0 for now. Never more than was drawn: a clock that went back
  // starts the wait again rather than stretching it.
  std::int64_t WaitFrom(std::int64_t now_ms);

 private:
  struct Wait {
    std::int64_t from_ms = 0;  // when the try failed
    std::int64_t due_ms = 0;
    TryFailure failure = TryFailure::kUnreachable;
    bool county_said_when = false;
  };

  BackoffLimits limits_;
  Chance chance_;
  int failures_ = 0;
  std::optional<Wait> wait_;
};

}  // namespace studio
