#include "sync/link/link_rest.h"

#include <spdlog/spdlog.h>

#include "sync/line/answer_reason.h"
#include "sync/line/http_status.h"

namespace studio {
LinkRest::LinkRest(Parts parts)
    : parts_(std::move(parts)), long_poll_(parts_.long_poll), heartbeats_(parts_.heartbeats) {}

void LinkRest::Begin(const std::string& cursor) {
  long_poll_.LineUp();
  cursor_ = cursor;
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  if (heartbeats_.Due(now_ms)) return AskHealth();
  if (!cursor_.empty() && long_poll_.Due(now_ms)) AskForNews();
}

void LinkRest::BreakOff() {
  ++turn_;
  if (on_line_) parts_.client->Cancel(*on_line_);
  if (on_line_ && !holding_) heartbeats_.Failed();
  on_line_.reset();
  holding_ = false;
}

void LinkRest::AskHealth() {
  parts_.store->ReadHealth(
      [this, inbox = parts_.inbox, turn = ++turn_](Result<StoreHealth> health) {
        inbox->Post([this, turn, health = std::move(health)] { OnHealth(turn, health); });
      });
}

void LinkRest::OnHealth(std::uint64_t turn, const Result<StoreHealth>& health) {
  if (turn != turn_) return;
  const Moment now = parts_.clock->Now();
  heartbeats_.Tried(now.monotonic_ms);
  // A store that cannot be read is a fault, which the main thread told.
  const auto offset_ms = parts_.clock_offset_ms(now);
  Heartbeat heartbeat = heartbeats_.Make(health.value_or(StoreHealth{}), now.wall_ms, offset_ms);
  if (parts_.boot != Uuid{}) {
    heartbeat.clock = ClockEvidence{now.wall_ms, now.monotonic_ms, parts_.boot, offset_ms};
  }
  on_line_ = parts_.send(
      [this, heartbeat](std::int64_t now_s) {
        return parts_.protocol->HeartbeatRequest(heartbeat, now_s);
      },
      [this](const HttpAnswer& answer) { OnHeartbeatAnswer(answer); });
}

void LinkRest::OnHeartbeatAnswer(const HttpAnswer& answer) {
  on_line_.reset();
  const bool answered = answer.fault == HttpFault::kNone;
  // An older county, which knows of none, is not asked more often than one that does.
  if (answered && (answer.status < 400 || answer.status == http::kNotFound)) {
    heartbeats_.GotThrough();
  } else {
    spdlog::debug("county link: heartbeat: {}", answered ? StatusReason(answer) : answer.detail);
    heartbeats_.Failed();
  }
  parts_.go_on();
}

void LinkRest::AskForNews() {
  long_poll_.Asked(parts_.clock->Now().monotonic_ms);
  holding_ = true;
  on_line_ = parts_.send(
      [this](std::int64_t now_s) {
        return parts_.protocol->NewsRequest(cursor_, long_poll_.wait(), now_s);
      },
      [this](const HttpAnswer& answer) { OnNewsAnswer(answer); });
}

void LinkRest::OnNewsAnswer(const HttpAnswer& answer) {
  on_line_.reset();
  holding_ = false;
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  const bool answered = answer.fault == HttpFault::kNone;
  if (answered && answer.status == http::kNoContent) {
    if (long_poll_.NothingNewer(now_ms)) parts_.go_on();
    return;
  }
  if (answered && (answer.status == http::kOk || answer.retry_after)) {
    if (answer.status == http::kOk) long_poll_.News();
    return parts_.news(answer);
  }
  spdlog::debug("county link: nothing is held for a while: {}",
                answered ? StatusReason(answer) : answer.detail);
  long_poll_.Cut(now_ms);
  parts_.line_cut();
}

}  // namespace studio
