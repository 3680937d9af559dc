// The rotation's panel: the rule, how many stand where, and everybody by name.
#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/manage/rotation_screen.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

struct StandingLook {
  std::string_view icon;
  Tone tone;
};

StandingLook LookOf(Standing standing) {
  switch (standing) {
    case Standing::kDone:
      return {"check_circle", Tone::kJade};
    case Standing::kToCome:
      return {"schedule", Tone::kSand};
    case Standing::kWaits:
      return {"hourglass_top", Tone::kAmber};
    case Standing::kFree:
      return {"remove", Tone::kSand};
    case Standing::kMissed:
      return {"cancel", Tone::kRed};
    case Standing::kUnplanned:
      return {"error_outline", Tone::kAmber};
  }
  return {};
}

float PillHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }

// The pill of a row, at the right of `line`, which becomes what is left.
void DrawStanding(Frame& frame, Rect& line, Standing standing, int done, bool duty_alone) {
  const std::string word = say::StandingWord(standing, done, duty_alone);
  const StandingLook look = LookOf(standing);
  const Rect place = line.TakeRight(PillWidth(frame, word, true), frame.theme.Px(16));
  StatusPill(frame, place.x, place.CentreY() - PillHeight(frame.theme) / 2, word, look.icon,
             look.tone);
}

// What explains the standing comes first: it is what must not be left out where room is short.
int Rank(const MemberDuty& duty, Standing standing) {
  switch (standing) {
    case Standing::kMissed:
      return duty.mark == DutyMark::kAbsent ? 0 : 1;
    case Standing::kToCome:
      return duty.mark == DutyMark::kToCome || duty.mark == DutyMark::kNotIn ? 0 : 1;
    case Standing::kDone:
      return duty.mark == DutyMark::kAttended || duty.mark == DutyMark::kOnDuty ? 0 : 1;
    case Standing::kWaits:
      return duty.waits ? 0 : 1;
    case Standing::kUnplanned:
    case Standing::kFree:
      return 0;
  }
  return 0;
}

// As many of the days as take one line of that width.
std::string DaysLine(const Frame& frame, const MemberMonth& month, StudioId here, float width,
                     const TextStyle& style) {
  if (month.duties.empty()) return std::string(say::kNotPlannedYet);
  std::vector<MemberDuty> duties = month.duties;
  std::stable_sort(duties.begin(), duties.end(), [&](const MemberDuty& a, const MemberDuty& b) {
    return Rank(a, month.standing) < Rank(b, month.standing);
  });
  std::string line;
  for (std::size_t i = 0; i < duties.size(); ++i) {
    const std::string longer = line + (line.empty() ? "" : "  ") + say::DutyToken(duties[i], here);
    const std::size_t rest = duties.size() - i - 1;
    const std::string more = rest == 0 ? "" : " +" + std::to_string(rest);
    if (!line.empty() && MeasureText(frame, longer + more, style) > width) {
      return line + " +" + std::to_string(duties.size() - i);
    }
    line = longer;
  }
  return line;
}

TextStyle DaysStyle(const Frame& frame) {
  return TextStyle::Of(frame.theme.size.small, Weight::kRegular, frame.theme.colour.soft_ink);
}

}  // namespace

void RotationScreen::DrawPanel(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawCard(frame, area);
  Rect inside = area.Inset(theme.Px(36), theme.Px(28));
  if (choosing_group_) return DrawGroups(frame, inside);
  DrawPanelHead(frame, inside);
  DrawCounts(frame, inside);
  const std::string others = say::OthersCountLine(Rule(), parts_.state.station->mechanism);
  if (!others.empty()) {
    inside.TakeTop(DrawWrapped(frame, inside, others, DaysStyle(frame)), theme.Px(16));
  }
  if (ByPlatform()) {
    DrawPlatforms(frame, inside);
  } else {
    DrawMembers(frame, inside);
  }
}

void RotationScreen::DrawPanelHead(Frame& frame, Rect& inside) {
  const Theme& theme = frame.theme;
  const std::string& given = parts_.state.station->mechanism.rotation_name;
  const std::string_view name = given.empty() ? say::kRotationRule : std::string_view(given);
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  Rect row = inside.TakeTop(theme.size.chip_height, theme.Px(20));
  if (ByPlatform()) {
    DrawText(frame, row, name, Fitted(frame, name, bold, row.w));
    return;
  }
  const std::string group = GroupName(group_);
  const float chip = PillWidth(frame, group, true), words = MeasureText(frame, name, bold);
  // Side by side where both have room, else one under the other.
  if (words + theme.Px(24) + chip > row.w) {
    DrawText(frame, row, name, Fitted(frame, name, bold, row.w));
    row = inside.TakeTop(theme.size.chip_height, theme.Px(20));
    choosing_group_ = Chip(frame, row.TakeLeft(std::min(chip, row.w)), group, {"filter_list"});
    return;
  }
  choosing_group_ = Chip(frame, row.TakeRight(chip, theme.Px(24)), group, {"filter_list"});
  DrawText(frame, row, name, bold);
}

void RotationScreen::DrawCounts(Frame& frame, Rect& inside) {
  const Theme& theme = frame.theme;
  const GroupMonth counts =
      ByPlatform() ? CountPlatforms(view_->month()) : CountMembers(view_->month(), group_);
  const bool alone = view_->month().duty_alone;
  const struct {
    int count;
    std::string_view word;
    Tone tone;
  } boxes[] = {{counts.done, alone ? say::kCountDone : say::kCountCame, Tone::kJade},
               {counts.to_come, say::kCountToCome, Tone::kSand},
               {counts.missed, alone ? say::kCountMissed : say::kCountStayedAway, Tone::kRed},
               {counts.unplanned, say::kCountUnplanned, Tone::kAmber}};
  const float gap = theme.Px(14), pad = theme.Px(14);
  const TextStyle small = TextStyle::Of(theme.size.small);
  float widest = 0;
  for (const auto& box : boxes) {
    widest = std::max(widest, MeasureText(frame, box.word, small) + 2 * pad);
  }
  const int columns = 4 * widest + 3 * gap <= inside.w ? 4 : 2, rows = 4 / columns;
  const float number = theme.size.card_title * 1.25f, word = theme.size.small * 1.4f;
  const float high = number + word + theme.Px(20);
  const Rect all = inside.TakeTop(static_cast<float>(rows) * (high + gap) - gap, theme.Px(16));
  const auto places = all.SplitGrid(columns, rows, gap);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Tint& tint = theme.colour.TintOf(boxes[i].tone);
    FillRounded(frame, places[i], theme.size.small_radius, tint.back);
    if (theme.colour.outline_everything) {
      OutlineRounded(frame, places[i], theme.size.small_radius, theme.Px(3), tint.ink);
    }
    Rect box = places[i].Inset(pad, theme.Px(10));
    DrawText(frame, box.TakeTop(number), say::Number(boxes[i].count),
             TextStyle::Of(theme.size.card_title, Weight::kBold, tint.ink));
    DrawText(frame, box, boxes[i].word,
             TextStyle::Of(theme.size.small, Weight::kRegular, tint.ink));
  }
}

std::string RotationScreen::GroupName(const std::optional<std::string>& group) const {
  if (!group) return std::string(say::kEverybody);
  return group->empty() ? std::string(say::kNoGroup) : *group;
}

void RotationScreen::DrawGroups(Frame& frame, Rect inside) {
  const Theme& theme = frame.theme;
  DrawText(frame, inside.TakeTop(theme.size.section_title * 1.4f, theme.Px(20)), say::kChooseGroup,
           TextStyle::Of(theme.size.section_title, Weight::kBold));
  std::vector<std::optional<std::string>> groups = {std::nullopt};
  for (std::string& name : GroupsOf(view_->input())) groups.emplace_back(std::move(name));
  PagedList list(frame, inside, "groups", groups_, static_cast<int>(groups.size()),
                 theme.size.row_height, theme.Px(14));
  for (int i = list.First(); i < list.End(); ++i) {
    const auto& group = groups[static_cast<std::size_t>(i)];
    const GroupMonth counts = CountMembers(view_->month(), group);
    const std::string members =
        say::Fill(counts.missed > 0 ? say::kGroupMissing : say::kGroupCount,
                  {{"n", say::Number(counts.members)},
                   {"word", say::StandingWord(Standing::kMissed, 0, view_->month().duty_alone)},
                   {"missed", say::Number(counts.missed)}});
    if (ListRow(frame, list.Row(i), GroupName(group), members)) {
      group_ = group;
      choosing_group_ = false;
      list_ = {};
    }
  }
}

void RotationScreen::DrawMembers(Frame& frame, const Rect& inside) {
  const Theme& theme = frame.theme;
  const auto members = ListMembers(view_->input(), view_->month(), group_);
  if (members.empty()) return DrawEmptyPage(frame, inside, "groups", say::kNobodyListed);
  // Days under the name where they have no room beside it.
  const TextStyle days = DaysStyle(frame);
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold);
  float names = 0;
  for (const ListedMember& one : members) {
    names = std::max(names, MeasureText(frame, one.member->name, bold) + theme.Px(32));
  }
  const float beside = inside.w - names -
                       PillWidth(frame, say::StandingWord(Standing::kMissed, 0), true) -
                       theme.Px(16);
  const bool stacked =
      beside <
      MeasureText(frame, say::DutyToken({"2026-11-24", 0, DutyMark::kAbsent, false}, 1), days);
  const float height = stacked ? PillHeight(theme) + theme.size.small * 1.4f + theme.Px(28)
                               : PillHeight(theme) + theme.Px(28);
  PagedList list(frame, inside, "members", list_, static_cast<int>(members.size()), height);
  for (int i = list.First(); i < list.End(); ++i) {
    DrawMember(frame, list.Row(i), members[static_cast<std::size_t>(i)], stacked ? 0 : names);
  }
}

void RotationScreen::DrawMember(Frame& frame, Rect row, const ListedMember& listed, float names) {
  const Theme& theme = frame.theme;
  DrawDivider(frame, row.x, row.Bottom() - 1, row.w);
  row = row.Inset(0, theme.Px(10));
  const bool stacked = names == 0;
  Rect line = stacked ? row.TakeTop(PillHeight(theme)) : row;
  DrawStanding(frame, line, listed.month->standing, listed.month->done, view_->month().duty_alone);
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold);
  const std::string& name = listed.member->name;
  const Rect place = stacked ? line : line.TakeLeft(names);
  DrawText(frame, place, name, Fitted(frame, name, bold, place.w));
  const TextStyle style = DaysStyle(frame);
  const Rect below = stacked ? row : line;
  const std::string days = DaysLine(frame, *listed.month, view_->input().studio, below.w, style);
  DrawText(frame, below, days, Fitted(frame, days, style, below.w));
}

void RotationScreen::DrawPlatforms(Frame& frame, const Rect& inside) {
  const Theme& theme = frame.theme;
  const auto platforms = ListPlatforms(view_->input(), view_->month());
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold);
  const TextStyle soft = DaysStyle(frame);
  const float height = theme.size.body * 1.4f + theme.size.small * 1.4f + theme.Px(28);
  PagedList list(frame, inside, "platforms", list_, static_cast<int>(platforms.size()), height);
  for (int i = list.First(); i < list.End(); ++i) {
    const ListedPlatform& one = platforms[static_cast<std::size_t>(i)];
    Rect row = list.Row(i);
    DrawDivider(frame, row.x, row.Bottom() - 1, row.w);
    row = row.Inset(0, theme.Px(10));
    DrawStanding(frame, row, one.month->standing, one.month->done, view_->month().duty_alone);
    DrawText(frame, row.TakeTop(theme.size.body * 1.4f), one.studio->name,
             Fitted(frame, one.studio->name, bold, row.w));
    DrawText(frame, row, say::PlatformLine(*one.month), soft);
  }
}

}  // namespace studio
