#include "tables/roster_calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <memory>

#include "shared/feed/attendance.h"

namespace studio {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

icaltimetype Utc(std::int64_t ms) {
  return icaltime_from_timet_with_zone(static_cast<time_t>(ms / 1000), 0,
                                       icaltimezone_get_utc_timezone());
}

// Who came, is to come, or should have. How late does not matter here.
std::vector<DutyLineOfSheet> LinesOf(const Shift& shift, const RosterReport& report) {
  return SheetOf(shift, report.input.attendance, {}, report.input.now_ms);
}

class Calendar {
 public:
  explicit Calendar(const RosterReport& report)
      : report_(report),
        calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free) {
    for (const Member& member : report.input.members) names_[member.id] = member.name;
    for (const Studio& studio : report.input.studios) studios_[studio.id] = studio.name;
    studios_[report.input.studio] = report.studio_name;
    Put(calendar_.get(), icalproperty_new_version("2.0"));
    Put(calendar_.get(), icalproperty_new_prodid("-//studio-kiosk//roster//ZH"));
    Put(calendar_.get(), icalproperty_new_calscale("GREGORIAN"));
    Put(calendar_.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
  }

  void Add(const Shift& shift, const ShiftHours& hours) {
    icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_component(calendar_.get(), event);
    const auto version = std::min<std::uint64_t>(shift.version, std::numeric_limits<int>::max());
    Put(event, icalproperty_new_uid((shift.id + ".shift@studio-kiosk").c_str()));
    Put(event, icalproperty_new_dtstamp(Utc(report_.input.now_ms)));
    Put(event, icalproperty_new_sequence(static_cast<int>(version)));
    Put(event, icalproperty_new_dtstart(Utc(hours.begin_ms)));
    Put(event, icalproperty_new_dtend(Utc(hours.end_ms)));
    Put(event, icalproperty_new_summary(("委员值班:" + Comers(shift)).c_str()));
    const auto studio = studios_.find(shift.studio);
    if (studio != studios_.end()) {
      Put(event, icalproperty_new_location(studio->second.c_str()));
    }
  }

  std::string Text() const {
    const std::unique_ptr<char, decltype(&std::free)> text(
        icalcomponent_as_ical_string_r(calendar_.get()), std::free);
    return text.get();
  }

 private:
  static void Put(icalcomponent* component, icalproperty* property) {
    icalcomponent_add_property(component, property);
  }

  std::string Comers(const Shift& shift) const {
    std::string out;
    for (const DutyLineOfSheet& line : LinesOf(shift, report_)) {
      if (line.mark == DutyMark::kLeave) continue;
      const auto name = names_.find(WhoOf(line));
      out += (out.empty() ? "" : "、") + (name == names_.end() ? WhoOf(line) : name->second);
    }
    return out.empty() ? "没排人" : out;
  }

  const RosterReport& report_;
  Component calendar_;
  std::map<std::string, std::string> names_;
  std::map<StudioId, std::string> studios_;
};

bool IsFor(const Shift& shift, const RosterReport& report, const std::string& member) {
  if (member.empty()) return shift.studio == report.input.studio;
  const auto lines = LinesOf(shift, report);
  return std::any_of(lines.begin(), lines.end(), [&](const DutyLineOfSheet& line) {
    return line.mark != DutyMark::kLeave && WhoOf(line) == member;
  });
}

}  // namespace

std::string MakeRosterCalendar(const RosterReport& report, const std::string& member) {
  Calendar calendar(report);
  std::vector<std::pair<ShiftHours, const Shift*>> shifts;
  for (const Shift& shift : report.input.shifts) {
    const auto date = ParseDate(shift.date);
    const auto hours = HoursOf(shift);
    if (date && hours && date->year() / date->month() == report.input.month &&
        IsFor(shift, report, member)) {
      shifts.emplace_back(*hours, &shift);
    }
  }
  std::stable_sort(shifts.begin(), shifts.end(), [](const auto& a, const auto& b) {
    return a.first.begin_ms < b.first.begin_ms;
  });
  for (const auto& [hours, shift] : shifts) calendar.Add(*shift, hours);
  return calendar.Text();
}

}  // namespace studio
