#include "tables/duty_sheet.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "app/base/clock.h"
#include "app/duty/duty_words.h"
#include "app/tables/roster_import.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

std::string ClockText(std::int64_t ms, const std::string& date) {
  if (ms == 0) return {};
  const LocalTime time = LocalTime::At(ms);
  return (time.Date() > date ? "次日" : "") + time.HourMin();
}

void Append(std::string& text, const std::string& more) {
  if (!more.empty()) text += (text.empty() ? "" : ";") + more;
}

class DutyRows {
 public:
  explicit DutyRows(const RosterReport& report) : report_(report) {
    for (const Member& member : report.input.members) members_[member.id] = &member;
    for (const Shift& shift : report.input.shifts) shifts_[shift.id] = &shift;
  }

  std::vector<DutyRow> Take() {
    for (const DayMonth& day : report_.month.days) {
      auto lines = day.lines;
      std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
        const Shift &first = *shifts_.at(a.shift), &second = *shifts_.at(b.shift);
        return std::tie(first.from, first.to, first.id) <
               std::tie(second.from, second.to, second.id);
      });
      for (const DutyLineOfSheet& line : lines) AddPlanned(day.date, line);
      for (const Attendance& one : report_.input.attendance) {
        if (one.shift.empty() && one.studio == report_.input.studio &&
            one.date == ToText(day.date)) {
          AddUnplanned(day.date, one);
        }
      }
    }
    return std::move(rows_);
  }

 private:
  std::string NameOf(const std::string& id) const {
    const auto it = members_.find(id);
    return it == members_.end() ? id : it->second->name;
  }

  DutyRow& Add(CalendarDate date, const std::string& member) {
    DutyRow& row = rows_.emplace_back();
    row.number = static_cast<int>(rows_.size());
    row.date = date;
    row.member = NameOf(member);
    if (const auto it = members_.find(member); it != members_.end()) {
      row.sector = it->second->sector;
      row.group = it->second->group;
    }
    return row;
  }

  static void AddTimes(std::int64_t in_ms, std::int64_t out_ms, DutyRow& row) {
    const std::string date = ToText(row.date);
    row.in = ClockText(in_ms, date);
    row.out = ClockText(out_ms, date);
    if (in_ms != 0 && out_ms > in_ms) row.minutes = static_cast<int>((out_ms - in_ms) / kMinuteMs);
  }

  void AddPlanned(CalendarDate date, const DutyLineOfSheet& line) {
    const Shift& shift = *shifts_.at(line.shift);
    DutyRow& row = Add(date, line.planned);
    row.hours = shift.from + (shift.to > shift.from ? "-" : "-次日") + shift.to;
    row.mark = line.mark;
    row.status = ManagerWord(line);
    row.came = !line.came.empty();
    AddTimes(line.in_ms, line.out_ms, row);
    if (WhoOf(line) != line.planned) row.stand_in = NameOf(WhoOf(line));
    AddRemarks(shift, line, row);
  }

  void AddRemarks(const Shift& shift, const DutyLineOfSheet& line, DutyRow& row) {
    if (line.late_minutes > 0)
      Append(row.remark, "迟到" + std::to_string(line.late_minutes) + "分钟");
    if (line.early_minutes > 0) {
      Append(row.remark, "早退" + std::to_string(line.early_minutes) + "分钟");
    }
    const auto hours = HoursOf(shift);
    if (row.came && line.out_ms == 0 && hours && report_.input.now_ms >= hours->end_ms) {
      Append(row.remark, "未签退");
    }
    if (line.beside) {
      Append(row.remark,
             line.came == line.planned ? "有人代班，本人也来了" : "本人来了，代班人也来了");
      return;
    }
    if (const auto* swap = ChangeOf(shift, ShiftChange::Kind::kSwap, line.planned)) {
      Append(row.remark, "与" + NameOf(swap->other) + "调班");
    }
    if (const auto* leave = ChangeOf(shift, ShiftChange::Kind::kLeave, line.planned)) {
      Append(row.remark, leave->reason);
    }
    if (const auto it = report_.remarks.find({shift.id, line.planned});
        it != report_.remarks.end()) {
      row.receptions = it->second.receptions;
      row.handover = it->second.handover;
    }
  }

  void AddUnplanned(CalendarDate date, const Attendance& one) {
    DutyRow& row = Add(date, one.member);
    row.hours = kUnplannedShift;
    const bool gone = PresenceOfExtra(one, report_.input.now_ms) == DutyPresence::kGone;
    row.mark = gone ? DutyMark::kAttended : DutyMark::kOnDuty;
    row.status = std::string(
        PublicWord(row.mark == DutyMark::kOnDuty ? PublicDuty::kHere : PublicDuty::kCame));
    row.came = true;
    row.remark = "不在值班表上";
    AddTimes(one.in_ms, one.out_ms, row);
  }

  const RosterReport& report_;
  std::map<std::string, const Member*> members_;
  std::map<std::string, const Shift*> shifts_;
  std::vector<DutyRow> rows_;
};

}  // namespace

std::vector<DutyRow> DutyRowsOf(const RosterReport& report) { return DutyRows(report).Take(); }

const std::vector<DutyColumn>& DutyColumns() {
  static const std::vector<DutyColumn> columns = {
      {DutyField::kNumber, "序号", 5},         {DutyField::kDate, "日期", 11},
      {DutyField::kWeekday, "星期", 5},        {DutyField::kShift, "班次", 16},
      {DutyField::kMember, "委员", 10},        {DutyField::kSector, "界别", 12},
      {DutyField::kGroup, "活动组", 12},       {DutyField::kIn, "签到", 8},
      {DutyField::kOut, "签退", 10},           {DutyField::kDuration, "时长", 7},
      {DutyField::kStatus, "状态", 9},         {DutyField::kStandIn, "代班人", 10},
      {DutyField::kReceptions, "接待人次", 9}, {DutyField::kHandover, "交接事项", 24},
      {DutyField::kSignature, "签名", 12},     {DutyField::kRemark, "备注", 18},
  };
  return columns;
}

std::string TextOf(const DutyRow& row, DutyField field) {
  switch (field) {
    case DutyField::kNumber:
      return std::to_string(row.number);
    case DutyField::kDate:
      return ToText(row.date);
    case DutyField::kWeekday:
      return WeekdayText(row.date);
    case DutyField::kShift:
      return row.hours;
    case DutyField::kMember:
      return row.member;
    case DutyField::kSector:
      return row.sector;
    case DutyField::kGroup:
      return row.group;
    case DutyField::kIn:
      return row.in;
    case DutyField::kOut:
      return row.out;
    case DutyField::kDuration:
      return row.minutes ? DurationText(*row.minutes) : "";
    case DutyField::kStatus:
      return row.status;
    case DutyField::kStandIn:
      return row.stand_in;
    case DutyField::kReceptions:
      return row.receptions ? std::to_string(*row.receptions) : "";
    case DutyField::kHandover:
      return row.handover;
    case DutyField::kSignature:
      return {};  // signed on paper
    case DutyField::kRemark:
      return row.remark;
  }
  return {};
}

std::string WeekdayText(CalendarDate date) {
  constexpr std::array<const char*, 7> kNames = {"日", "一", "二", "三", "四", "五", "六"};
  return kNames[WeekdayOf(date).c_encoding()];
}

std::string MonthText(std::chrono::year_month month) {
  return std::to_string(static_cast<int>(month.year())) + "年" +
         std::to_string(static_cast<unsigned>(month.month())) + "月";
}

std::string DurationText(int minutes) {
  const std::string rest = std::to_string(minutes % 60);
  return std::to_string(minutes / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string StandingText(Standing standing, bool duty_alone) {
  switch (standing) {
    case Standing::kDone:
      return "已完成";
    case Standing::kToCome:
      return "待值";
    case Standing::kMissed:
      return duty_alone ? "未完成" : "没来";
    case Standing::kWaits:
      return "待核实";
    case Standing::kUnplanned:
      return "没排班";
    case Standing::kFree:
      return "不要求";
  }
  return {};
}

}  // namespace studio
