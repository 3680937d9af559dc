#include "app/desk/desk_request.h"

namespace studio {

bool DeskRequest::IsOverdue(CalendarDate today) const {
  if (step == CaseStep::kAnswered || step == CaseStep::kRated || replies.empty()) return false;
  const auto due = ParseDate(replies.back().due);
  return due && *due < today;
}

}  // namespace studio
