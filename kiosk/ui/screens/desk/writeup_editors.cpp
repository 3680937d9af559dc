// Where the rows of a write-up are answered: day, place, people, part, words.
#include <algorithm>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/screens/parts/named_options.h"
#include "ui/screens/pieces/roster_pieces.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {

void WriteupScreen::DrawEditor(Frame& frame, Rect area) {
  switch (editing_) {
    case Editing::kDate:
      return DrawDate(frame, area);
    case Editing::kPlace:
      return DrawPlace(frame, area);
    case Editing::kWho:
      return DrawWho(frame, area);
    case Editing::kRole:
      return DrawRole(frame, area);
    case Editing::kWords:
      return DrawWords(frame, area);
    case Editing::kAdded:
      if (added_.Draw(frame, area)) EndEditing();
      return;
    case Editing::kMet:
      return DrawMet(frame, area);
    case Editing::kAbout:
      return DrawAbout(frame, area);
    case Editing::kNothing:
      return;
  }
}

void WriteupScreen::DrawDate(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return EndEditing();
  // Lying down, the days have the right side to themselves: they need its height.
  Rect days = area;
  if (frame.wide) {
    area = days.TakeLeft(days.w * 0.4f);
    days.TakeRight(theme.size.margin);
  }
  const std::string problem = say::WriteupProblemLine(flow_);
  if (!problem.empty()) {
    const Rect line = area.TakeBottom(theme.Px(frame.wide ? 220 : 130), theme.Px(16));
    DrawProblem(frame, line.Inset(theme.size.margin, 0), problem);
  }
  Question(frame, area, say::kWriteupDateAsk);
  area = area.Inset(theme.size.margin, 0);
  const PeriodLook look{say::Fill(say::kWriteupMonth,
                                  {{"year", std::to_string(static_cast<int>(month_.year()))},
                                   {"month", say::Number(static_cast<unsigned>(month_.month()))}}),
                        std::string(say::kWriteupEarlier), std::string(say::kWriteupLater)};
  const Rect line = area.TakeTop(theme.size.chip_height, theme.Px(20));
  const int turned = PeriodStepper(frame, line, look);
  DrawDays(frame, frame.wide ? days : area.TakeTop(std::min(area.h, theme.Px(1000))));
  if (turned != 0) month_ += std::chrono::months(turned);
}

void WriteupScreen::DrawDays(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawCard(frame, area);
  area = area.Inset(theme.Px(18), theme.Px(14));
  const float gap = std::max(theme.size.touch_gap, theme.Px(8));
  const CalendarDate first = FirstOf(month_);
  const int before = static_cast<int>(WeekdayOf(first).iso_encoding()) - 1;
  const int days = static_cast<int>(static_cast<unsigned>(LastOf(month_).day()));
  const auto names = area.TakeTop(theme.size.small * 1.3f, theme.Px(10)).SplitColumns(7, gap);
  for (int i = 0; i < 7; ++i) {
    DrawText(
        frame, names[static_cast<std::size_t>(i)], say::WeekdayName(AddDays(first, i - before)),
        TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
  }
  const auto cells = area.SplitGrid(7, (before + days + 6) / 7, gap);
  std::optional<CalendarDate> tapped;
  for (int i = 0; i < days; ++i) {
    const CalendarDate day = AddDays(first, i);
    const Rect& cell = cells[static_cast<std::size_t>(i + before)];
    const bool chosen = day == flow_.date();
    const Press press =
        PressArea(frame, cell, say::Fill(say::kWriteupDayCell, {{"n", say::Number(i + 1)}}));
    Colour back = chosen ? theme.colour.red : theme.colour.sand_tint.back;
    if (press.down) back = chosen ? theme.colour.red_pressed : theme.colour.pressed;
    const bool open = day <= flow_.Today();
    if (chosen || open || press.down) FillRounded(frame, cell, theme.Px(16), back);
    if (theme.colour.outline_everything)
      OutlineRounded(frame, cell, theme.Px(16), theme.Px(3), theme.colour.outline);
    const Colour ink = chosen ? theme.colour.on_red
                       : open ? theme.colour.sand_tint.ink
                              : theme.colour.soft_ink;
    DrawText(frame, cell, say::Number(i + 1),
             TextStyle::Of(theme.size.body, Weight::kBold, ink, Align::kCentre));
    if (press.tapped) tapped = day;
  }
  if (tapped && flow_.ChooseDate(*tapped)) EndEditing();
}

void WriteupScreen::DrawPlace(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kWriteupThat)) return EndEditing();
  Question(frame, area, say::kWriteupPlaceAsk);
  area = area.Inset(theme.size.margin, 0);
  const Village* chosen = flow_.village();
  const bool groups = chosen != nullptr && !chosen->groups.empty();
  Rect group_area;
  if (groups) {
    group_area = frame.wide ? area.TakeRight(area.w * 0.4f, theme.Px(40))
                            : area.TakeBottom(area.h * 0.45f, theme.Px(30));
  }
  std::vector<NamedOption> villages;
  for (const Village& one : flow_.station().villages)
    villages.push_back({one.name, &one == chosen});
  const int village = DrawNamedOptions(frame, area, "villages", list_scroll_, villages);
  int group = -1;
  if (groups) {
    DrawText(frame, group_area.TakeTop(theme.size.button * 1.5f, theme.Px(8)), say::kAskGroup,
             TextStyle::Of(theme.size.button, Weight::kBold));
    std::vector<NamedOption> options;
    for (const std::string& one : chosen->groups) options.push_back({one, one == flow_.group()});
    group = DrawNamedOptions(frame, group_area, "groups", group_scroll_, options);
  }
  if (group >= 0) flow_.ChooseGroup(chosen->groups[static_cast<std::size_t>(group)]);
  if (village < 0) return;
  const Village& tapped = flow_.station().villages[static_cast<std::size_t>(village)];
  flow_.ChooseVillage(tapped);
  group_scroll_ = {};
  // Where nothing more is to be said of it, that was the answer.
  if (tapped.groups.empty()) EndEditing();
}

void WriteupScreen::DrawWho(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kWriteupThat)) return EndEditing();
  Question(frame, area, say::kWriteupWhoAsk, say::kWriteupWhoHint);
  area = area.Inset(theme.size.margin, 0);
  const std::vector<const Member*> others = flow_.Others();
  if (others.empty()) return DrawEmptyPage(frame, area, "group", say::kWriteupNobodyElse);
  std::vector<NamedOption> options;
  for (const Member* one : others) options.push_back({one->name, flow_.CameAlong(one->id)});
  const int tapped = DrawNamedOptions(frame, area, "members", list_scroll_, options);
  if (tapped >= 0) flow_.ToggleCompanion(others[static_cast<std::size_t>(tapped)]->id);
}

void WriteupScreen::DrawRole(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return EndEditing();
  Question(frame, area, say::kWriteupRoleAsk);
  area = area.Inset(theme.size.margin, 0);
  std::vector<NamedOption> options;
  for (std::size_t i = 0; i < flow_.asked().roles.size(); ++i)
    options.push_back({flow_.asked().roles[i].title, flow_.role() == i});
  const int tapped = DrawNamedOptions(frame, area, "roles", list_scroll_, options);
  if (tapped < 0) return;
  flow_.ChooseRole(static_cast<std::size_t>(tapped));
  EndEditing();
}

void WriteupScreen::DrawWords(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = flow_.asked().words[words_],
                         .placeholder = say::kWriteupPlaceholder,
                         .keep = [this] { flow_.Keep(); }};
  if (words_page_.Draw(frame, area, flow_.words(words_), asked) && !flow_.StopsAt(words_))
    EndEditing();
}

void WriteupScreen::DrawMet(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = say::kWriteupMetAsk,
                         .placeholder = say::kWriteupMetPlaceholder,
                         .lines = false,
                         .keep = [this] { flow_.Keep(); }};
  if (words_page_.Draw(frame, area, flow_.met(), asked)) EndEditing();
}

void WriteupScreen::DrawAbout(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  // Lying down, the list has the right side to itself.
  Rect beside = area;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kWriteupThat)) return EndEditing();
  if (frame.wide) {
    area = area.TakeLeft(area.w * 0.36f);
    beside.TakeLeft(area.w);
    beside.TakeRight(theme.size.margin);
    beside.TakeBottom(theme.size.margin);
  }
  Question(frame, area, say::kWriteupAboutAsk, say::kWriteupAboutHint);
  area = frame.wide ? beside : area.Inset(theme.size.margin, 0);
  if (!flow_.links_are_there())
    return DrawWaitingPage(frame, area, "hourglass_top", say::kRequestsReading);
  const std::vector<WriteupLink>& links = flow_.links();
  if (links.empty()) return DrawEmptyPage(frame, area, "link", say::kWriteupAboutNone);
  const WriteupLink* tapped = nullptr;
  {
    const float height = theme.size.section_title * 1.4f + theme.size.small * 2.8f + theme.Px(24);
    PagedList list(frame, area, "links", list_scroll_, static_cast<int>(links.size()), height,
                   theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const WriteupLink& one = links[static_cast<std::size_t>(i)];
      const bool chosen = &one == flow_.link();
      const std::string hint = say::LinkHint(one);
      if (RowTile(frame, list.Row(i), one.title + "##" + one.about,
                  {.icon = chosen ? "check_circle" : say::LinkIcon(one),
                   .hint = hint,
                   .tone = chosen ? Tone::kJade : Tone::kSand,
                   .leads = false}))
        tapped = &one;
    }
  }
  if (tapped != nullptr) flow_.ToggleLink(*tapped);
}

}  // namespace studio
