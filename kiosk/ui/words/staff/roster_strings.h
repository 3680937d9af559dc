// What the pages of the roster and of the monthly rotation say (zh-CN).
#pragma once

#include <string>

#include "app/duty/month_view.h"
#include "app/rules/duty_day.h"
#include "ui/words/strings.h"

namespace studio::say {

// "11月23日", "11月23日 星期一", "11/23", "2026年11月", "11月16日 – 22日"
std::string ShortDay(CalendarDate date);
std::string LongDay(CalendarDate date);
std::string SlashDay(CalendarDate date);
std::string MonthName(std::chrono::year_month month);
std::string WeekName(CalendarDate monday);
View WeekdayName(CalendarDate date);  // "一"

// "国庆节放假", "调休上班"; empty on an ordinary day.
std::string HolidayLine(const HolidayCalendar& calendar, CalendarDate date);

// "上门入户也算，…"; empty where duty alone counts.
std::string OthersCountLine(const RotationRule& rule, const Mechanism& mechanism);
// A member's day in the list: "11/02", "11/05 代班", "11/10 别处".
std::string DutyToken(const MemberDuty& duty, StudioId here);
// "2 次", "待值", "缺席", "没排班"; where other deeds than duty count too, nobody is "缺席".
std::string StandingWord(Standing standing, int done, bool duty_alone = true);
std::string PlatformLine(const PlatformMonth& month);  // "来过 3 次，待 2 次"
// A change that was not applied: what it was ("11月24日 上午，示例甲请假"), and why.
std::string ChangeLine(const RosterChangeBody& body, const MonthView& view);
std::string RefusedWhy(const PendingRosterChange& change, const Station& station);

// Both
inline constexpr View kByDay = "日";
inline constexpr View kByWeek = "周";
inline constexpr View kByMonth = "月";
inline constexpr View kDayBefore = "前一天";
inline constexpr View kDayAfter = "后一天";
inline constexpr View kWeekBefore = "上一周";
inline constexpr View kWeekAfter = "下一周";
inline constexpr View kCheckInsGone =
    "签到在这台机器上只留 62 天，这个月的已经不全了。要查，请问政协机关。";
inline constexpr View kMonthBefore = "上个月";
inline constexpr View kMonthAfter = "下个月";
inline constexpr View kBackToToday = "回到今天";
inline constexpr View kRosterReading = "正在打开值班表…";
inline constexpr View kRosterFailed = "值班表没能打开";
inline constexpr View kRosterAgain = "再试一次";
inline constexpr View kNobodyPlanned = "没排人";
inline constexpr View kNobodyCame = "没人来";
inline constexpr View kMovedHere = "顺延";
inline constexpr View kWorkedInstead = "上班";  // a weekend day, for a holiday
inline constexpr View kMovedFrom = "接待日，原 {day} 顺延";
inline constexpr View kPeopleOfDay = "{n} 人";
inline constexpr View kMissingOfDay = "缺 {n}";
inline constexpr View kDayCell = "{n}日";  // for scripts and tests only

// Roster
inline constexpr View kNoShiftThatDay = "这天没有排班";
inline constexpr View kNoShift = "没有排班";
inline constexpr View kNoShiftThatMonth = "这个月还没有排班";
inline constexpr View kInsteadOf = "替{name}";
inline constexpr View kCameBesides = "另外来的";
inline constexpr View kMorePeople = "还有 {n} 人";
inline constexpr View kMoreShifts = "还有 {n} 班";

// Rotation
inline constexpr View kRotation = "月度轮值";
inline constexpr View kRotationRule = "每月轮值";  // where the rule has no name of its own
inline constexpr View kImport = "导入";
inline constexpr View kExport = "导出";
inline constexpr View kTabCalendar = "日历";
inline constexpr View kTabMembers = "名单";
inline constexpr View kEverybody = "全部委员";
inline constexpr View kNoGroup = "没分组的";
inline constexpr View kChooseGroup = "看哪一组？";
inline constexpr View kGroupCount = "{n} 人";
inline constexpr View kGroupMissing = "{n} 人，{word} {missed}";
inline constexpr View kCountDone = "已轮值";
inline constexpr View kCountToCome = "待值";
inline constexpr View kCountMissed = "缺席";
inline constexpr View kCountUnplanned = "没排班";
// Where other deeds count too, which the page does not know.
inline constexpr View kCountCame = "到站值班";
inline constexpr View kCountStayedAway = "没来";
inline constexpr View kOthersCount = "{kinds}也算，这里没有数进来，看各人的“我的履职”。";
inline constexpr View kOtherWork = "别的履职";
inline constexpr View kNotPlannedYet = "还没排";
inline constexpr View kNobodyListed = "这里还没有委员";
inline constexpr View kGaps = "{n} 天没排人";
inline constexpr View kPendingChanges = "{n} 处改动待确认";
inline constexpr View kRefusedTitle = "有 {n} 处改动没有办成";
inline constexpr View kRefusedRead = "知道了";

}  // namespace studio::say
