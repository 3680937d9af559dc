#include "ui/screens/pieces/member_picker.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {
namespace {

float PickerNameHeight(const Theme& theme) { return theme.size.section_title * 1.3f; }
float PickerLineHeight(const Theme& theme) { return theme.size.small * 1.35f; }

std::vector<std::string> GroupsOf(const MonthView& view) {
  std::vector<std::string> groups;
  for (const Member& member : view.input().members) {
    if (member.group.empty()) continue;
    if (std::find(groups.begin(), groups.end(), member.group) == groups.end()) {
      groups.push_back(member.group);
    }
  }
  return groups;
}

void DrawNameAndLine(Frame& frame, Rect place, std::string_view name, std::string_view line,
                     Colour ink) {
  const Theme& theme = frame.theme;
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold, ink);
  TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.35f;
  const float height = line.empty() ? 0 : MeasureWrapped(frame, line, place.w, soft.Lines(2));
  place = place.Centred(place.w, PickerNameHeight(theme) + height);
  DrawText(frame, place.TakeTop(PickerNameHeight(theme)), name, Fitted(frame, name, bold, place.w));
  if (!line.empty()) DrawWrapped(frame, place, line, soft.Lines(2));
}

bool DrawChoice(Frame& frame, const Rect& card, const MemberChoice& choice, bool chosen) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, card, choice.member->name + "##" + choice.member->id);
  DrawCard(frame, card, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  if (chosen) OutlineRounded(frame, card, theme.size.radius, theme.Px(6), theme.colour.red);
  Rect inside = card.Inset(theme.Px(36), theme.Px(10));
  if (chosen) {
    DrawIcon(frame, inside.TakeLeft(theme.Px(60), theme.Px(24)), "check_circle", theme.Px(60),
             theme.colour.red);
  }
  const std::string times = say::Fill(say::kTimesThisMonth, {{"n", say::Number(choice.times)}});
  const float pill = PillWidth(frame, times, false), height = theme.size.chip_height * 0.78f;
  const Rect right = inside.TakeRight(pill, theme.Px(20));
  StatusPill(frame, right.x, right.CentreY() - height / 2, times, "",
             choice.times == 0 ? Tone::kAmber : Tone::kSand);
  // The group is one that can be chosen above; who is from elsewhere says so instead.
  std::string line = choice.here ? say::SectorOf(*choice.member) : std::string(say::kElsewhere);
  if (!choice.here && !choice.member->sector.empty()) line += " · " + choice.member->sector;
  DrawNameAndLine(frame, inside, choice.member->name, line, theme.colour.ink);
  return press.tapped;
}

}  // namespace

void DrawBarred(Frame& frame, const Rect& rect, std::string_view title, std::string_view why) {
  const Theme& theme = frame.theme;
  FillRounded(frame, rect, theme.size.radius, theme.colour.track);
  Rect inside = rect.Inset(theme.Px(36), theme.Px(10));
  DrawIcon(frame, inside.TakeLeft(theme.Px(56), theme.Px(26)), "block", theme.Px(52),
           theme.colour.soft_ink);
  DrawNameAndLine(frame, inside, title, why, theme.colour.soft_ink);
}

void MemberPicker::Restart() {
  group_.clear();
  first_group_ = 0;
  scroll_ = {};
}

// As many chips as fit into the lines; the others come round by the last of them.
void MemberPicker::DrawGroups(Frame& frame, Rect& area, int lines, const MonthView& view) {
  const Theme& theme = frame.theme;
  const std::vector<std::string> groups = GroupsOf(view);
  if (groups.empty()) return;
  const float gap = theme.Px(16), height = theme.size.chip_height;
  const float more = PillWidth(frame, say::kMoreGroups, true);
  Rect line = area.TakeTop(height, gap);
  int left = lines - 1;
  const auto place = [&](float width, bool last) {
    while (line.w < width + (last || left > 0 ? 0 : more + gap)) {
      if (left == 0) return Rect{};
      line = area.TakeTop(height, gap);
      --left;
    }
    return line.TakeLeft(width, gap);
  };
  const auto choose = [&](const std::string& group) {
    group_ = group;
    scroll_ = {};
  };
  ChipLook all;
  all.on = group_.empty();
  if (Chip(frame, place(PillWidth(frame, say::kAllGroups, false), false), say::kAllGroups, all))
    choose({});
  std::size_t shown = 0;
  const bool from_start = first_group_ == 0;
  for (; first_group_ + shown < groups.size(); ++shown) {
    const std::string& group = groups[first_group_ + shown];
    const bool last = first_group_ + shown + 1 == groups.size() && from_start;
    const Rect rect = place(PillWidth(frame, group, false), last);
    if (rect.Empty()) break;
    ChipLook look;
    look.on = group == group_;
    if (Chip(frame, rect, group, look)) choose(group);
  }
  const std::size_t next = first_group_ + shown;
  if (next < groups.size() || !from_start) {
    const Rect rect = line.w >= more ? line.TakeLeft(more) : Rect{};
    if (!rect.Empty() && Chip(frame, rect, say::kMoreGroups, {"cached"}))
      first_group_ = next < groups.size() ? next : 0;
  }
  area.TakeTop(theme.Px(12));
}

std::string MemberPicker::Draw(Frame& frame, Rect area, Rect left, const MonthView& view,
                               const std::vector<MemberChoice>& choices,
                               const std::vector<std::string>& chosen) {
  const Theme& theme = frame.theme;
  if (left.Empty()) {
    DrawGroups(frame, area, 2, view);
  } else {
    const float line = theme.size.chip_height + theme.Px(16);
    DrawGroups(frame, left, std::max(1, static_cast<int>(left.h / line)), view);
  }
  std::vector<const MemberChoice*> shown;
  for (const MemberChoice& choice : choices) {
    if (group_.empty() || choice.member->group == group_) shown.push_back(&choice);
  }
  if (shown.empty()) {
    DrawEmptyPage(frame, area, "person_off", say::kNobodyToChoose);
    return {};
  }
  const int columns = frame.wide && area.w > theme.size.small * 32 ? 2 : 1;
  const int count = static_cast<int>(shown.size());
  const float row = PickerNameHeight(theme) + 2 * PickerLineHeight(theme) + theme.Px(24);
  std::string tapped;
  PagedList list(frame, area, "members", scroll_, (count + columns - 1) / columns, row,
                 theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const auto cells = list.Row(i).SplitColumns(columns, theme.size.gap);
    for (int column = 0; column < columns && i * columns + column < count; ++column) {
      const MemberChoice& choice = *shown[static_cast<std::size_t>(i * columns + column)];
      const Rect& cell = cells[static_cast<std::size_t>(column)];
      const std::string& id = choice.member->id;
      const bool on = std::find(chosen.begin(), chosen.end(), id) != chosen.end();
      if (choice.bar != MemberChoice::Bar::kNone && !on) {
        DrawBarred(frame, cell, choice.member->name, say::ChoiceBarLine(choice, view));
      } else if (DrawChoice(frame, cell, choice, on)) {
        tapped = id;
      }
    }
  }
  return tapped;
}

}  // namespace studio
