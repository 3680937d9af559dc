#include "shared/mechanism/duty_deeds.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

constexpr const char* kVisits = "visits";

CalendarDate DutyToday(std::int64_t now_ms) {
  using namespace std::chrono;
  return floor<days>(sys_time<milliseconds>(milliseconds(now_ms + kChinaOffsetMs)));
}

// Nobody had planned a walk-in, so it is not late.
std::string AttendanceWordOf(const DutyLineOfSheet& line, const Shift& shift) {
  const auto& listed = shift.members;
  const bool on_list = line.came != line.planned ||
                       std::find(listed.begin(), listed.end(), line.came) != listed.end();
  if (!on_list) return std::string(kWalkedIn);
  if (line.late_minutes > 0) return "late";
  return line.early_minutes > 0 ? "left_early" : "present";
}

// What a shift makes of each of its people: who came counts before who was on leave.
class ShiftDeeds {
 public:
  explicit ShiftDeeds(const Shift& shift) : shift_(shift) {}

  void Came(const DutyLineOfSheet& line, bool visited) {
    Deed deed = Of(line.came);
    DeedMember& member = deed.members.front();
    member.attendance = AttendanceWordOf(line, shift_);
    if (line.came != line.planned) member.role = "stand_in";
    if (line.swapped) deed.marks.insert("swapped");
    if (visited) deed.marks.insert(kVisits);
    deed.waiting = line.unproven;
    came_.push_back(line.came);
    deeds_.insert_or_assign(line.came, std::move(deed));
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
    deed.done = *ParseDate(shift_.date);
    deed.members.push_back(DeedMember{member});
    deed.studio = shift_.studio;
    return deed;
  }

  const Shift& shift_;
  std::map<std::string, Deed> deeds_;
  std::vector<std::string> came_;
};

std::string LineNameOf(const Attendance& one) {
  if (!one.shift.empty()) return one.shift + "/" + one.member;
  return one.date + "/" + std::to_string(one.studio) + "/" + one.member;
}

// One a line: who came twice came once.
void AddWalkIns(const std::vector<Attendance>& ones, std::int64_t now_ms,
                std::map<std::string, Deed>& deeds) {
  for (const Attendance& one : ones) {
    const auto date = ParseDate(one.date);
    if (!date || *date > DutyToday(now_ms)) continue;
    Deed deed = WalkInDeed(LineNameOf(one), one);
    const auto [known, added] = deeds.emplace(deed.id, deed);
    if (added) continue;
    known->second.waiting = known->second.waiting && deed.waiting;
    known->second.marks.merge(deed.marks);
  }
}

}  // namespace

bool IsComing(const Deed& duty) {
  const std::string& word = duty.members.front().attendance;
  return word != "absent" && word != "leave" && word != "leave_refused";
}

std::string WalkInLineOf(const Deed& duty) {
  return ToText(duty.done) + "/" + std::to_string(duty.studio) + "/" + duty.members.front().id;
}

bool Holds(const Deed& duty, const Deed& walk_in) {
  return duty.done == walk_in.done && duty.studio == walk_in.studio && duty.id != walk_in.id &&
         duty.members.front().id == walk_in.members.front().id && IsComing(duty) &&
         (!duty.waiting || walk_in.waiting);
}

std::vector<Deed> DeedsOfShift(const Shift& shift, const std::vector<Attendance>& attendance,
                               const PunctualityRule& rule, std::int64_t now_ms) {
  const auto date = ParseDate(shift.date);
  if (!date || *date > DutyToday(now_ms)) return {};
  ShiftDeeds deeds(shift);
  const auto sheet = SheetOf(shift, attendance, rule, now_ms);
  for (const DutyLineOfSheet& line : sheet) {
    if (line.came.empty()) continue;
    const bool visited =
        std::any_of(attendance.begin(), attendance.end(), [&](const Attendance& one) {
          return one.member == line.came && one.shift == shift.id && one.visit_ms != 0;
        });
    deeds.Came(line, visited);
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

Deed WalkInDeed(const std::string& line, const Attendance& one) {
  Deed deed;
  deed.id = std::string(kDutyDeeds) + line;
  deed.kind = kDuty;
  deed.done = *ParseDate(one.date);
  DeedMember member{one.member};
  member.attendance = kWalkedIn;
  deed.members.push_back(std::move(member));
  deed.studio = one.studio;
  if (one.visit_ms != 0) deed.marks.insert(kVisits);
  deed.waiting = one.unproven;
  return deed;
}

std::vector<Deed> DutyDeedsOf(const std::vector<Shift>& shifts,
                              const std::vector<Attendance>& attendance,
                              const PunctualityRule& rule, std::int64_t now_ms) {
  std::map<std::string, std::vector<Attendance>> by_shift;
  for (const Attendance& one : attendance) by_shift[one.shift].push_back(one);
  std::map<std::string, Deed> walk_ins, deeds;
  AddWalkIns(by_shift[std::string()], now_ms, walk_ins);
  by_shift.erase(std::string());
  for (const Shift& shift : shifts) {
    if (!ParseDate(shift.date)) continue;
    for (Deed& deed : DeedsOfShift(shift, by_shift[shift.id], rule, now_ms)) {
      const auto beside = walk_ins.find(std::string(kDutyDeeds) + WalkInLineOf(deed));
      const bool visited = beside != walk_ins.end() && beside->second.marks.contains(kVisits);
      if (visited && IsComing(deed)) deed.marks.insert(kVisits);
      deeds.emplace(deed.id, std::move(deed));
    }
    by_shift.erase(shift.id);
  }
  for (const auto& [gone, ones] : by_shift) AddWalkIns(ones, now_ms, deeds);
  std::set<std::string> held;
  for (const auto& [id, deed] : deeds) {
    const auto beside = walk_ins.find(std::string(kDutyDeeds) + WalkInLineOf(deed));
    if (beside != walk_ins.end() && Holds(deed, beside->second)) held.insert(beside->first);
  }
  for (const std::string& id : held) walk_ins.erase(id);
  deeds.merge(walk_ins);
  std::vector<Deed> all;
  for (auto& [id, deed] : deeds) all.push_back(std::move(deed));
  return all;
}

}  // namespace studio
