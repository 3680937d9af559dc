#include "app/duty/duty.h"

#include <algorithm>

#include "app/rules/mechanism_rules.h"

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
  if (line.visiting) return 1;
  if (line.gone) return 4;
  if (line.away) return 5;
  switch (line.phase) {
    case DutyPhase::kNow:
      return 2;
    case DutyPhase::kLater:
      return 3;
    case DutyPhase::kOver:
      return 6;
  }
  return 6;
}

void Say(DutyLine& line, DutyPresence presence) {
  line.in = presence == DutyPresence::kHere;
  line.visiting = presence == DutyPresence::kVisiting;
  line.gone = presence == DutyPresence::kGone;
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
    for (const DutyLineOfSheet& place : SheetOf(shift, station.in_today, rule, wall_ms)) {
      const Member* member = FindMember(station, WhoOf(place));
      if (!member) continue;
      DutyLine line{*member, phase, shift.from, shift.to};
      Say(line, place.presence);
      line.state = PublicOf(place);
      line.away = line.state == PublicDuty::kLeave;
      Put(out, std::move(line));
    }
  }
  for (const Attendance& one : station.in_today) {
    const Member* member = FindMember(station, one.member);
    if (!one.shift.empty() || one.date != today || !member) continue;
    DutyLine line{*member, DutyPhase::kNow, "", ""};
    Say(line, PresenceOfExtra(one, wall_ms));
    line.state = line.in         ? PublicDuty::kHere
                 : line.visiting ? PublicDuty::kVisiting
                                 : PublicDuty::kCame;
    Put(out, std::move(line));
  }
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [](const DutyLine& a, const DutyLine& b) { return Rank(a) < Rank(b); });
  return out;
}

const DutyLine* HereNow(const DutyToday& duty, std::string_view member) {
  const auto it = std::find_if(duty.lines.begin(), duty.lines.end(), [&](const DutyLine& line) {
    return line.in && line.member.id == member;
  });
  return it == duty.lines.end() ? nullptr : &*it;
}

bool AnybodyHere(const DutyToday& duty) {
  return std::any_of(duty.lines.begin(), duty.lines.end(),
                     [](const DutyLine& line) { return line.in; });
}

}  // namespace studio
