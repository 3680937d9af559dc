#include "app/tables/roster_import.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/tables/roster_matching.h"
#include "app/tables/roster_reading.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

bool Overlap(const HoursKey& a, const HoursKey& b) {
  return Overlap(ShiftHours{a.first, a.second}, ShiftHours{b.first, b.second});
}

class Comparing {
 public:
  explicit Comparing(const RosterImportInput& input) : input_(input) {
    for (const Member& member : input.members) names_[member.id] = member.name;
  }

  RosterPreview Take(RosterRead rows) {
    out_.refusal = rows.refusal;
    told_ = std::move(rows.told);
    partly_refused_ = std::move(rows.partly_refused);
    RosterMatching matching = MatchShifts(rows.wishes, partly_refused_, input_);
    TakeCrossing(rows.wishes, matching);
    const ShiftMatches& matches = matching.matches;
    FillBusy(matches);
    for (const RosterWish& wish : rows.wishes) {
      if (!PastChange(wish, matches) && !Clashes(wish)) Join(wish, matches);
    }
    Compare(matches);
    out_.problems = std::move(told_.problems);
    out_.answered = std::move(told_.answered);
    out_.notes = std::move(told_.notes);
    const auto by_cell = [](const auto& a, const auto& b) { return a.at < b.at; };
    std::stable_sort(out_.problems.begin(), out_.problems.end(), by_cell);
    std::stable_sort(out_.answered.begin(), out_.answered.end(), by_cell);
    std::stable_sort(out_.notes.begin(), out_.notes.end(), by_cell);
    return std::move(out_);
  }

 private:
  // Wishes that cross shifts there are: those that somebody takes go onto these shifts, or the
  // first of them in the place of the one that they cross; the others are told and gone.
  void TakeCrossing(std::vector<RosterWish>& wishes, RosterMatching& matching) {
    std::vector<RosterWish> out;
    for (RosterWish& wish : wishes) {
      const auto found = matching.crossed.find(wish.hours);
      if (found == matching.crossed.end()) {
        out.push_back(std::move(wish));
        continue;
      }
      const CrossedShifts& crossed = found->second;
      if (PastChange(wish, matching.matches) || !TakesCrossing(wish, crossed)) continue;
      if (crossed.over_several) {
        for (const Shift* const shift : crossed.shifts) {
          RosterWish& part = out.emplace_back(wish);
          part.shift.from = shift->from;
          part.shift.to = shift->to;
          part.hours = KeyOf(*HoursOf(*shift));
          matching.matches[part.hours] = {shift};
        }
        continue;
      }
      HoursKey& first = first_over_.try_emplace(crossed.shifts.front(), wish.hours).first->second;
      first = std::min(first, wish.hours);
      out.push_back(std::move(wish));
    }
    for (const auto& [shift, hours] : first_over_) matching.matches[hours] = {shift};
    wishes = std::move(out);
  }

  bool TakesCrossing(const RosterWish& wish, const CrossedShifts& crossed) {
    CellProblem problem = Problem(wish, CellFault::kCrossesShifts);
    problem.text = wish.shift.from + "-" + wish.shift.to;
    TellShift(*crossed.shifts.front(), problem);
    if (crossed.over_several) problem.ways = {"shifts"};
    if (crossed.several_over) problem.ways = {"hours"};
    return Takes(wish, std::move(problem));
  }

  void TellShift(const Shift& shift, CellProblem& problem) const {
    problem.shift = shift;
    if (shift.studio == input_.studio) return;
    for (const Studio& studio : input_.studios) {
      if (studio.id == shift.studio) problem.studio = studio.name;
    }
  }

  // What would change a day that is over. The same as there is may be said again.
  bool PastChange(const RosterWish& wish, const ShiftMatches& matches) {
    if (!IsOver(wish.shift)) return false;
    const auto matched = matches.find(wish.hours);
    const bool there =
        matched != matches.end() &&
        std::all_of(wish.shift.members.begin(), wish.shift.members.end(),
                    [&](const std::string& id) { return IsOn(id, wish.hours, matched->second); });
    return !there && !Takes(wish, Past(wish.at, wish.shift));
  }

  bool IsOver(const Shift& shift) const {
    const auto date = ParseDate(shift.date);
    return input_.today && date && *date < *input_.today;
  }

  static CellProblem Past(const CellAt& at, const Shift& shift) {
    CellProblem problem;
    problem.at = at;
    problem.fault = CellFault::kPast;
    problem.text = shift.date;
    return problem;
  }

  static bool IsOn(const std::string& id, const HoursKey& hours,
                   const std::vector<const Shift*>& shifts) {
    return std::any_of(shifts.begin(), shifts.end(), [&](const Shift* shift) {
      return KeyOf(*HoursOf(*shift)) == hours &&
             std::find(shift->members.begin(), shift->members.end(), id) != shift->members.end();
    });
  }

  static CellProblem Problem(const RosterWish& wish, CellFault fault) {
    CellProblem problem;
    problem.at = wish.at;
    problem.fault = fault;
    return problem;
  }

  // False: it is refused, and what it is about is incomplete.
  bool Takes(const RosterWish& wish, CellProblem problem) {
    bool taken = false;
    if (problem.ways.empty()) {
      told_.problems.push_back(std::move(problem));
    } else {
      taken = told_.Ask(std::move(problem), input_.answers).has_value();
    }
    if (!taken) partly_refused_.insert(wish.hours);
    return taken;
  }

  // Whether a member would be in two places at once.
  bool Clashes(const RosterWish& wish) {
    const HoursKey key = wish.hours;
    for (const std::string& id : wish.shift.members) {
      for (int offset : {-1, 0, 1}) {
        const auto it = busy_.find({id, DayOf(key.first) + offset});
        if (it == busy_.end()) continue;
        for (const Busy& busy : it->second) {
          if (!Overlap(busy.hours, key) || (busy.hours == key && !busy.shift)) continue;
          CellProblem problem =
              Problem(wish, busy.shift ? CellFault::kOverlapExisting : CellFault::kOverlap);
          problem.text = names_.at(id);
          problem.ids = {id};
          problem.names = {names_.at(id)};
          problem.other = busy.at;
          if (busy.shift) TellShift(*busy.shift, problem);
          problem.ways = {""};
          if (!Takes(wish, std::move(problem))) return true;
        }
      }
    }
    for (const std::string& id : wish.shift.members) {
      auto& days = busy_[{id, DayOf(key.first)}];
      const auto known = std::find_if(days.begin(), days.end(),
                                      [&](const Busy& busy) { return busy.hours == key; });
      if (known == days.end()) days.push_back({key, wish.at, nullptr});
    }
    return false;
  }

  // Shifts that stay as they are: other studios', and those the table does not name.
  void FillBusy(const ShiftMatches& matches) {
    std::set<const Shift*> named;
    for (const auto& [key, shifts] : matches) named.insert(shifts.begin(), shifts.end());
    for (const Shift& shift : input_.shifts) {
      const auto hours = HoursOf(shift);
      if (!hours || named.contains(&shift)) continue;
      for (const DutyPlace& place : PlacesOf(shift)) {
        if (place.comes.empty()) continue;
        busy_[{place.comes, DayOf(hours->begin_ms)}].push_back({KeyOf(*hours), {}, &shift});
      }
    }
  }

  // The shift that has the member already, else the first of those hours; null: a new one.
  static const Shift* TargetOf(const std::string& id, const std::vector<const Shift*>& shifts) {
    const auto it = std::find_if(shifts.begin(), shifts.end(), [&](const Shift* shift) {
      return std::find(shift->members.begin(), shift->members.end(), id) != shift->members.end();
    });
    if (it != shifts.end()) return *it;
    return shifts.empty() ? nullptr : shifts.front();
  }

  void Join(const RosterWish& wish, const ShiftMatches& matches) {
    const auto matched = matches.find(wish.hours);
    for (const std::string& id : wish.shift.members) {
      const auto [known, added] = first_cell_.try_emplace({wish.hours, id}, wish.at);
      if (!added) {
        told_.notes.push_back({wish.at, CellRemark::kDuplicate, names_.at(id), known->second});
      }
      const Shift* const target =
          matched == matches.end() ? nullptr : TargetOf(id, matched->second);
      RosterChange& change = joined_[{wish.hours, target}];
      if (change.cells.empty()) {
        change.shift = wish.shift;
        change.shift.members.clear();
      }
      if (added) change.shift.members.push_back(id);
      if (change.cells.empty() || change.cells.back() != wish.at) {
        change.cells.push_back(wish.at);
      }
    }
  }

  void Compare(const ShiftMatches& matches) {
    std::set<const Shift*> named;
    std::set<std::string> months;
    for (auto& [key, change] : joined_) {
      const auto& [hours, before] = key;
      change.incomplete = partly_refused_.contains(hours);
      months.insert(change.shift.date.substr(0, 7));
      if (before) CompareWith(*before, change);
      named.insert(before);
      if (IsOver(change.shift) && change.kind != RosterChange::Kind::kSame) {
        // Each of them was there, but not they alone.
        for (const CellAt& cell : change.cells) told_.problems.push_back(Past(cell, change.shift));
        continue;
      }
      out_.changes.push_back(std::move(change));
    }
    // What a refused row speaks of is named too.
    for (const HoursKey& hours : partly_refused_) {
      if (const auto it = matches.find(hours); it != matches.end()) {
        named.insert(it->second.begin(), it->second.end());
      }
    }
    for (const Shift& shift : input_.shifts) {
      if (shift.studio == input_.studio && months.contains(shift.date.substr(0, 7)) &&
          !named.contains(&shift)) {
        out_.not_named.push_back(shift.id);
      }
    }
  }

  static void CompareWith(const Shift& before, RosterChange& change) {
    Shift& after = change.shift;
    change.members_before = before.members;
    if (change.incomplete) {
      for (const std::string& id : before.members) {
        if (std::find(after.members.begin(), after.members.end(), id) == after.members.end()) {
          after.members.push_back(id);
        }
      }
    }
    const auto hours_before = HoursOf(before), hours_after = HoursOf(after);
    const bool same_hours = KeyOf(*hours_before) == KeyOf(*hours_after);
    const bool same_members = std::set(before.members.begin(), before.members.end()) ==
                              std::set(after.members.begin(), after.members.end());
    if (same_hours && same_members) after = before;
    after.id = before.id;
    after.changes = before.changes;
    after.version = before.version;
    change.kind =
        same_hours && same_members ? RosterChange::Kind::kSame : RosterChange::Kind::kChanged;
  }

  static std::int64_t DayOf(std::int64_t ms) { return ms / kDayMs; }

  struct Busy {
    HoursKey hours;
    CellAt at;
    const Shift* shift = nullptr;  // null: of the table itself
  };

  const RosterImportInput& input_;
  std::map<std::string, std::string> names_;  // by id
  std::set<HoursKey> partly_refused_;
  CellsTold told_;
  std::map<const Shift*, HoursKey> first_over_;  // of those that cross it, the first that is taken
  std::map<std::pair<std::string, std::int64_t>, std::vector<Busy>> busy_;  // by member and day
  std::map<std::pair<HoursKey, const Shift*>, RosterChange> joined_;
  std::map<std::pair<HoursKey, std::string>, CellAt> first_cell_;
  RosterPreview out_;
};

}  // namespace

int RosterPreview::Count(RosterChange::Kind kind) const {
  return static_cast<int>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const RosterChange& change) { return change.kind == kind; }));
}

std::string RosterPreview::Where(const CellAt& at) const {
  const auto index = static_cast<std::size_t>(at.sheet);
  const bool several = sheets.size() > 1 && index < sheets.size();
  return (several ? sheets[index] + "!" : "") + CellName(at);
}

RosterPreview ReadRoster(const std::vector<Sheet>& sheets, const RosterImportInput& input) {
  RosterPreview out = Comparing(input).Take(UnderstandSheets(sheets, input));
  for (const Sheet& sheet : sheets) out.sheets.push_back(sheet.name);
  for (const Member& member : input.members) out.names[member.id] = member.name;
  return out;
}

RosterChangeBody BodyOf(const RosterChange& change) {
  RosterChangeBody body;
  body.kind = "put";
  body.shift = change.shift.id;
  body.saw_version = change.shift.version;
  body.studio = change.shift.studio;
  body.date = change.shift.date;
  body.from = change.shift.from;
  body.to = change.shift.to;
  body.members = change.shift.members;
  return body;
}

}  // namespace studio
