// Who is on duty today, as home shows it.
#include <algorithm>

#include "ui/screens/home_screen.h"
#include "ui/screens/page_pieces.h"
#include "ui/strings.h"
#include "ui/text_layout.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::size_t kDutyShown = 2;

struct DutyWord {
  std::string word;
  std::string_view icon;
  Tone tone;
};

DutyWord WordOf(const DutyLine& line) {
  if (line.in) return {std::string(say::kIsHere), "check_circle", Tone::kJade};
  if (line.gone) return {std::string(say::kDutyOver), "event_available", Tone::kSand};
  if (line.away) return {std::string(say::kOnLeave), "event_busy", Tone::kSand};
  switch (line.phase) {
    case DutyPhase::kNow:
      return {std::string(say::kNotHereYet), "hourglass_top", Tone::kAmber};
    case DutyPhase::kLater:
      return {say::Fill(say::kComesAt, {{"time", line.from}}), "schedule", Tone::kAmber};
    case DutyPhase::kOver:
      return {std::string(say::kDutyOver), "event_available", Tone::kSand};
  }
  return {};
}

// A member's line on the duty card: name, sector, state.
struct DutySizes {
  float name, sector, pill, pad;
  explicit DutySizes(const Theme& theme)
      : name(theme.size.card_title * 0.92f * 1.35f),
        sector(theme.size.small * 1.4f),
        pill(theme.size.chip_height * 0.78f),
        pad(theme.Px(26)) {}
  // Name above sector above state; in landscape name and sector share a line.
  float Stacked(const Theme& theme, bool wide) const {
    return name + (wide ? 0 : sector) + theme.Px(12) + pill + 2 * pad;
  }
};

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

}  // namespace

float HomeScreen::DutyHeight(const Frame& frame) const {
  const Theme& theme = frame.theme;
  const DutySizes sizes(theme);
  const float head = theme.size.button * 1.4f + theme.Px(22) + 2 * theme.Px(36);
  if (!parts_.theme.extra_large) return head + sizes.Stacked(theme, false);
  return head + 2 * (sizes.name + 2 * sizes.pad) + theme.Px(22);
}

void HomeScreen::DrawDuty(Frame& frame, const Rect& card) {
  const Theme& theme = frame.theme;
  const DutyToday duty = DutyOn(*parts_.state.station, parts_.state.CountyMs(frame.now));
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(40), theme.Px(36));
  Rect title = inside.TakeTop(theme.size.button * 1.4f, theme.Px(22));
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  DrawText(frame, title.TakeLeft(MeasureText(frame, say::kDutyToday, bold) + 1, theme.Px(24)),
           say::kDutyToday, bold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  if (frame.wide) {
    const std::string all = Joined(duty.hours, " · ");
    const TextStyle hours = Fitted(frame, all, soft, inside.w);
    DrawText(frame, inside.TakeTop(hours.size * hours.line_spacing, theme.Px(16)), all, hours);
  } else {
    TextStyle hours = soft;
    hours.align = Align::kRight;
    const std::string all = Joined(duty.hours, "  ·  ");
    DrawText(frame, title, all, Fitted(frame, all, hours, title.w));
  }
  if (duty.lines.empty()) {
    TextStyle words =
        TextStyle::Of(theme.size.button, Weight::kBold, theme.colour.soft_ink, Align::kCentre);
    TextStyle hint =
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
    const float height = MeasureWrapped(frame, say::kNobodyHint, inside.w, hint);
    inside = inside.Centred(inside.w, words.size * words.line_spacing + height);
    DrawText(frame, inside.TakeTop(words.size * words.line_spacing), say::kNobodyOnDuty, words);
    DrawWrapped(frame, inside, say::kNobodyHint, hint);
    return;
  }
  const std::size_t shown = std::min(duty.lines.size(), kDutyShown);
  const bool below = frame.wide || parts_.theme.extra_large;
  const std::vector<Rect> cells =
      below ? inside.SplitRows(2, theme.Px(22)) : inside.SplitColumns(2, theme.Px(24));
  for (std::size_t i = 0; i < shown; ++i) {
    DrawDutyLine(frame, cells[i], duty.lines[i], static_cast<int>(i));
  }
}

void HomeScreen::DrawDutyLine(Frame& frame, Rect cell, const DutyLine& line, int index) {
  const Theme& theme = frame.theme;
  const DutySizes sizes(theme);
  const bool beside = cell.w > theme.Px(700);
  if (!beside) cell.h = std::min(cell.h, sizes.Stacked(theme, frame.wide) + theme.Px(20));
  FillRounded(frame, cell, theme.size.small_radius, theme.colour.well);
  cell = cell.Inset(theme.Px(26), 0);
  const float circle = theme.Px(126);
  DrawMonogram(frame, cell.TakeLeft(circle, theme.Px(26)).Centred(circle, circle), line.member.name,
               index);
  const DutyWord word = WordOf(line);
  if (beside) {
    const float width = PillWidth(frame, word.word, true);
    const Rect pill = cell.TakeRight(width, theme.Px(20));
    StatusPill(frame, pill.x, pill.CentreY() - sizes.pill / 2, word.word, word.icon, word.tone);
  }
  const bool one_line = frame.wide || beside;  // name and sector
  const float below = beside ? 0 : theme.Px(12) + sizes.pill;
  cell = cell.Centred(cell.w, sizes.name + (one_line ? 0 : sizes.sector) + below);
  TextStyle name = TextStyle::Of(theme.size.card_title * 0.92f, Weight::kBold);
  name.line_spacing = 1.3f;
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  Rect first = cell.TakeTop(sizes.name);
  name = Fitted(frame, line.member.name, name, first.w);
  if (one_line) {
    cell.TakeTop(theme.Px(12));
    const float width = DrawText(frame, first, line.member.name, name);
    first.TakeLeft(width, theme.Px(18));
    // Both stand on one line of writing.
    first.y += (name.size - soft.size) * kBaselineBelowMiddle;
  } else {
    DrawText(frame, first, line.member.name, name);
    first = cell.TakeTop(sizes.sector, theme.Px(12));
  }
  if (MeasureText(frame, line.member.sector, soft) <= first.w || !one_line) {
    DrawText(frame, first, line.member.sector, Fitted(frame, line.member.sector, soft, first.w));
  }
  if (!beside) StatusPill(frame, cell.x, cell.y, word.word, word.icon, word.tone);
}

}  // namespace studio
