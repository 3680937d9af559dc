#include "tables/roster_calendar.h"

#include <doctest/doctest.h>

#include <string>

#include "a_county.h"
#include "shared/base/utf8.h"
#include "tables/export_file.h"
#include "tables/roster_export.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

bool Tells(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a calendar for phones has an event a shift, in lines that phones can read") {
  RosterReport report = EveryMark();
  report.studio_name = "示例乡,\"协骊\";联合体" + std::string(40, 'x');
  report.input.shifts[0].version = 7;
  report.county = 230781;
  const std::string text = *MakeRosterCalendar(report);
  std::string unfolded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = text.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK(IsUtf8(line));
    CHECK_FALSE(Tells(line, "\n"));
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    at = end + 2;
  }
  CHECK(unfolded.starts_with("\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:"));
  CHECK(Tells(
      unfolded,
      "\nBEGIN:VEVENT\nUID:night.shift.230781@studio-kiosk\nDTSTAMP:20261110T040000Z\nSEQUENCE:7\n"
      "DTSTART:20261105T120000Z\nDTEND:20261105T180000Z\nSUMMARY:委员值班：示例丙\n"
      "STATUS:CONFIRMED\nLOCATION:示例乡\\,\"协骊\"\\;联合体xxx"));
  CHECK(Tells(unfolded, "SUMMARY:委员值班：示例甲、示例戊\n"));  // 示例乙 is on leave
  CHECK(Tells(unfolded, "SUMMARY:委员值班：示例乙、示例丁\n"));  // standing in
  CHECK(unfolded.ends_with("\nEND:VEVENT\nEND:VCALENDAR"));
  std::size_t events = 0;
  for (std::size_t at = 0; (at = unfolded.find("BEGIN:VEVENT", at)) != std::string::npos; ++at) {
    ++events;
  }
  CHECK(events == 6);
  CHECK(Tells(
      unfolded,
      "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:委员值班：示例丙\nTRIGGER:-PT1H\nEND:VALARM"));
}

TEST_CASE("a shift to which nobody comes any more is cancelled in the phones that have it") {
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("s", 24, "08:30", "11:30", {"a"})};
  input.shifts[0].version = 3;
  const std::string before = *MakeRosterCalendar(ReportOf(input));
  CHECK(Tells(before, "SEQUENCE:3\r\n"));
  CHECK(Tells(before, "STATUS:CONFIRMED"));
  input.shifts[0].changes.push_back({ShiftChange::Kind::kLeave, "a", {}, {}, {}, "出差"});
  input.shifts[0].version = 4;
  for (const char* const member : {"", "a"}) {
    const std::string after = *MakeRosterCalendar(ReportOf(input), member);
    CHECK(Tells(after, "UID:s.shift.0@studio-kiosk"));
    CHECK(Tells(after, "SEQUENCE:4\r\n"));
    CHECK(Tells(after, "STATUS:CANCELLED"));
    CHECK_FALSE(Tells(after, "VALARM"));
  }
  // Somebody stands in: it is off for the one and on for the other.
  input.shifts[0].changes = {{ShiftChange::Kind::kStandIn, "a", "b", {}, {}, {}}};
  CHECK(Tells(*MakeRosterCalendar(ReportOf(input)), "STATUS:CONFIRMED"));
  CHECK(Tells(*MakeRosterCalendar(ReportOf(input), "a"), "STATUS:CANCELLED"));
  CHECK(Tells(*MakeRosterCalendar(ReportOf(input), "b"), "STATUS:CONFIRMED"));
}

TEST_CASE("a shift that was taken off the roster is cancelled in the phones that have it") {
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("kept", 23, "08:30", "11:30", {"b"})};
  input.removed = {ShiftOn("gone", 24, "08:30", "11:30", {"a"}),
                   ShiftOn("elsewhere", 24, "08:30", "11:30", {"a"}, 2)};
  input.removed[0].version = 9;
  for (const char* const member : {"", "a"}) {
    const std::string text = *MakeRosterCalendar(ReportOf(input), member);
    CHECK(Tells(text, "UID:gone.shift.0@studio-kiosk"));
    CHECK(Tells(text, "SEQUENCE:9\r\n"));
    CHECK(Tells(text, "STATUS:CANCELLED"));
    CHECK_FALSE(Tells(text, "示例甲"));
    CHECK(Tells(text, "UID:elsewhere") == (member[0] == 'a'));
    CHECK(Tells(text, "UID:kept") == (member[0] == '\0'));
  }
  CHECK_FALSE(Tells(*MakeRosterCalendar(ReportOf(input), "b"), "UID:gone"));
  // A month of nothing else.
  input.shifts.clear();
  CHECK(Tells(*MakeRosterCalendar(ReportOf(input)), "STATUS:CANCELLED"));
  input.removed[0].date = "2026-12-24";
  CHECK(MakeRosterCalendar(ReportOf(input)).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("there is no empty calendar: a month without shifts says so") {
  const RosterReport report = ReportOf(SmallMonth());
  CHECK(MakeRosterCalendar(report).error().kind == ErrorKind::kNotFound);
  TempFolder folder;
  CHECK(ExportRoster(report, folder.path() / "a.ics").error().kind == ErrorKind::kNotFound);
  CHECK(ExportRoster(report, folder.path() / "a.csv").has_value());
}

TEST_CASE(
    "a member's own calendar holds their shifts at every studio, and those they stand in for") {
  const std::string own = *MakeRosterCalendar(EveryMark(), "a");
  for (const char* id : {"am", "pm", "now", "other"}) CHECK(Tells(own, std::string("UID:") + id));
  CHECK_FALSE(Tells(own, "UID:night"));
  CHECK(Tells(own, "LOCATION:样板镇委员工作室"));
  CHECK(Tells(*MakeRosterCalendar(EveryMark(), "b"), "UID:later"));
  CHECK_FALSE(Tells(*MakeRosterCalendar(EveryMark(), "d"), "UID:night"));
}
