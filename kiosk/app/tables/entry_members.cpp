#include "app/tables/entry_members.h"

#include <algorithm>
#include <utility>

#include "app/cells/date_cells.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::size_t kMostWays = 3;  // more are not offered

// What tells members of one name from each other: the sector or group where each has another, else
// the id.
std::vector<std::string> WordsApart(const std::vector<const Member*>& members) {
  for (const auto field : {&Member::sector, &Member::group, &Member::id}) {
    std::set<std::string> words;
    std::vector<std::string> out;
    for (const Member* const member : members) {
      words.insert(member->*field);
      out.push_back(member->*field);
    }
    if (words.size() == members.size() && !words.contains("")) return out;
  }
  return {};
}

}  // namespace

EntryMembers::EntryMembers(RosterGrid& grid, const RosterNames& names, const SheetWords& words,
                           const RosterImportInput& input, std::set<GridAt>& groups,
                           CellTelling& telling)
    : grid_(grid),
      names_(names),
      words_(words),
      studio_(input.studio),
      groups_(groups),
      telling_(telling) {
  for (const Member& member : input.members) members_[member.id] = &member;
}

bool EntryMembers::Of(const RosterEntry& entry, std::vector<std::string>& members) {
  const std::string& said = entry.names_said.empty() ? grid_.Text(entry.names) : entry.names_said;
  return In(said, entry, members);
}

// 第一组, where the sheet says who that is.
bool EntryMembers::OfGroup(const RosterNames::Found& name, const RosterEntry& entry,
                           std::vector<std::string>& members, bool& good) {
  const SheetWords::Group* const group = words_.GroupOf(FoldCell(name.text));
  if (group == nullptr || FoldCell(group->members) == FoldCell(name.text)) return false;
  for (const GridAt& at : {group->label, group->names}) grid_.Mark(at, Fate::kUsed);
  groups_.insert(group->label);
  good = In(group->members, entry, members) && good;
  return true;
}

bool EntryMembers::In(const std::string& said, const RosterEntry& entry,
                      std::vector<std::string>& members) {
  const std::string &sector = grid_.Text(entry.sector), &group = grid_.Text(entry.group);
  const auto [read, added] = read_.try_emplace({said, sector, group});
  if (added) read->second = names_.In(said, sector, group);
  const RosterNames::Names& names = read->second;
  const GridAt at = entry.names;
  if (names.found.empty()) {
    telling_.Refuse(at, CellFault::kNoMember, said);
    return false;
  }
  bool usable = true;
  for (const RosterNames::Found& name : names.found) {
    if (name.ids.size() == 1) {
      Take(at, name.text, name.ids.front(), members);
    } else if (!name.group || !OfGroup(name, entry, members, usable)) {
      const auto chosen = Choose(at, name);
      usable = usable && chosen.has_value();
      if (chosen) Take(at, name.text, *chosen, members);
    }
  }
  for (const std::string& note : names.notes) usable = TakeBeside(at, note, members) && usable;
  return usable;
}

// 示例甲晚, 示例甲上午请假: taken as the name alone, when or whether they come would be lost.
bool EntryMembers::SaysMore(const std::string& text, const std::string& id) const {
  std::string more = FoldCell(text), name = FoldCell(members_.at(id)->name);
  std::erase(more, ' ');
  std::erase(name, ' ');
  const std::size_t at = more.find(name);
  if (at == std::string::npos) return false;
  more.erase(at, name.size());
  if (SaysNobody(more) || IsBeginning(more)) return true;
  for (std::size_t i = 0; i < more.size(); NextCodePoint(more, i)) {
    if (words_.Ahead(std::string_view(more).substr(i)) > 0) return true;
  }
  return false;
}

// Of a name that nobody or more than one bears.
std::optional<std::string> EntryMembers::Choose(GridAt at, RosterNames::Found name) {
  std::erase_if(name.similar, [&](const std::string& id) { return SaysMore(name.text, id); });
  const CellFault fault = name.group             ? CellFault::kGroup
                          : !name.ids.empty()    ? CellFault::kAmbiguousMember
                          : name.similar.empty() ? CellFault::kUnknownMember
                                                 : CellFault::kSimilarMember;
  CellProblem problem = telling_.About(at, fault, name.text);
  problem.ids = name.ids.empty() ? name.similar : name.ids;
  std::vector<const Member*> meant;
  for (const std::string& id : problem.ids) {
    meant.push_back(members_.at(id));
    problem.names.push_back(meant.back()->name);
  }
  if (fault == CellFault::kAmbiguousMember) problem.names = WordsApart(meant);
  if (problem.ids.empty() || problem.ids.size() > kMostWays) {
    CellProblem& refused = telling_.Refuse(at, fault, name.text);
    refused.ids = problem.ids;
    refused.names = problem.names;
    return std::nullopt;
  }
  const std::vector<std::string> ids = problem.ways = problem.ids;
  const auto way = telling_.Ask(at, std::move(problem));
  return way ? std::optional(ids[*way]) : std::nullopt;
}

// What is written beside a name. (请假), (代示例乙): who comes is another; [上午]: not at all
// hours.
bool EntryMembers::TakeBeside(GridAt at, const std::string& note,
                              std::vector<std::string>& members) {
  const bool hours = !words_.Hours(note).hours.empty();
  const bool digits = note.find_first_not_of("0123456789-() ") == std::string::npos;
  if ((digits && !hours) || members_.contains(note)) return true;
  if (!hours && !SaysNobody(note) && !names_.Mentions(note)) {
    telling_.Note(at, CellRemark::kBeside, note);
    return true;
  }
  if (telling_.Takes(at, CellFault::kRemark, note)) return true;
  members.clear();
  return false;
}

void EntryMembers::Take(GridAt at, const std::string& text, const std::string& id,
                        std::vector<std::string>& members) {
  if (std::find(members.begin(), members.end(), id) != members.end()) {
    telling_.Note(at, CellRemark::kDuplicate, text, at);
    return;
  }
  const auto& places = members_.at(id)->studios;
  if (!places.empty() && std::find(places.begin(), places.end(), studio_) == places.end()) {
    telling_.Note(at, CellRemark::kNotOfThisStudio, text);
  }
  members.push_back(id);
}

}  // namespace studio
