#include "server/books/duty_deeds.h"

#include <algorithm>
#include <map>

#include "server/keys/county_calendar.h"
#include "shared/feed/kinds.h"

namespace county {

using studio::AttendanceLine;
using studio::Deed;
using studio::DutyLineOfSheet;
using studio::DutyMark;

namespace {

constexpr const char* kDuty = "duty";

studio::Attendance AttendanceOf(const AttendanceLine& line) {
  return {line.shift,  line.member,       line.studio,   line.date,   line.in_ms,
          line.out_ms, line.stand_in_for, line.visit_ms, line.back_ms};
}

// Nobody had planned a walk-in, so it is not late.
std::string AttendanceWordOf(const DutyLineOfSheet& line, const studio::Shift& shift) {
  const auto& listed = shift.members;
  const bool on_list = line.came != line.planned ||
                       std::find(listed.begin(), listed.end(), line.came) != listed.end();
  if (!on_list) return "walked_in";
  if (line.late_minutes > 0) return "late";
  return line.early_minutes > 0 ? "left_early" : "present";
}

// What a shift makes of each of its people: who came counts before who was on leave.
class ShiftDeeds {
 public:
  explicit ShiftDeeds(const studio::Shift& shift) : shift_(shift) {}

  Deed& Came(const DutyLineOfSheet& line, const AttendanceLine* told) {
    Deed deed = Of(line.came);
    studio::DeedMember& member = deed.members.front();
    member.attendance = AttendanceWordOf(line, shift_);
    if (line.came != line.planned) member.role = "stand_in";
    if (line.swapped) deed.marks.insert("swapped");
    if (told && told->visit_ms != 0) deed.marks.insert("visits");
    deed.waiting = told && told->unproven;
    came_.push_back(line.came);
    return deeds_.insert_or_assign(line.came, std::move(deed)).first->second;
  }

  void NotThere(const std::string& who, const char* word) {
    if (std::find(came_.begin(), came_.end(), who) != came_.end() || who.empty()) return;
    Deed deed = Of(who);
    deed.members.front().attendance = word;
    deeds_.emplace(who, std::move(deed));
  }

  std::vector<Deed> All() const {
    std::vector<Deed> deeds;
    for (const auto& [member, deed] : deeds_) deeds.push_back(deed);
    return deeds;
  }

 private:
  Deed Of(const std::string& member) const {
    Deed deed;
    deed.id = std::string(kDutyDeeds) + shift_.id + "/" + member;
    deed.kind = kDuty;
    deed.done = *studio::ParseDate(shift_.date);
    deed.members.push_back(studio::DeedMember{member});
    deed.studio = shift_.studio;
    return deed;
  }

  const studio::Shift& shift_;
  std::map<std::string, Deed> deeds_;
  std::vector<std::string> came_;
};

}  // namespace

bool IsComing(const Deed& duty) {
  const std::string& word = duty.members.front().attendance;
  return word != "absent" && word != "leave" && word != "leave_refused";
}

std::string ExtraLineOf(const Deed& duty) {
  return studio::ToText(duty.done) + "/" + std::to_string(duty.studio) + "/" +
         duty.members.front().id;
}

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
      if (line.date <= today) deeds.push_back(Extra(line));
    }
    return deeds;
  }
  if (shift->date > today) return {};
  std::vector<studio::Attendance> attendance;
  for (const AttendanceLine& line : lines) attendance.push_back(AttendanceOf(line));
  ShiftDeeds deeds(*shift);
  const auto sheet = SheetOf(*shift, attendance, rule_, now_ms_);
  for (const DutyLineOfSheet& line : sheet) {
    if (line.came.empty()) continue;
    const auto told = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto& one) { return one.member == line.came; });
    Deed& deed = deeds.Came(line, told == lines.end() ? nullptr : &*told);
    const auto beside = FindLine(ExtraLineOf(deed));
    if (beside && beside->visit_ms != 0) deed.marks.insert("visits");
  }
  for (const DutyLineOfSheet& line : sheet) {
    if (line.beside) continue;
    const bool somebody_else =
        line.came.empty() ? line.comes != line.planned : line.came != line.planned;
    if (somebody_else || line.mark == DutyMark::kLeave) deeds.NotThere(line.planned, "leave");
    if (line.came.empty() && line.mark == DutyMark::kAbsent) deeds.NotThere(line.comes, "absent");
  }
  return deeds.All();
}

Deed DutyDeeds::Extra(const AttendanceLine& line) const {
  Deed deed;
  deed.id = std::string(kDutyDeeds) + line.id;
  deed.kind = kDuty;
  deed.done = *studio::ParseDate(line.date);
  studio::DeedMember member{line.member};
  member.attendance = "walked_in";
  deed.members.push_back(std::move(member));
  deed.studio = line.studio;
  if (line.visit_ms != 0) deed.marks.insert("visits");
  deed.waiting = line.unproven;
  return deed;
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
  return {Extra(*line)};
}

}  // namespace county
