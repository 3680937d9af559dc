#include "app/duty/roster_offers.h"

#include <algorithm>
#include <tuple>

#include "app/duty/busy_member.h"

namespace studio {
namespace {

bool HasPlace(const Shift& shift, const std::string& member) {
  return std::find(shift.members.begin(), shift.members.end(), member) != shift.members.end();
}

// Planned or standing in.
bool InShift(const Shift& shift, const std::string& member) {
  const auto places = PlacesOf(shift);
  return HasPlace(shift, member) ||
         std::any_of(places.begin(), places.end(),
                     [&](const DutyPlace& place) { return place.comes == member; });
}

// Empty: on leave. `member` where they have no place.
std::string ComesFor(const Shift& shift, const std::string& member) {
  for (const DutyPlace& place : PlacesOf(shift)) {
    if (place.planned == member) return place.comes;
  }
  return member;
}

// For the place of that member; for anybody's where it is empty.
bool HasCome(const MonthView& view, const Shift& shift, const std::string& member) {
  const auto lines = SheetOf(shift, view.input().attendance, {}, view.now_ms());
  return std::any_of(lines.begin(), lines.end(), [&](const DutyLineOfSheet& line) {
    return !line.came.empty() && (member.empty() || line.planned == member);
  });
}

EditBar BarOfPlace(EditKind kind, const Shift& shift, const std::string& member) {
  const std::string comes = ComesFor(shift, member);
  const bool on_leave = comes.empty(), stood_in = !on_leave && comes != member;
  if (kind == EditKind::kLeave && on_leave) return EditBar::kOnLeave;
  if ((kind == EditKind::kLeave || kind == EditKind::kSwap) && stood_in) return EditBar::kStoodIn;
  if (kind == EditKind::kTakeBack && !on_leave && !stood_in) return EditBar::kComing;
  if (kind == EditKind::kTakeOff && shift.members.size() == 1) return EditBar::kAlone;
  return EditBar::kNone;
}

}  // namespace

EditBar BarOf(EditKind kind, const MonthView& view, const Shift& shift, const std::string& member) {
  if (view.PendingOn(shift.id) != nullptr) return EditBar::kWaiting;
  const auto hours = HoursOf(shift);
  const bool needs_no_hours =
      kind == EditKind::kHours || kind == EditKind::kRemove || kind == EditKind::kLeave;
  if (!hours && !needs_no_hours) return EditBar::kBadHours;
  // Leave may still be told when it is over; whoever came was there.
  if (hours && view.now_ms() >= hours->end_ms && kind != EditKind::kLeave) return EditBar::kOver;
  if (kind != EditKind::kAdd && HasCome(view, shift, member)) return EditBar::kCame;
  const bool before = kind == EditKind::kSwap || kind == EditKind::kTakeBack;
  if (before && view.now_ms() >= hours->begin_ms) return EditBar::kBegan;
  return member.empty() ? EditBar::kNone : BarOfPlace(kind, shift, member);
}

MemberChoice::Bar BarOf(const MonthView& view, const Shift& shift, const std::string& own,
                        const std::string& member, const Shift** busy) {
  if (member == own) return MemberChoice::Bar::kSelf;
  if (InShift(shift, member)) return MemberChoice::Bar::kInShift;
  const auto hours = HoursOf(shift);
  const Shift* elsewhere = hours ? BusyAt(view, member, *hours, {shift.id}) : nullptr;
  if (busy != nullptr) *busy = elsewhere;
  return elsewhere == nullptr ? MemberChoice::Bar::kNone : MemberChoice::Bar::kBusy;
}

std::vector<MemberChoice> MembersFor(const MonthView& view, const Shift& shift,
                                     const std::string& own) {
  std::vector<MemberChoice> choices;
  const auto& months = view.month().members;  // in the order of the members
  for (std::size_t i = 0; i < view.input().members.size(); ++i) {
    const Member& member = view.input().members[i];
    MemberChoice choice;
    choice.member = &member;
    choice.here = member.studios.empty() || std::find(member.studios.begin(), member.studios.end(),
                                                      view.input().studio) != member.studios.end();
    if (i < months.size()) choice.times = months[i].done + months[i].to_come;
    choice.bar = BarOf(view, shift, own, member.id, &choice.busy);
    choices.push_back(choice);
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const MemberChoice& a, const MemberChoice& b) {
                     const bool a_can = a.bar == MemberChoice::Bar::kNone;
                     const bool b_can = b.bar == MemberChoice::Bar::kNone;
                     if (a.here != b.here) return a.here;
                     if (a_can != b_can) return a_can;
                     return a.times < b.times;
                   });
  return choices;
}

std::vector<SwapChoice> SwapsFor(const MonthView& view, const Shift& shift,
                                 const std::string& member) {
  std::vector<SwapChoice> choices;
  const auto own_hours = HoursOf(shift);
  for (const Shift& other : view.input().shifts) {
    const auto hours = HoursOf(other);
    const auto date = ParseDate(other.date);
    if (!own_hours || !hours || hours->begin_ms <= view.now_ms() || other.id == shift.id) continue;
    if (other.studio != view.input().studio || date->year() / date->month() != view.shown()) {
      continue;
    }
    for (const DutyPlace& place : PlacesOf(other)) {
      if (place.comes != place.planned || place.planned == member) continue;
      if (view.MemberWith(place.planned) == nullptr) continue;
      SwapChoice choice{&other, place.planned};
      const std::vector<std::string> both{shift.id, other.id};
      if (view.PendingOn(other.id) != nullptr) {
        choice.bar = SwapChoice::Bar::kWaiting;
      } else if (InShift(other, member) || InShift(shift, place.planned)) {
        choice.bar = SwapChoice::Bar::kInShift;
      } else if ((choice.busy = BusyAt(view, member, *hours, both)) != nullptr) {
        choice.bar = SwapChoice::Bar::kOwnBusy;
      } else if ((choice.busy = BusyAt(view, place.planned, *own_hours, both)) != nullptr) {
        choice.bar = SwapChoice::Bar::kOtherBusy;
      }
      choices.push_back(choice);
    }
  }
  std::stable_sort(choices.begin(), choices.end(), [](const SwapChoice& a, const SwapChoice& b) {
    return std::tie(a.shift->date, a.shift->from) < std::tie(b.shift->date, b.shift->from);
  });
  return choices;
}

}  // namespace studio
