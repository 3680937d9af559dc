#include "app/tracking/outcome_word.h"

namespace studio {

std::string_view OutcomeWord(CaseOutcome outcome) {
  switch (outcome) {
    case CaseOutcome::kSolved:
      return "已解决";
    case CaseOutcome::kSolving:
      return "正在解决";
    case CaseOutcome::kPlanned:
      return "列入计划";
    case CaseOutcome::kNotNow:
      return "暂不能解决";
    case CaseOutcome::kNoted:
      return "留作参考";
    case CaseOutcome::kNone:
      break;
  }
  return {};
}

}  // namespace studio
