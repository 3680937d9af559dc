#include "app/tracking/case_replies.h"

namespace studio {

std::vector<CaseReply> RepliesOf(const CaseAnswer& answer) {
  std::vector<CaseReply> out;
  std::string holder;
  for (const CaseEvent& event : answer.course) {
    if (!event.unit.empty()) holder = event.unit;
    if (event.step == CaseStep::kAnswered && !event.text.empty())
      out.push_back({event.text, event.at_ms, holder});
  }
  const bool told = !out.empty() && out.back().text == answer.reply;
  if (!answer.reply.empty() && !told) out.push_back({answer.reply, 0, answer.unit});
  return out;
}

}  // namespace studio
