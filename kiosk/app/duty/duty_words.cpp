#include "app/duty/duty_words.h"

namespace studio {

std::string_view PublicWord(PublicDuty duty) {
  switch (duty) {
    case PublicDuty::kHere:
      return "在岗";
    case PublicDuty::kVisiting:
      return "外出走访";
    case PublicDuty::kCame:
      return "来过";
    case PublicDuty::kExpected:
      return "待值";
    case PublicDuty::kPlanned:
      return "值班";
    case PublicDuty::kSwapped:
      return "调班";
    case PublicDuty::kLeave:
      return "请假";
  }
  return {};
}

std::string ManagerWord(const DutyLineOfSheet& line) {
  const bool late = line.late_minutes > 0, early = line.early_minutes > 0;
  switch (line.mark) {
    case DutyMark::kToCome:
      return "待值";
    case DutyMark::kNotIn:
      return "未到";
    case DutyMark::kOnDuty:
      if (line.presence == DutyPresence::kVisiting) return "外出走访";
      return late ? "在岗、迟到" : "在岗";
    case DutyMark::kAttended:
      if (late && early) return "迟到、早退";
      return late ? "迟到" : early ? "早退" : "来过";
    case DutyMark::kLeave:
      return "请假";
    case DutyMark::kStandIn:
      return "代班";
    case DutyMark::kAbsent:
      return "缺席";
  }
  return {};
}

std::string ManagerWordAndMinutes(const DutyLineOfSheet& line) {
  std::string word = ManagerWord(line);
  const bool late = line.late_minutes > 0, early = line.early_minutes > 0;
  if (line.mark != DutyMark::kAttended || late == early) return word;
  return word + " " + std::to_string(late ? line.late_minutes : line.early_minutes) + " 分钟";
}

}  // namespace studio
