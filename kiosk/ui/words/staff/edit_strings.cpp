#include "ui/words/staff/edit_strings.h"

#include "app/base/clock.h"
#include "shared/base/time_units.h"

namespace studio::say {
namespace {

std::string AskedBy(const MonthView& view, const std::string& asked, const std::string& member) {
  if (asked.empty()) return {};
  if (asked == member) return "，本人提出";
  return Fill("，{name}提出", {{"name", view.NameOf(asked)}});
}

std::string AgreedBy(const MonthView& view, const std::string& agreed) {
  return agreed.empty() ? "" : Fill("，{name}同意", {{"name", view.NameOf(agreed)}});
}

std::string Names(const MonthView& view, const std::vector<std::string>& members) {
  std::string out;
  for (const std::string& id : members) out += (out.empty() ? "" : "、") + view.NameOf(id);
  return out;
}

std::string StudioName(const MonthView& view, StudioId id) {
  for (const Studio& studio : view.input().studios) {
    if (studio.id == id) return studio.name;
  }
  return "别的工作室";
}

// "当天 08:30 – 11:30 在示例乡委员工作室有班"
std::string BusyLine(const MonthView& view, const Shift* busy, View who) {
  if (busy == nullptr) return {};
  const bool here = busy->studio == view.input().studio;
  return Fill(here ? "{who}{hours} 在这里已经有班" : "{who}{hours} 在{studio}有班",
              {{"who", who},
               {"hours", HoursLineOf(*busy)},
               {"studio", here ? "" : StudioName(view, busy->studio)}});
}

}  // namespace

std::string DayOf(CalendarDate date) {
  return DayOf(LocalTime::At(std::chrono::sys_days(date).time_since_epoch().count() * kDayMs));
}

View ShiftNameOf(const Shift& shift) {
  if (shift.from < "12:00") return shift.to > "14:00" ? View("全天班") : View("上午班");
  return shift.from < "17:30" ? View("下午班") : View("晚班");
}

std::string HoursLineOf(const Shift& shift) {
  const std::string to = shift.to <= shift.from ? Fill(kNextDay, {{"time", shift.to}}) : shift.to;
  return shift.from + " – " + to;
}

std::string ShiftTitleOf(const Shift& shift) {
  return std::string(ShiftNameOf(shift)) + " " + HoursLineOf(shift);
}

std::string ShiftDayOf(const Shift& shift) {
  const auto date = ParseDate(shift.date);
  return (date ? DayOf(*date) : shift.date) + " " + ShiftTitleOf(shift);
}

std::string ShortTitleOf(const Shift& shift) {
  const auto date = ParseDate(shift.date);
  if (!date) return std::string(ShiftNameOf(shift));
  return Number(static_cast<unsigned>(date->month())) + "月" +
         Number(static_cast<unsigned>(date->day())) + "日 " + std::string(ShiftNameOf(shift));
}

std::string DayAndShift(const Shift& shift) {
  const auto date = ParseDate(shift.date);
  return (date ? DayOf(*date) : shift.date) + "\n" + ShiftTitleOf(shift);
}

std::string SectorOf(const Member& member) {
  if (member.group.empty()) return member.sector;
  return member.sector.empty() ? member.group : member.sector + " · " + member.group;
}

std::string PlaceChange(const MonthView& view, const Shift& shift, const std::string& member) {
  if (const auto* in = ChangeOf(shift, ShiftChange::Kind::kStandIn, member)) {
    return Fill("{name}代班", {{"name", view.NameOf(in->other)}}) +
           AskedBy(view, in->asked_by, member) + AgreedBy(view, in->agreed_by);
  }
  if (const auto* leave = ChangeOf(shift, ShiftChange::Kind::kLeave, member)) {
    const std::string why = leave->reason.empty() ? "请假" : "请假：" + leave->reason;
    return why + AskedBy(view, leave->asked_by, member) + AgreedBy(view, leave->agreed_by);
  }
  if (const auto* swap = ChangeOf(shift, ShiftChange::Kind::kSwap, member)) {
    return Fill("和{name}换的班", {{"name", view.NameOf(swap->other)}}) +
           AskedBy(view, swap->asked_by, member) + AgreedBy(view, swap->agreed_by);
  }
  return {};
}

std::string PlaceWords(const MonthView& view, const Shift& shift, const DutyLineOfSheet& place) {
  const bool stood_in = !place.came.empty() && place.came != place.planned;
  if (place.beside) {
    return stood_in ? Fill("来替{name}，{name}也来了", {{"name", view.NameOf(place.planned)}})
                    : std::string("有人代班，本人也来了");
  }
  const std::string change = PlaceChange(view, shift, place.planned);
  if (!change.empty() || !stood_in) return change;
  return Fill("{name}来代的班", {{"name", view.NameOf(place.came)}});
}

std::string WaitingLine(const MonthView& view, const PendingRosterChange& pending, View county) {
  const RosterChangeBody& body = pending.body;
  const std::string name = view.NameOf(body.member), other = view.NameOf(body.other);
  std::string what = body.saw_version == 0 ? "这一班是新排的" : "这一班改过了";
  if (body.kind == "leave") what = Fill("{name}请假", {{"name", name}});
  if (body.kind == "stand_in") what = Fill("{other}替{name}", {{"name", name}, {"other", other}});
  if (body.kind == "swap") what = Fill("{name}和{other}调班", {{"name", name}, {"other", other}});
  if (body.kind == "remove") what = "要删掉这一班";
  if (body.kind == "take_back") what = Fill("{name}自己来", {{"name", name}});
  return what + Fill("，等{county}确认，确认以后才能再改", {{"county", county}});
}

View EditName(EditKind kind) {
  switch (kind) {
    case EditKind::kLeave:
      return "请假";
    case EditKind::kStandIn:
      return "找人代班";
    case EditKind::kSwap:
      return "调班";
    case EditKind::kTakeBack:
      return "不请假了，自己来";
    case EditKind::kReplace:
      return "换成别人";
    case EditKind::kTakeOff:
      return "去掉";
    case EditKind::kAdd:
      return "加一个人";
    case EditKind::kHours:
      return "改时间";
    case EditKind::kRemove:
      return "删掉这一班";
    case EditKind::kNew:
      return kNewShift;
  }
  return {};
}

View EditHint(EditKind kind) {
  switch (kind) {
    case EditKind::kLeave:
      return "这一班来不了";
    case EditKind::kStandIn:
      return "别的委员替这一班";
    case EditKind::kSwap:
      return "和别人的一班对调";
    case EditKind::kTakeBack:
      return "请的假、找的代班都不算了";
    case EditKind::kReplace:
      return "这一班改排给别的委员";
    case EditKind::kTakeOff:
      return "不再排在这一班";
    case EditKind::kAdd:
      return "再排一位委员";
    case EditKind::kHours:
      return "开始和结束的时间";
    case EditKind::kRemove:
      return "整班都不要了";
    case EditKind::kNew:
      return kNewShiftHint;
  }
  return {};
}

View BarLine(EditBar bar) {
  switch (bar) {
    case EditBar::kNone:
      break;
    case EditBar::kWaiting:
      return "刚改过，确认以后才能再改";
    case EditBar::kOver:
      return "这一班已经过了";
    case EditBar::kBegan:
      return "这一班已经开始了";
    case EditBar::kCame:
      return "已经有人签到了";
    case EditBar::kOnLeave:
      return "已经请假了";
    case EditBar::kStoodIn:
      return "已经有人代班了";
    case EditBar::kComing:
      return "没有请假，也没有人代班";
    case EditBar::kAlone:
      return "只有一个人，要么换人，要么删掉这一班";
    case EditBar::kBadHours:
      return "这一班的时间不对，请先改时间";
  }
  return {};
}

std::string EditTitle(const RosterEdit& edit, const MonthView& view) {
  const std::string name = view.NameOf(edit.member());
  switch (edit.kind()) {
    case EditKind::kLeave:
      return name + "请假";
    case EditKind::kStandIn:
      return Fill("替{name}代班", {{"name", name}});
    case EditKind::kSwap:
      return name + "调班";
    case EditKind::kTakeBack:
      return name + "自己来";
    case EditKind::kReplace:
      return Fill("{name}换成别人", {{"name", name}});
    case EditKind::kTakeOff:
      return "去掉" + name;
    default:
      return std::string(EditName(edit.kind()));
  }
}

View AskMember(EditKind kind) {
  switch (kind) {
    case EditKind::kStandIn:
      return "谁来代班？";
    case EditKind::kReplace:
      return "换成谁？";
    case EditKind::kAdd:
      return "加谁？";
    default:
      return "谁来值班？";
  }
}

std::string ChoiceBarLine(const MemberChoice& choice, const MonthView& view) {
  switch (choice.bar) {
    case MemberChoice::Bar::kSelf:
      return "就是本人";
    case MemberChoice::Bar::kInShift:
      return "已经在这一班";
    case MemberChoice::Bar::kBusy:
      return BusyLine(view, choice.busy, "");
    default:
      return {};
  }
}

std::string SwapBarLine(const SwapChoice& choice, const std::string& own, const MonthView& view) {
  switch (choice.bar) {
    case SwapChoice::Bar::kWaiting:
      return "那一班刚改过，确认以后才能换";
    case SwapChoice::Bar::kInShift:
      return "两个人有一班在一起，换不了";
    case SwapChoice::Bar::kOwnBusy:
      return BusyLine(view, choice.busy, view.NameOf(own) + " ");
    case SwapChoice::Bar::kOtherBusy:
      return BusyLine(view, choice.busy, view.NameOf(choice.member) + " ");
    default:
      return {};
  }
}

std::string EditProblemLine(const RosterEdit& edit, const MonthView& view) {
  switch (edit.problem()) {
    case EditProblem::kNone:
      break;
    case EditProblem::kNobody:
      return std::string(kChooseSomebody);
    case EditProblem::kPast:
      return "这个时间已经过了，请往后调";
    case EditProblem::kSameHours:
      return "时间没有变，请先调一调";
    case EditProblem::kBusy:
      return BusyLine(view, edit.busy_shift(), view.NameOf(edit.busy_member()) + " ") +
             "，时间撞上了";
    case EditProblem::kNotAgreed:
      return Fill("请先问过{name}，答应了再打勾", {{"name", view.NameOf(edit.other())}});
    case EditProblem::kChanged:
      return "这一班刚刚有了变动，请回去重新看一看";
    case EditProblem::kNotKept:
      return "没存上，再点一次";
  }
  return {};
}

View ConfirmName(EditKind kind) {
  return kind == EditKind::kRemove ? View("删掉这一班") : View("没错，登记");
}

std::vector<std::pair<View, std::string>> ReviewLines(const RosterEdit& edit,
                                                      const MonthView& view) {
  std::vector<std::pair<View, std::string>> lines;
  const Shift& seen = edit.shift();
  const bool fresh = edit.kind() == EditKind::kNew;
  lines.emplace_back("哪一班", DayAndShift(fresh ? edit.Wanted() : seen));
  switch (edit.kind()) {
    case EditKind::kLeave:
      lines.emplace_back("谁请假", view.NameOf(edit.member()));
      lines.emplace_back("为什么", edit.reason());
      break;
    case EditKind::kStandIn:
      lines.emplace_back("谁来", Fill("{other}替{name}", {{"other", view.NameOf(edit.other())},
                                                          {"name", view.NameOf(edit.member())}}));
      break;
    case EditKind::kSwap:
      lines.emplace_back("改成", view.NameOf(edit.other()));
      lines.emplace_back("换来", DayAndShift(*edit.other_shift()));
      lines.emplace_back("改成", view.NameOf(edit.member()));
      break;
    case EditKind::kTakeBack:
      lines.emplace_back("改成", Fill("{name}自己来", {{"name", view.NameOf(edit.member())}}));
      lines.emplace_back("原来", PlaceChange(view, seen, edit.member()));
      break;
    case EditKind::kHours:
      lines.emplace_back("改成", ShiftTitleOf(edit.Wanted()));
      break;
    default:
      break;
  }
  const bool asked = edit.kind() == EditKind::kLeave || edit.kind() == EditKind::kTakeBack ||
                     edit.NeedsAgreement();
  if (asked) {
    lines.emplace_back("谁提出",
                       edit.asked_by_studio()
                           ? std::string(kAskedByStudio)
                           : Fill(kAskedByMember, {{"name", view.NameOf(edit.member())}}));
  } else if (edit.kind() == EditKind::kRemove) {
    if (!seen.members.empty()) lines.emplace_back("值班的", Names(view, seen.members));
  } else {
    lines.emplace_back(fresh ? "值班的" : "以后是", Names(view, edit.MembersAfter()));
  }
  return lines;
}

std::string AgreedLine(const RosterEdit& edit, const MonthView& view) {
  return Fill("{name}答应了", {{"name", view.NameOf(edit.other())}});
}

}  // namespace studio::say
