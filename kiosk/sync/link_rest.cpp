#include "sync/link_rest.h"

#include <spdlog/spdlog.h>

#include "sync/answer_reason.h"

namespace studio {

void LinkRest::Begin(const std::string& cursor) {
  long_poll_.LineUp();
  cursor_ = cursor;
  if (!cursor_.empty() && long_poll_.Due(parts_.clock->Now().monotonic_ms)) Ask();
}

void LinkRest::BreakOff() {
  if (!held_) return;
  parts_.client->Cancel(*held_);
  held_.reset();
}

void LinkRest::Ask() {
  long_poll_.Asked(parts_.clock->Now().monotonic_ms);
  held_ = parts_.send(
      [this](std::int64_t now_s) {
        return parts_.protocol->NewsRequest(cursor_, long_poll_.wait(), now_s);
      },
      [this](const HttpAnswer& answer) { OnAnswer(answer); });
}

void LinkRest::OnAnswer(const HttpAnswer& answer) {
  constexpr int kOk = 200;
  constexpr int kNothingNewer = 204;
  held_.reset();
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  const bool answered = answer.fault == HttpFault::kNone;
  if (answered && answer.status == kNothingNewer) {
    if (long_poll_.NothingNewer(now_ms)) parts_.held_to_end();
    return;
  }
  if (answered && (answer.status == kOk || answer.retry_after)) {
    if (answer.status == kOk) long_poll_.News();
    return parts_.news(answer);
  }
  spdlog::debug("county link: nothing is held for a while: {}",
                answered ? StatusReason(answer) : answer.detail);
  long_poll_.Cut(now_ms);
  parts_.line_cut();
}

}  // namespace studio
