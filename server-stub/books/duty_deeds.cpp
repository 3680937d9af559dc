#include "server/books/duty_deeds.h"

#include "server/keys/county_calendar.h"
#include "shared/feed/kinds.h"

namespace county {

using studio::AttendanceLine;
using studio::Deed;

DutyDeeds::DutyDeeds(const Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {
  const auto county = studio::CountyFromJson(ledger.EntityBody("county", "county").value_or("{}"));
  if (!county) return;
  const auto body = ledger.EntityBody("mechanism", county->mechanism);
  const auto mechanism = studio::MechanismFromJson(body.value_or("{}"), county->mechanism);
  if (!mechanism) return;
  rule_ = {mechanism->late_after_minutes, mechanism->early_before_minutes};
}

std::vector<Deed> DutyDeeds::OfShift(const std::string& id) const {
  std::vector<AttendanceLine> lines;
  for (const PublishedEntity& one : ledger_.EntitiesUnder("attendance", id + "/")) {
    auto line = studio::AttendanceFromJson(one.body, one.id);
    if (line && line->shift == id) lines.push_back(std::move(*line));
  }
  const auto body = ledger_.EntityBody("shift", id);
  const auto shift = body ? studio::ShiftFromJson(*body, id)
                          : studio::Fail(studio::ErrorKind::kNotFound, "no such shift");
  const std::string today = studio::ToText(DateAt(now_ms_));
  if (!shift || !studio::ParseDate(shift->date)) {
    std::vector<Deed> deeds;
    for (const AttendanceLine& line : lines) {
      if (studio::ParseDate(line.date) && line.date <= today) {
        deeds.push_back(WalkInDeed(line.id, AttendanceOf(line)));
      }
    }
    return deeds;
  }
  std::vector<studio::Attendance> attendance;
  for (const AttendanceLine& line : lines) attendance.push_back(AttendanceOf(line));
  auto deeds = DeedsOfShift(*shift, attendance, rule_, now_ms_);
  for (Deed& deed : deeds) {
    if (!IsComing(deed)) continue;
    const auto beside = FindLine(WalkInLineOf(deed));
    if (beside && beside->visit_ms != 0) deed.marks.insert("visits");
  }
  return deeds;
}

std::optional<AttendanceLine> DutyDeeds::FindLine(const std::string& id) const {
  const auto body = ledger_.EntityBody("attendance", id);
  auto line = studio::AttendanceFromJson(body.value_or("{}"), id);
  if (!body || !line) return std::nullopt;
  return std::move(*line);
}

std::vector<Deed> DutyDeeds::OfExtra(const std::string& id) const {
  const auto line = FindLine(id);
  if (!line || !studio::ParseDate(line->date)) return {};
  if (line->date > studio::ToText(DateAt(now_ms_))) return {};
  return {WalkInDeed(line->id, AttendanceOf(*line))};
}

}  // namespace county
