#include "a_county.h"

#include <fstream>
#include <iterator>

namespace studio {
namespace {

Attendance Came(const char* shift, const char* member, std::int64_t in, std::int64_t out = 0) {
  Attendance one;
  one.shift = shift;
  one.member = member;
  one.studio = 1;
  one.in_ms = in;
  one.out_ms = out;
  return one;
}

}  // namespace

std::int64_t At(int day, int hour, int minute) {
  return HoursOf(ShiftOn("", day, "00:00", "24:00", {}))->begin_ms + (hour * 60 + minute) * 60'000;
}

Shift ShiftOn(const std::string& id, int day, const std::string& from, const std::string& to,
              std::vector<std::string> members, StudioId studio) {
  Shift shift;
  shift.id = id;
  shift.studio = studio;
  shift.date = ToText(CalendarDate(kMonth / day));
  shift.from = from;
  shift.to = to;
  shift.members = std::move(members);
  return shift;
}

RotationInput SmallMonth() {
  RotationInput input;
  input.month = kMonth;
  input.studio = 1;
  input.members = {
      {"a", "示例甲", "经济界", "第一活动组"},  {"b", "示例乙", "农业界", "第一活动组"},
      {"c", "示例丙", "教育界", "第二活动组"},  {"d", "示例丁", "农业界", "第二活动组"},
      {"e1", "示例戊", "医卫界", "第一活动组"}, {"e2", "示例戊", "教育界", "第二活动组"}};
  input.studios.resize(2);
  input.studios[0].id = 1;
  input.studios[0].name = "示例乡委员工作室";
  input.studios[1].id = 2;
  input.studios[1].name = "样板镇委员工作室";
  input.reception = "每周二";  // 3, 10, 17, 24 November
  input.now_ms = At(10, 12);
  return input;
}

RosterReport ReportOf(RotationInput input) {
  RosterReport report;
  report.month = ComputeRotation(input, {});
  report.studio_name = input.studios.front().name;
  report.input = std::move(input);
  return report;
}

RosterReport EveryMark() {
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("night", 5, "20:00", "02:00", {"c"}),
                  ShiftOn("pm", 3, "14:00", "17:00", {"a"}),
                  ShiftOn("am", 3, "08:30", "11:30", {"a", "b", "e1"}),
                  ShiftOn("swap", 4, "08:30", "11:30", {"d", "e2"}),
                  ShiftOn("now", 10, "08:30", "12:30", {"a", "b"}),
                  ShiftOn("later", 24, "08:30", "11:30", {"c", "d"}),
                  ShiftOn("other", 24, "08:30", "11:30", {"a"}, 2)};
  input.shifts[2].changes.push_back({ShiftChange::Kind::kLeave, "b", {}, {}, {}, "出差"});
  input.shifts[3].changes.push_back({ShiftChange::Kind::kSwap, "d", "c", {}, {}, {}});
  input.shifts[5].changes.push_back({ShiftChange::Kind::kStandIn, "c", "b", {}, {}, {}});
  input.attendance = {Came("am", "a", At(3, 8, 20), At(3, 11, 31)),
                      Came("pm", "a", At(3, 14, 20), At(3, 16, 30)),
                      Came("swap", "d", At(4, 8, 30)),
                      Came("swap", "b", At(4, 8, 25), At(4, 11, 30)),
                      Came("night", "c", At(5, 19, 55), At(6, 2, 5)),
                      Came("now", "a", At(10, 8, 20))};
  input.attendance[3].stand_in_for = "e2";
  Attendance unplanned = Came("", "d", At(3, 9), At(3, 10));
  unplanned.date = "2026-11-03";
  input.attendance.push_back(unplanned);
  RosterReport report = ReportOf(std::move(input));
  report.remarks[{"am", "a"}] = {6, "=回电:1234,\"灯\"\n下次看"};
  return report;
}

RosterReport LargeReport() {
  RotationInput input = SmallMonth();
  input.reception = "工作日";
  input.now_ms = At(20, 18);
  input.members.clear();
  const char* const groups[] = {"第一活动组", "第二活动组", "第三活动组", "第四活动组",
                                "第五活动组", "第六活动组", "第七活动组"};
  for (int i = 0; i < 185; ++i) {
    const std::string number = std::to_string(i + 1);
    input.members.push_back({"m" + number, "示例" + number, "经济界", groups[i % 7]});
  }
  std::size_t next = 0;
  for (int day = 1; day <= 30; ++day) {
    if (!input.holidays.IsWorkingDay(CalendarDate(kMonth / day))) continue;
    for (const bool morning : {true, false}) {
      std::vector<std::string> on_duty;
      for (int i = 0; i < 5; ++i) on_duty.push_back(input.members[next++ % 185].id);
      const std::string id = std::to_string(day) + (morning ? "am" : "pm");
      input.shifts.push_back(
          ShiftOn(id, day, morning ? "08:30" : "14:00", morning ? "11:30" : "17:00", on_duty));
      for (std::size_t i = 0; i < on_duty.size() && day <= 20; ++i) {
        if (i == 4) continue;  // the last one does not come
        Attendance came;
        came.shift = id;
        came.member = on_duty[i];
        came.studio = 1;
        came.in_ms = At(day, morning ? 8 : 13, 20);
        came.out_ms = At(day, morning ? 11 : 17, 31);
        input.attendance.push_back(came);
      }
    }
  }
  return ReportOf(std::move(input));
}

std::string FileBytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace studio
