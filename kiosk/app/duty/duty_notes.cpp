#include "app/duty/duty_notes.h"

namespace studio {
namespace {

std::string HandoverText(const HandoverBody& handover) {
  std::string text;
  for (const HandoverItem& item : handover.items) {
    if (!text.empty()) text += "；";
    if (item.kind == "call_back") text += "待回电：";
    text += item.text;
  }
  return text;
}

}  // namespace

DutyRemarksOfMonth RemarksOf(const RotationMonth& month, const DutyNotes& notes) {
  DutyRemarksOfMonth out;
  auto receptions = notes.receptions;
  for (const DayMonth& day : month.days) {
    for (const DutyLineOfSheet& line : day.lines) {
      if (line.came.empty()) continue;
      DutyRemarks remarks;
      if (auto received = receptions.extract({ToText(day.date), line.came}))
        remarks.receptions = received.mapped();
      for (const HandoverBody& left : notes.handovers) {
        if (left.shift == line.shift && left.member == line.came)
          remarks.handover = HandoverText(left);
      }
      if (remarks.receptions || !remarks.handover.empty())
        out.emplace(std::pair(line.shift, line.planned), std::move(remarks));
    }
  }
  return out;
}

}  // namespace studio
