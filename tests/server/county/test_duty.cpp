#include "test_duty.h"

#include <chrono>

namespace county {

using studio::RecordKind;

std::int64_t NovemberMs(int day, int hour, int minute) {
  using namespace std::chrono;
  const sys_days date(year(2026) / November / day);
  const auto at = sys_time<milliseconds>(date) + hours(hour - 8) + minutes(minute);
  return at.time_since_epoch().count();
}

namespace {

std::string BadgeOf(TestCounty& county, BadgeOrder order) {
  order.at_s = county.now_ms() / 1000;
  Ledger ledger = county.Open();
  const auto text = IssueBadge(ledger, county.folder(), county.keys(), order);
  REQUIRE_MESSAGE(text, (text ? "" : text.error().detail));
  return *text;
}

}  // namespace

std::string CardOf(TestCounty& county, const std::string& member, const std::string& pin) {
  BadgeOrder order;
  order.member = member;
  order.pin = pin;
  return BadgeOf(county, order);
}

std::string LiveCodeOf(TestCounty& county, const std::string& member) {
  BadgeOrder order;
  order.member = member;
  order.kind = studio::BadgeKind::kLive;
  return BadgeOf(county, order);
}

std::string WithoutSecret(const std::string& text) {
  return studio::ReadBadgeToken(text).value().Text(false);
}

studio::CheckInBody CameIn(TestCounty& county, const std::string& member,
                           const std::string& shift) {
  studio::CheckInBody body;
  body.member = member;
  body.member_name = "示例甲";
  body.studio = 1;
  body.shift = shift;
  body.date = "2026-11-18";
  body.at_ms = NovemberMs(18, 8, 25);
  body.verdict = shift.empty() ? "extra" : "on_duty";
  body.badge = "card";
  body.token = WithoutSecret(CardOf(county, member));
  return body;
}

studio::CheckInBody WentOut(studio::CheckInBody in, std::int64_t at_ms) {
  in.out = true;
  in.at_ms = at_ms;
  in.verdict = "leaving";
  return in;
}

studio::BatchEntry Placed(TestTerminal& terminal, const studio::CheckInBody& body) {
  return terminal.Place(terminal.Make(RecordKind::kCheckIn, ToJson(body)));
}

studio::BatchEntry Placed(TestTerminal& terminal, const studio::RosterChangeBody& body) {
  return terminal.Place(terminal.Make(RecordKind::kRosterChange, ToJson(body)));
}

studio::Shift ShiftOf(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("shift", id);
  REQUIRE_MESSAGE(body, id);
  return studio::ShiftFromJson(*body, id).value();
}

std::optional<studio::AttendanceLine> LineOf(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("attendance", id);
  if (!body) return std::nullopt;
  return studio::AttendanceFromJson(*body, id).value();
}

std::optional<studio::Superseded> SupersededOf(const TestCounty& county,
                                               const std::string& record) {
  const auto body = county.Open().EntityBody("superseded", record);
  if (!body) return std::nullopt;
  return studio::SupersededFromJson(*body, record).value();
}

std::uint64_t VersionOf(const TestCounty& county, const std::string& shift) {
  return county.Open().EntityVersion("shift", shift);
}

std::string IdOf(const studio::BatchEntry& entry) {
  return studio::DecodeRecordHeader(entry.header).value().id.ToString();
}

}  // namespace county
