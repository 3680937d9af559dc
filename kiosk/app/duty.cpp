#include "app/duty.h"

#include <algorithm>

#include "app/mechanism_rules.h"

namespace studio {
namespace {

const Member* FindMember(const Station& station, const std::string& id) {
  const auto it = std::find_if(station.members.begin(), station.members.end(),
                               [&](const Member& m) { return m.id == id; });
  return it == station.members.end() ? nullptr : &*it;
}

// The smaller, the more it says about who is here.
int Rank(const DutyLine& line) {
  if (line.in) return 0;
  if (line.phase == DutyPhase::kOver || line.gone) return 4;
  if (line.away) return 3;
  return line.phase == DutyPhase::kNow ? 1 : 2;
}

void Put(DutyToday& out, DutyLine line) {
  const auto it = std::find_if(out.lines.begin(), out.lines.end(),
                               [&](const DutyLine& l) { return l.member.id == line.member.id; });
  if (it == out.lines.end()) {
    out.lines.push_back(std::move(line));
  } else if (Rank(line) < Rank(*it)) {
    *it = std::move(line);
  }
}

}  // namespace

DutyToday DutyOn(const Station& station, std::int64_t wall_ms) {
  const std::string today = LocalTime::At(wall_ms).Date();
  const PunctualityRule rule = PunctualityRuleOf(station.mechanism);
  DutyToday out;
  for (const Shift& shift : station.shifts) {
    const auto span = HoursOf(shift);
    if (!span) continue;
    const DutyPhase phase = wall_ms < span->begin_ms ? DutyPhase::kLater
                            : wall_ms < span->end_ms ? DutyPhase::kNow
                                                     : DutyPhase::kOver;
    // Last night's shift, until it is over.
    if (shift.date != today && phase != DutyPhase::kNow) continue;
    const std::string hours = shift.from + " – " + shift.to;
    if (std::find(out.hours.begin(), out.hours.end(), hours) == out.hours.end()) {
      out.hours.push_back(hours);
    }
    const auto places = PlacesOf(shift);
    const auto sheet = SheetOf(shift, station.in_today, rule, wall_ms);
    for (std::size_t i = 0; i < sheet.size(); ++i) {
      const bool came = !sheet[i].came.empty();
      const bool away = !came && places[i].comes.empty();
      const Member* member = FindMember(station, came   ? sheet[i].came
                                                 : away ? places[i].planned
                                                        : places[i].comes);
      if (!member) continue;
      DutyLine line{*member, phase, shift.from, shift.to};
      line.in = came && sheet[i].out_ms == 0 && phase != DutyPhase::kOver;
      line.gone = came && sheet[i].out_ms != 0;
      line.away = away;
      Put(out, std::move(line));
    }
  }
  for (const Attendance& one : station.in_today) {
    const Member* member = FindMember(station, one.member);
    if (!one.shift.empty() || one.out_ms != 0 || one.date != today || !member) continue;
    DutyLine line{*member, DutyPhase::kNow, "", ""};
    line.in = true;
    Put(out, std::move(line));
  }
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [](const DutyLine& a, const DutyLine& b) { return Rank(a) < Rank(b); });
  return out;
}

}  // namespace studio
