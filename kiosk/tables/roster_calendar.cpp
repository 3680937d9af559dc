#include "tables/roster_calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <memory>

#include "shared/feed/attendance.h"

namespace studio {
namespace {

constexpr int kRemindedBefore = 60 * 60;  // seconds

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

  // `off`: nobody is to come any more, or not the member whose calendar it is.
  void Add(const Shift& shift, const ShiftHours& hours, bool off) {
    icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_component(calendar_.get(), event);
    const auto version = std::min<std::uint64_t>(shift.version, std::numeric_limits<int>::max());
    const std::string county = std::to_string(report_.county);
    Put(event, icalproperty_new_uid((shift.id + ".shift." + county + "@studio-kiosk").c_str()));
    Put(event, icalproperty_new_dtstamp(Utc(report_.input.now_ms)));
    Put(event, icalproperty_new_sequence(static_cast<int>(version)));
    Put(event, icalproperty_new_dtstart(Utc(hours.begin_ms)));
    Put(event, icalproperty_new_dtend(Utc(hours.end_ms)));
    const std::string summary = off ? "委员值班（取消）" : "委员值班：" + Comers(shift);
    Put(event, icalproperty_new_summary(summary.c_str()));
    Put(event, icalproperty_new_status(off ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (!off) AddAlarm(event, summary);
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

  static void AddAlarm(icalcomponent* event, const std::string& summary) {
    icalcomponent* const alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    icalcomponent_add_component(event, alarm);
    icaltriggertype before{};
    before.time = icaltime_null_time();
    before.duration = icaldurationtype_from_int(-kRemindedBefore);
    Put(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    Put(alarm, icalproperty_new_description(summary.c_str()));
    Put(alarm, icalproperty_new_trigger(before));
  }

  std::string Comers(const Shift& shift) const {
    std::string out;
    for (const DutyLineOfSheet& line : LinesOf(shift, report_)) {
      if (line.mark == DutyMark::kLeave) continue;
      const auto name = names_.find(WhoOf(line));
      out += (out.empty() ? "" : "、") + (name == names_.end() ? WhoOf(line) : name->second);
    }
    return out;
  }

  const RosterReport& report_;
  Component calendar_;
  std::map<std::string, std::string> names_;
  std::map<StudioId, std::string> studios_;
};

enum class Part { kNone, kComes, kOff };

// Of a member, or of whoever comes.
Part PartIn(const Shift& shift, const RosterReport& report, const std::string& member) {
  const auto lines = LinesOf(shift, report);
  const auto comes = [&](const DutyLineOfSheet& line) {
    return line.mark != DutyMark::kLeave && (member.empty() || WhoOf(line) == member);
  };
  if (member.empty() && shift.studio != report.input.studio) return Part::kNone;
  if (std::any_of(lines.begin(), lines.end(), comes)) return Part::kComes;
  const bool planned =
      std::find(shift.members.begin(), shift.members.end(), member) != shift.members.end();
  return member.empty() || planned ? Part::kOff : Part::kNone;
}

}  // namespace

Result<std::string> MakeRosterCalendar(const RosterReport& report, const std::string& member) {
  struct Entry {
    ShiftHours hours;
    const Shift* shift = nullptr;
    bool off = false;
  };
  std::vector<Entry> entries;
  const auto add = [&](const Shift& shift, bool removed) {
    const auto date = ParseDate(shift.date);
    const auto hours = HoursOf(shift);
    if (!date || !hours || date->year() / date->month() != report.input.month) return;
    const Part part = PartIn(shift, report, member);
    if (part != Part::kNone) entries.push_back({*hours, &shift, removed || part == Part::kOff});
  };
  for (const Shift& shift : report.input.shifts) add(shift, false);
  for (const Shift& shift : report.input.removed) add(shift, true);
  if (entries.empty()) return Fail(ErrorKind::kNotFound, "nobody is on duty in that month");
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.hours.begin_ms < b.hours.begin_ms;
  });
  Calendar calendar(report);
  for (const Entry& entry : entries) calendar.Add(*entry.shift, entry.hours, entry.off);
  return calendar.Text();
}

}  // namespace studio
