// A request that its sender lets the studio's members read, as the studio's key opened it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/member_reply.h"
#include "shared/bodies/request_body.h"

namespace studio {

struct DeskRequest {
  Uuid record;
  RequestBody body;
  std::int64_t made_at_ms = 0;             // as the county's time was known
  std::optional<CaseStep> step;            // what the county told of it last; none: nothing yet
  std::vector<MemberReplyBody> replies{};  // given at this terminal, oldest first

  bool Answered() const { return !replies.empty() || step == CaseStep::kAnswered; }
  // The day that was promised last is over, and the county has not answered.
  bool IsOverdue(CalendarDate today) const;
};
// Newest first. Wiped with its last holder, as everything that is freed.
using DeskRequestsPtr = std::shared_ptr<const std::vector<DeskRequest>>;

}  // namespace studio
