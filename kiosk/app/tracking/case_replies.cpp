#include "app/tracking/case_replies.h"

namespace studio {

CaseAnswer ToldOf(const TrackedCase& found) {
  CaseAnswer answer = found.answer.value_or(CaseAnswer{});
  for (const CaseEvent& said : found.said_at_desk) AddReply(answer, said);
  return answer;
}

std::vector<CaseReply> RepliesOf(const TrackedCase& found) {
  const CaseAnswer answer = ToldOf(found);
  std::vector<CaseReply> out;
  std::string holder;
  bool told = answer.reply.empty();
  for (const CaseEvent& event : answer.course) {
    if (event.said) {
      out.push_back({event.text, event.at_ms, {}, event.said});
      continue;
    }
    if (!event.unit.empty()) holder = event.unit;
    if (event.step == CaseStep::kAnswered && !event.text.empty())
      out.push_back({event.text, event.at_ms, holder});
    told = told || (event.step == CaseStep::kAnswered && event.text == answer.reply);
  }
  if (!told) out.push_back({answer.reply, 0, answer.unit});
  return out;
}

}  // namespace studio
