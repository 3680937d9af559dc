#include "ui/words/staff/roster_strings.h"

#include <algorithm>

#include "ui/words/staff/edit_strings.h"

namespace studio::say {
namespace {

int MonthOf(CalendarDate date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int DayNumber(CalendarDate date) { return static_cast<int>(static_cast<unsigned>(date.day())); }

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + Number(number); }

std::string Names(const std::vector<std::string>& members, const MonthView& view) {
  std::string out;
  for (const std::string& id : members) {
    if (!out.empty()) out += "、";
    out += view.NameOf(id);
  }
  return out;
}

// "11月24日 上午"; empty where neither the change nor the month shown tells.
std::string ChangedShift(const RosterChangeBody& body, const MonthView& view) {
  const Shift* shift = view.ShiftWith(body.shift);
  Shift told;
  told.date = body.date;
  told.from = body.from;
  told.to = body.to;
  if (shift == nullptr) shift = &told;
  const auto date = ParseDate(shift->date);
  if (!date) return {};
  const std::string part = shift->from.empty() ? "" : " " + std::string(ShiftNameOf(*shift));
  return ShortDay(*date) + part;
}

}  // namespace

std::string ShortDay(CalendarDate date) {
  return Number(MonthOf(date)) + "月" + Number(DayNumber(date)) + "日";
}

std::string LongDay(CalendarDate date) {
  return ShortDay(date) + " 星期" + std::string(WeekdayName(date));
}

std::string SlashDay(CalendarDate date) {
  return TwoDigits(MonthOf(date)) + "/" + TwoDigits(DayNumber(date));
}

std::string MonthName(std::chrono::year_month month) {
  return Number(static_cast<int>(month.year())) + "年" +
         Number(static_cast<int>(static_cast<unsigned>(month.month()))) + "月";
}

std::string WeekName(CalendarDate monday) {
  const CalendarDate sunday = AddDays(monday, 6);
  const bool same = monday.month() == sunday.month();
  return ShortDay(monday) + " – " + (same ? Number(DayNumber(sunday)) + "日" : ShortDay(sunday));
}

View WeekdayName(CalendarDate date) {
  static constexpr View kDays[] = {"日", "一", "二", "三", "四", "五", "六"};
  return kDays[WeekdayOf(date).c_encoding()];
}

std::string HolidayLine(const HolidayCalendar& calendar, CalendarDate date) {
  const std::string& name = calendar.NameOf(date);
  if (name.empty()) return {};
  return calendar.IsHoliday(date) ? name + "放假" : "调休上班";
}

std::string DutyToken(const MemberDuty& duty, StudioId here) {
  const auto date = ParseDate(duty.date);
  const std::string day = date ? SlashDay(*date) : duty.date;
  const bool elsewhere = duty.studio != here;
  View word;
  switch (duty.mark) {
    case DutyMark::kToCome:
      word = duty.stands_in ? "代班" : "待值";
      break;
    case DutyMark::kNotIn:
      word = "未到";
      break;
    case DutyMark::kLeave:
      word = "请假";
      break;
    case DutyMark::kAbsent:
      word = "缺席";
      break;
    case DutyMark::kOnDuty:
    case DutyMark::kAttended:
    case DutyMark::kStandIn:
      if (duty.stands_in) word = "代班";
      if (duty.walked_in) word = "临时";
      break;
  }
  if (duty.waits) word = "待核实";
  if (!elsewhere && word.empty()) return day;
  return day + (elsewhere ? " 别处" : " ") + std::string(word);
}

std::string StandingWord(Standing standing, int done, bool duty_alone) {
  switch (standing) {
    case Standing::kDone:
      return Fill("{n} 次", {{"n", Number(done)}});
    case Standing::kToCome:
      return "待值";
    case Standing::kWaits:
      return "待核实";
    case Standing::kMissed:
      return std::string(duty_alone ? View("缺席") : kCountStayedAway);
    case Standing::kUnplanned:
      return "没排班";
    case Standing::kFree:
      return "不要求";
  }
  return {};
}

std::string OthersCountLine(const RotationRule& rule, const Mechanism& mechanism) {
  std::string kinds;
  for (const std::string& kind : rule.OtherKinds()) {
    const auto& asked = mechanism.activities;
    const auto known = std::find_if(asked.begin(), asked.end(),
                                    [&](const ActivityTemplate& one) { return one.kind == kind; });
    const std::string title = known == asked.end() ? std::string(kOtherWork) : known->title;
    kinds += (kinds.empty() ? "" : "、") + title;
  }
  return kinds.empty() ? std::string() : Fill(kOthersCount, {{"kinds", kinds}});
}

std::string PlatformLine(const PlatformMonth& month) {
  if (month.done == 0 && month.to_come == 0) return std::string(kNotPlannedYet);
  std::string out = Fill("来过 {n} 次", {{"n", Number(month.done)}});
  if (month.to_come > 0) out += Fill("，待 {n} 次", {{"n", Number(month.to_come)}});
  return out;
}

std::string ChangeLine(const RosterChangeBody& body, const MonthView& view) {
  const std::string member = view.NameOf(body.member), other = view.NameOf(body.other);
  std::string what;
  if (body.kind == "leave") {
    what = Fill("{member}请假", {{"member", member}});
  } else if (body.kind == "stand_in") {
    what = Fill("{other}替{member}代班", {{"member", member}, {"other", other}});
  } else if (body.kind == "swap") {
    what = Fill("{member}和{other}调班", {{"member", member}, {"other", other}});
  } else if (body.kind == "take_back") {
    what = Fill("{member}自己来", {{"member", member}});
  } else if (body.kind == "put") {
    what = Fill(body.saw_version == 0 ? "新排{names}" : "改为{names}",
                {{"names", Names(body.members, view)}});
  } else {
    what = "去掉这一班";
  }
  const std::string when = ChangedShift(body, view);
  return when.empty() ? what : when + "，" + what;
}

std::string RefusedWhy(const PendingRosterChange& change, const Station& station) {
  if (change.refused == "version") return "别人先改了这一班，请看看现在怎么排的，再改。";
  if (change.refused == "unfit") return "这样排不行，班或人已经变了，请看看再改。";
  return Fill("{county}没有收下这处改动，请找他们问一问。", {{"county", CountyName(station)}});
}

}  // namespace studio::say
