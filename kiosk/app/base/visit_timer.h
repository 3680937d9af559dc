// When a visit ends by itself. After a while without a touch the screen is covered and asks
// whether somebody is still there; a minute later everything is wiped. Who goes by one switch is
// not asked before the ring has been once around.
#pragma once

#include <cstdint>
#include <optional>

namespace studio {

// What the page on screen allows for.
enum class Patience {
  kNever,    // recording, speaking: no time-out
  kHome,     // home: 45 s, and then the visit is over without a question
  kNormal,   // 45 s
  kWriting,  // 90 s: writing, and the consent page
  kDone,     // the receipt: 30 s, then home without asking
};

class VisitTimer {
 public:
  enum class State { kRunning, kAsking, kOver };

  static constexpr std::int64_t kNormalMs = 45'000;
  static constexpr std::int64_t kWritingMs = 90'000;
  static constexpr std::int64_t kDoneMs = 30'000;
  static constexpr std::int64_t kWipeMs = 60'000;

  // Times are monotonic milliseconds.
  void Touch(std::int64_t now_ms);
  void SetPatience(Patience patience, std::int64_t now_ms);  // a change counts as a touch
  // So long nobody is asked, and no page leaves by itself, whatever its patience; 0: by that alone.
  void SetAtLeast(std::int64_t ms) { at_least_ms_ = ms; }
  State At(std::int64_t now_ms) const;
  // When At() will next change; nullopt: never.
  std::optional<std::int64_t> NextChange(std::int64_t now_ms) const;
  std::int64_t SecondsLeft(std::int64_t now_ms) const;  // until kOver, rounded up

 private:
  bool Asks() const { return patience_ != Patience::kDone && patience_ != Patience::kHome; }
  std::int64_t AskAfter() const;
  std::int64_t OverAfter() const;

  Patience patience_ = Patience::kNever;
  std::int64_t touched_ms_ = 0, at_least_ms_ = 0;
};

}  // namespace studio
