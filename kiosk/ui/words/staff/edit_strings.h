// The sentences of the manager's day: what a shift looks like and what may be changed (zh-CN).
#pragma once

#include "app/duty/roster_edit.h"
#include "ui/words/strings.h"

namespace studio::say {

std::string DayOf(CalendarDate date);  // "11月23日 星期一"
// "上午班", "下午班", "晚班", "全天班": on every page, in every list.
View ShiftNameOf(const Shift& shift);
std::string HoursLineOf(const Shift& shift);
std::string ShiftTitleOf(const Shift& shift);  // "上午班 08:30 – 11:30"
std::string ShortTitleOf(const Shift& shift);  // "11月23日 上午班"
std::string DayAndShift(const Shift& shift);   // the same as below on two lines, hours whole
std::string ShiftDayOf(const Shift& shift);    // "11月23日 上午班 08:30 – 11:30"
std::string SectorOf(const Member& member);    // "经济界 · 第一活动组"
// What was changed about that place, who asked and who agreed; empty: nothing.
std::string PlaceChange(const MonthView& view, const Shift& shift, const std::string& member);
// That, and who came for the place without its having been arranged.
std::string PlaceWords(const MonthView& view, const Shift& shift, const DutyLineOfSheet& place);
// What waits for the county about that shift, and that nothing else is changed meanwhile.
std::string WaitingLine(const MonthView& view, const PendingRosterChange& pending, View county);

View EditName(EditKind kind);  // on its button
View EditHint(EditKind kind);
View BarLine(EditBar bar);
std::string EditTitle(const RosterEdit& edit, const MonthView& view);  // over its pages
View AskMember(EditKind kind);
// Why somebody, or a place, cannot be chosen.
std::string ChoiceBarLine(const MemberChoice& choice, const MonthView& view);
std::string SwapBarLine(const SwapChoice& choice, const std::string& own, const MonthView& view);
std::string EditProblemLine(const RosterEdit& edit, const MonthView& view);
View ConfirmName(EditKind kind);
// The lines to check before it is kept: what, and how it is to be.
std::vector<std::pair<View, std::string>> ReviewLines(const RosterEdit& edit,
                                                      const MonthView& view);
std::string AgreedLine(const RosterEdit& edit, const MonthView& view);

inline constexpr View kLeaveReasons[] = {"生病", "出差", "家里有事", "其他"};

inline constexpr View kDayEmpty = "这一天没有排班";
inline constexpr View kDayEmptyPast = "这一天没有排班，已经过去了";
inline constexpr View kDayReading = "正在读值班表…";
inline constexpr View kDayFailed = "值班表没读出来，请再试一次";
inline constexpr View kNewShift = "排一班";
inline constexpr View kAnotherShift = "再排一班";
inline constexpr View kNewShiftHint = "选好时间，再选值班的委员";
inline constexpr View kChangeShift = "改这一班";
inline constexpr View kWaits = "待确认";
inline constexpr View kShiftOver = "已结束";
inline constexpr View kPlaceEmpty = "这一班没有人";
inline constexpr View kAskReason = "为什么请假？";
inline constexpr View kAskHours = "从几点到几点？";
inline constexpr View kAskHoursHint = "点一个常用的，或者一点一点调";
inline constexpr View kFrom = "开始";
inline constexpr View kTo = "结束";
inline constexpr View kNextDay = "次日 {time}";
inline constexpr View kEarlier30 = "提早";
inline constexpr View kLater30 = "推后";
inline constexpr View kAllGroups = "全部";
inline constexpr View kMoreGroups = "换一批组";
inline constexpr View kElsewhere = "别的工作室";
inline constexpr View kTimesThisMonth = "本月 {n} 次";
inline constexpr View kNobodyToChoose = "没有可以选的委员";
inline constexpr View kChosenEnough = "选好了，{n} 人";
inline constexpr View kChooseSomebody = "请先选人";
inline constexpr View kAskSwap = "跟哪一班换？";
inline constexpr View kAskSwapHint = "这个月还没到的班都在这里";
inline constexpr View kNoSwap = "这个月没有可以换的班了";
inline constexpr View kAskAskedBy = "谁提出来的？";
inline constexpr View kAskedByMember = "{name}本人";
inline constexpr View kAskedByStudio = "工作室安排";
inline constexpr View kAgreedWhy = "先问过，答应了再打勾";
inline constexpr View kAskRemove = "真的要删掉这一班吗？";
inline constexpr View kEditSaving = "正在存…";

}  // namespace studio::say
