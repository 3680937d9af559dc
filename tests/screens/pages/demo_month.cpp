#include "demo_month.h"

#include <algorithm>

#include "app/base/clock.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {
constexpr CalendarDate kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(21)};
constexpr CalendarDate kEnd{std::chrono::year(2026), std::chrono::December, std::chrono::day(12)};

class Making {
 public:
  explicit Making(const Station& station) : station_(station) {
    input_.studio = station.studio.id;
    input_.members = station.members;
    input_.reception = "工作日";
    input_.studios = {station.studio, OtherStudio(2, "示例乡“协骊”联合体"),
                      OtherStudio(3, "样板镇委员工作室")};
    std::vector<Holiday> holidays;
    for (int day = 1; day <= 7; ++day) {
      holidays.push_back({"2026-10-0" + std::to_string(day), "国庆节", false});
    }
    holidays.push_back({"2026-10-10", "国庆节", true});
    input_.holidays = HolidayCalendar(holidays);
  }

  RotationInput Take() {
    const CalendarDate october{std::chrono::year(2026), std::chrono::October, std::chrono::day(8)};
    AddDay(october);
    AddDay(AddDays(october, 12));
    for (CalendarDate date{std::chrono::year(2026), std::chrono::November, std::chrono::day(2)};
         date < kEnd; date = AddDays(date, 1)) {
      if (date >= kToday && date < AddDays(kToday, 2)) continue;
      const auto weekday = WeekdayOf(date);
      if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
      if (ToText(date) != "2026-11-27") AddDay(date);
    }
    // The weekend as the home page has it.
    for (const Shift& shift : station_.shifts) {
      if (shift.date == ToText(kToday) || shift.date == ToText(AddDays(kToday, 1))) {
        input_.shifts.push_back(shift);
      }
    }
    Tell();
    return std::move(input_);
  }

 private:
  static Studio OtherStudio(StudioId id, std::string name) {
    Studio studio;
    studio.id = id;
    studio.name = std::move(name);
    return studio;
  }

  void AddDay(CalendarDate date) {
    // The last ones of the list have not been planned this month.
    const std::size_t turning = station_.members.size() - 3;
    for (const bool morning : {true, false}) {
      Shift shift;
      shift.date = ToText(date);
      shift.id = shift.date.substr(5) + (morning ? " am" : " pm");
      shift.studio = input_.studio;
      shift.from = morning ? "08:30" : "14:00";
      shift.to = morning ? "11:30" : "17:00";
      shift.version = 7;
      shift.members = {station_.members[next_++ % turning].id};
      input_.shifts.push_back(shift);
      if (date < kToday) Attend(shift, shift.members.front());
    }
  }

  void Attend(const Shift& shift, const std::string& member) {
    const auto hours = HoursOf(shift);
    Attendance one;
    one.shift = shift.id;
    one.member = member;
    one.studio = shift.studio;
    one.date = shift.date;
    one.in_ms = hours->begin_ms - 6 * kMinuteMs;
    one.out_ms = hours->end_ms + 4 * kMinuteMs;
    input_.attendance.push_back(std::move(one));
  }

  Shift& Find(const std::string& id) {
    return *std::find_if(input_.shifts.begin(), input_.shifts.end(),
                         [&](const Shift& shift) { return shift.id == id; });
  }
  Attendance& Came(const std::string& shift) {
    return *std::find_if(input_.attendance.begin(), input_.attendance.end(),
                         [&](const Attendance& one) { return one.shift == shift; });
  }
  void NobodyCame(const std::string& shift) {
    std::erase_if(input_.attendance, [&](const Attendance& one) { return one.shift == shift; });
  }

  // What makes the month one that people lived.
  void Tell() {
    NobodyCame(kShiftAbsent);
    // Whoever was missing there has no other place left.
    const std::string missing = Find(kShiftAbsent).members.front();
    for (Shift& shift : input_.shifts) {
      if (shift.date > ToText(kToday)) {
        std::replace(shift.members.begin(), shift.members.end(), missing,
                     station_.members.front().id);
      }
    }
    NobodyCame("11-18 am");
    NobodyCame("11-18 pm");
    Came("11-12 am").in_ms += 26 * kMinuteMs;
    Came("11-13 pm").out_ms -= 44 * kMinuteMs;

    Shift& swapped = Find("11-05 am");
    const std::string own = swapped.members.front(), helper = station_.members[24].id;
    swapped.changes.push_back({ShiftChange::Kind::kStandIn, own, helper, own, helper, "开会"});
    Came("11-05 am").member = helper;

    Shift& away = Find("11-16 pm");
    away.members.push_back(station_.members[0].id);
    Attend(away, station_.members[0].id);
    away.changes.push_back(
        {ShiftChange::Kind::kLeave, away.members.front(), "", away.members.front(), "", "生病"});
    std::erase_if(input_.attendance, [&](const Attendance& one) {
      return one.shift == away.id && one.member == away.members.front();
    });

    Find("11-25 am").members.push_back(station_.members[7].id);
    Find("11-25 pm").members.push_back(station_.members[8].id);
    Find("11-25 pm").members.push_back(station_.members[9].id);

    Shift elsewhere = Find("11-10 am");
    elsewhere.id = "elsewhere";
    elsewhere.studio = 2;
    elsewhere.members = {station_.members[23].id};
    input_.shifts.push_back(elsewhere);
    Attend(elsewhere, elsewhere.members.front());

    Attendance extra = Came("11-04 am");
    extra.shift.clear();
    extra.member = station_.members[11].id;
    input_.attendance.push_back(extra);
  }

  const Station& station_;
  RotationInput input_;
  std::size_t next_ = 0;
};

}  // namespace

RotationInput DemoMonth(const Station& station, std::int64_t now_ms) {
  RotationInput input = Making(station).Take();
  const LocalTime now = LocalTime::At(now_ms);
  input.month = std::chrono::year(now.year) / now.month;
  input.now_ms = now_ms;
  return input;
}

}  // namespace studio
