#include "app/tables/roster_import.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/tables/roster_rows.h"
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

  RosterPreview Take(RosterRows rows) {
    out_.refusal = rows.refusal;
    out_.problems = std::move(rows.problems);
    out_.notes = std::move(rows.notes);
    partly_refused_ = std::move(rows.partly_refused);
    const Matches matches = Match(rows.wishes);
    FillBusy(matches);
    for (const RosterWish& wish : rows.wishes) {
      if (!Clashes(wish)) Join(wish, matches);
    }
    Compare(matches);
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(out_.problems.begin(), out_.problems.end(), by_line);
    std::stable_sort(out_.notes.begin(), out_.notes.end(), by_line);
    return std::move(out_);
  }

 private:
  // Several where the county has more than one shift at the same hours.
  using Matches = std::map<HoursKey, std::vector<const Shift*>>;

  // Which shift of this studio each pair of hours speaks of: the one with the same hours, else one
  // of the same date that overlaps.
  Matches Match(const std::vector<RosterWish>& wishes) const {
    Matches matches;
    std::map<std::string, std::vector<const Shift*>> free;  // by date
    std::map<HoursKey, const RosterWish*> wanted;
    for (const RosterWish& wish : wishes) wanted.emplace(wish.hours, &wish);
    for (const Shift& shift : input_.shifts) {
      const auto hours = HoursOf(shift);
      if (shift.studio != input_.studio || !hours) continue;
      const bool same = wanted.contains(KeyOf(*hours)) || partly_refused_.contains(KeyOf(*hours));
      (same ? matches[KeyOf(*hours)] : free[shift.date]).push_back(&shift);
    }
    for (const auto& [key, wish] : wanted) {
      if (matches.contains(key)) continue;
      auto& candidates = free[wish->shift.date];
      const auto it = std::find_if(
          candidates.begin(), candidates.end(),
          [&, hours = key](const Shift* shift) { return Overlap(KeyOf(*HoursOf(*shift)), hours); });
      if (it == candidates.end()) continue;
      matches[key].push_back(*it);
      candidates.erase(it);
    }
    return matches;
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
          RowProblem& problem = out_.problems.emplace_back();
          problem.line = wish.line;
          problem.fault = busy.shift ? RowFault::kOverlapExisting : RowFault::kOverlap;
          problem.text = names_.at(id);
          problem.ids = {id};
          problem.other_line = busy.line;
          if (busy.shift) problem.shift = busy.shift->id;
          partly_refused_.insert(key);
          return true;
        }
      }
    }
    for (const std::string& id : wish.shift.members) {
      auto& days = busy_[{id, DayOf(key.first)}];
      const auto known = std::find_if(days.begin(), days.end(),
                                      [&](const Busy& busy) { return busy.hours == key; });
      if (known == days.end()) days.push_back({key, wish.line, nullptr});
    }
    return false;
  }

  // Shifts that stay as they are: other studios', and those the table does not name.
  void FillBusy(const Matches& matches) {
    std::set<const Shift*> named;
    for (const auto& [key, shifts] : matches) named.insert(shifts.begin(), shifts.end());
    for (const Shift& shift : input_.shifts) {
      const auto hours = HoursOf(shift);
      if (!hours || named.contains(&shift)) continue;
      for (const DutyPlace& place : PlacesOf(shift)) {
        if (place.comes.empty()) continue;
        busy_[{place.comes, DayOf(hours->begin_ms)}].push_back({KeyOf(*hours), 0, &shift});
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

  void Join(const RosterWish& wish, const Matches& matches) {
    const auto matched = matches.find(wish.hours);
    for (const std::string& id : wish.shift.members) {
      const auto [known, added] = first_line_.try_emplace({wish.hours, id}, wish.line);
      if (!added) {
        out_.notes.push_back({wish.line, RowRemark::kDuplicate, names_.at(id), known->second});
      }
      const Shift* const target =
          matched == matches.end() ? nullptr : TargetOf(id, matched->second);
      RosterChange& change = joined_[{wish.hours, target}];
      if (change.lines.empty()) {
        change.shift = wish.shift;
        change.shift.members.clear();
      }
      if (added) change.shift.members.push_back(id);
      if (change.lines.empty() || change.lines.back() != wish.line) {
        change.lines.push_back(wish.line);
      }
    }
  }

  void Compare(const Matches& matches) {
    std::set<const Shift*> named;
    std::set<std::string> months;
    for (auto& [key, change] : joined_) {
      const auto& [hours, before] = key;
      change.incomplete = partly_refused_.contains(hours);
      months.insert(change.shift.date.substr(0, 7));
      if (before) CompareWith(*before, change);
      named.insert(before);
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
    int line = 0;
    const Shift* shift = nullptr;  // null: of the table itself
  };

  const RosterImportInput& input_;
  std::map<std::string, std::string> names_;  // by id
  std::set<HoursKey> partly_refused_;
  std::map<std::pair<std::string, std::int64_t>, std::vector<Busy>> busy_;  // by member and day
  std::map<std::pair<HoursKey, const Shift*>, RosterChange> joined_;
  std::map<std::pair<HoursKey, std::string>, int> first_line_;
  RosterPreview out_;
};

}  // namespace

int RosterPreview::Count(RosterChange::Kind kind) const {
  return static_cast<int>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const RosterChange& change) { return change.kind == kind; }));
}

RosterPreview ReadRoster(const std::vector<Sheet>& sheets, const RosterImportInput& input) {
  return Comparing(input).Take(
      UnderstandRows(sheets.empty() ? std::vector<SheetRow>() : sheets.front().rows, input));
}

std::vector<RosterChangeBody> BodiesOf(const std::vector<RosterChange>& changes) {
  std::vector<RosterChangeBody> bodies;
  for (const RosterChange& change : changes) {
    if (change.kind == RosterChange::Kind::kSame) continue;
    RosterChangeBody& body = bodies.emplace_back();
    body.kind = "put";
    body.shift = change.shift.id;
    body.saw_version = change.shift.version;
    body.studio = change.shift.studio;
    body.date = change.shift.date;
    body.from = change.shift.from;
    body.to = change.shift.to;
    body.members = change.shift.members;
  }
  return bodies;
}

}  // namespace studio
