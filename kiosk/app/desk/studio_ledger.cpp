#include "app/desk/studio_ledger.h"

#include <algorithm>
#include <map>

namespace studio {
namespace {

bool CountyAnswered(const std::optional<CaseStep>& step) {
  return step == CaseStep::kAnswered || step == CaseStep::kRated;
}

LineState StateOfLine(const DeskLine& line, const DeskRequest* request, CalendarDate today) {
  // Whoever sent it back says that it has not ended.
  if (request != nullptr && request->step == CaseStep::kReturned) return LineState::kOpen;
  if (line.closing) return LineState::kClosed;
  if (line.from == LineFrom::kWriteup) return LineState::kNoted;
  if (request == nullptr) return LineState::kOpen;
  if (request->IsOverdue(today)) return LineState::kOverdue;
  const bool at_once =
      !request->replies.empty() && request->replies.back().way == ReplyWay::kOnTheSpot;
  return at_once || CountyAnswered(request->step) ? LineState::kAnswered : LineState::kOpen;
}

}  // namespace

std::vector<StudioLine> StudioLinesOf(const StudioLedger& ledger, CalendarDate today) {
  std::map<Uuid, const DeskRequest*> requests;
  for (const DeskRequest& one : ledger.requests) requests.emplace(one.record, &one);
  std::vector<StudioLine> out;
  for (const DeskLine& line : ledger.ledger.lines) {
    StudioLine one;
    one.line = &line;
    if (const auto request = requests.find(line.record); request != requests.end())
      one.request = request->second;
    one.state = StateOfLine(line, one.request, today);
    out.push_back(one);
  }
  for (const CountyLine& line : ledger.for_county) {
    StudioLine one;
    one.for_county = &line;
    one.state = CountyAnswered(line.step) ? LineState::kClosed : LineState::kOpen;
    out.push_back(one);
  }
  std::stable_sort(out.begin(), out.end(), [](const StudioLine& a, const StudioLine& b) {
    const bool late_a = a.state == LineState::kOverdue, late_b = b.state == LineState::kOverdue;
    return late_a != late_b ? late_a : a.made_at_ms() > b.made_at_ms();
  });
  return out;
}

}  // namespace studio
