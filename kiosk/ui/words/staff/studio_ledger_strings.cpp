#include "ui/words/staff/studio_ledger_strings.h"

#include "app/base/clock.h"
#include "app/tracking/outcome_word.h"
#include "shared/record/receipt.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/track_strings.h"
#include "ui/words/wall_strings.h"

namespace studio::say {
namespace {

// Of one that nobody here has answered.
View CourseOf(const std::optional<CaseStep>& step) {
  if (step == CaseStep::kReferred) return "已转交办理";
  if (step == CaseStep::kReturned) return "没解决，退回重办";
  if (step == CaseStep::kAnswered) return "已答复";
  if (step == CaseStep::kRated) return "已评价";
  return "还没答复";
}

std::optional<CaseStep> KnownStep(const StudioLine& line) {
  if (line.for_county != nullptr) return line.for_county->step;
  return line.request != nullptr ? line.request->step : std::nullopt;
}

std::string ClosingWords(const LineClosingBody& closing, const Station& station, View today) {
  std::string name(kDeskStranger);
  for (const Member& one : station.members) {
    if (one.id == closing.by) name = one.name;
  }
  std::string out = Fill(kLineClosedHead, {{"day", DateOf(closing.date, today)}, {"name", name}}) +
                    "\n" + std::string(OutcomeWord(closing.outcome));
  return closing.words.empty() ? out : out + "：" + closing.words;
}

}  // namespace

View FilterName(LedgerFilter filter) {
  switch (filter) {
    case LedgerFilter::kAll:
      return "全部";
    case LedgerFilter::kUnfinished:
      return "没办完";
    case LedgerFilter::kOverdue:
      return "逾期";
    case LedgerFilter::kToClose:
      return "待销号";
    case LedgerFilter::kClosed:
      return "已办结";
  }
  return {};
}

std::string StudioLineTitle(const StudioLine& line) {
  if (line.line != nullptr) return LineTitle(*line.line);
  const auto number = ReceiptNumber::Parse(line.for_county->receipt);
  return Fill(kFoundTitle, {{"number", number ? number->Grouped() : line.for_county->receipt}});
}

View StudioLineState(const StudioLine& line) {
  switch (line.state) {
    case LineState::kOverdue:
      return "答应的日子过了";
    case LineState::kAnswered:
      return "已答复，待销号";
    case LineState::kNoted:
      return "走访时记的";
    case LineState::kClosed:
      return line.for_county != nullptr ? CourseOf(line.for_county->step) : kLineClosed;
    case LineState::kOpen:
      break;
  }
  if (line.for_county == nullptr && line.request == nullptr) return "没办完";
  if (line.request != nullptr && !line.request->replies.empty() &&
      KnownStep(line) != CaseStep::kReturned)
    return "委员已答复，在办";
  return CourseOf(KnownStep(line));
}

std::string StudioLineHint(const StudioLine& line, const Station& station, View today) {
  const std::string day =
      line.line != nullptr ? line.line->date : LocalTime::At(line.for_county->made_at_ms).Date();
  std::string out = DateOf(day, today) + "，" + std::string(StudioLineState(line));
  if (line.for_county != nullptr)
    return out + "，" + Fill(kLineForCounty, {{"county", CountyName(station)}});
  if (const std::string words = LineHint(*line.line); !words.empty()) out += "：" + words;
  return out;
}

std::string StudioLineWords(const StudioLine& line, const StudioLedger& ledger,
                            const Station& station, std::int64_t now_ms) {
  const std::string today = LocalTime::At(now_ms).Date();
  std::string out = line.request != nullptr ? DeskRequestWords(*line.request, station, now_ms)
                                            : LineWords(*line.line, station);
  const std::string about = AboutRequest(line.line->record);
  if (const auto later = ledger.ledger.LinesAbout(about); !later.empty())
    out += "\n" + LinesWords(later, station, today);
  if (line.line->closing) out += "\n" + ClosingWords(*line.line->closing, station, today);
  return out;
}

View ClosingProblemLine(const LineClosingFlow& flow) {
  if (!flow.problem()) return {};
  switch (*flow.problem()) {
    case ClosingProblem::kLineGone:
      return "这一条刚刚被撤回，没有销号。";
    case ClosingProblem::kFull:
      return "机器存满了，没有销号。";
    case ClosingProblem::kFailed:
      return "没有销成，请再试一次。";
  }
  return {};
}

}  // namespace studio::say
