// What a member's year looks like on their desk: the sum, and what they owe by when.
#include <algorithm>
#include <memory>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_screen.h"
#include "ui/screens/desk/owed_screen.h"
#include "ui/screens/desk/points_screen.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {
namespace {

constexpr float kOwedRowPad = 14, kOwedBar = 14, kOwedGap = 12;

float OwedRowHeight(const Theme& theme) {
  return theme.size.button * 1.35f + theme.Px(kOwedBar + 6 + 2 * kOwedRowPad);
}

float OwedTitleHeight(const Theme& theme) { return theme.size.section_title * 1.4f + theme.Px(8); }

bool DrawOwedRow(Frame& frame, const Rect& card, const OwedNow& owed, int index) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, card, owed.quota->title + "##" + std::to_string(index));
  DrawCard(frame, card, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const std::string done = owed.stretch->done.Text() + " / " + owed.stretch->owed.Text();
  const std::string when = say::OwedShort(owed);
  Rect row = card.Inset(theme.Px(32), theme.Px(kOwedRowPad));
  Rect line = row.TakeTop(bold.size * 1.35f, theme.Px(6));
  DrawIcon(frame, line.TakeRight(theme.Px(44), theme.Px(8)), "chevron_right", theme.Px(44),
           theme.colour.icon);
  DrawText(frame, line.TakeRight(MeasureText(frame, when, soft) + 1, theme.Px(20)), when, soft);
  DrawText(frame, line.TakeRight(MeasureText(frame, done, bold) + 1, theme.Px(24)), done, bold);
  DrawText(frame, line, owed.quota->title, Fitted(frame, owed.quota->title, bold, line.w));
  DrawProgress(frame, row.TakeTop(theme.Px(kOwedBar)),
               ShareDone(owed.stretch->done, owed.stretch->owed),
               owed.Met() ? theme.colour.jade : theme.colour.amber);
  return press.tapped;
}

}  // namespace

void DeskScreen::DrawYear(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (flow_->account_state() != AccountState::kThere) return DrawTrouble(frame, area);
  area = DrawPoints(frame, area);
  const std::vector<OwedNow> owed = OwedOn(*flow_->account());
  // A single one may stand without its title; more want room for three of them.
  const float title = owed.size() == 1 ? 0 : OwedTitleHeight(theme);
  const float row = OwedRowHeight(theme) + theme.Px(kOwedGap);
  if (owed.empty() ||
      area.h >= title + row * static_cast<float>(std::min<std::size_t>(owed.size(), 3)))
    return DrawOwed(frame, area);
  const auto open =
      std::count_if(owed.begin(), owed.end(), [](const auto& one) { return !one.Met(); });
  const std::string words = open == 0 ? std::string(say::kOwedAllMet)
                                      : say::Fill(say::kOwedOpen, {{"n", say::Number(open)}});
  const float height =
      std::min(area.h, theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(28));
  if (RowTile(frame, area.TakeTop(height), say::kOwedTitle,
              {"checklist", words, open == 0 ? Tone::kJade : Tone::kAmber}))
    part_ = Part::kOwed;
}

void DeskScreen::DrawTrouble(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (flow_->account_state() == AccountState::kReading) {
    return DrawWaitingPage(frame, area, "hourglass_top", say::kReckoning);
  }
  if (flow_->account_state() == AccountState::kUntold) {
    const std::string untold =
        say::Fill(say::kUntold, {{"county", say::CountyName(*parts_.state.station)}});
    NoticePanel(frame, area, Tone::kAmber, "cloud_off", say::kUntoldTitle, untold);
    return;
  }
  const float used =
      NoticePanel(frame, area, Tone::kAmber, "error", say::kUnreckonedTitle, say::kUnreckoned);
  area.TakeTop(used, theme.size.gap);
  if (PrimaryButton(frame, area.TakeTop(theme.size.button_height), say::kReckonAgain, {"replay"}))
    flow_->ReadAccount();
}

void DeskScreen::DrawOwed(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (part_ == Part::kDesk && area.h >= OwedTitleHeight(theme) + OwedRowHeight(theme)) {
    DrawText(frame, area.TakeTop(theme.size.section_title * 1.4f, theme.Px(8)), say::kOwedTitle,
             TextStyle::Of(theme.size.section_title, Weight::kBold));
  }
  const std::vector<OwedNow> owed = OwedOn(*flow_->account());
  if (owed.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    DrawWrapped(frame, area, say::kOwedNothing, soft);
    return;
  }
  const OwedNow* tapped = nullptr;
  {
    PagedList list(frame, area, "owed", owed_scroll_, static_cast<int>(owed.size()),
                   OwedRowHeight(theme), theme.Px(kOwedGap));
    for (int i = list.First(); i < list.End(); ++i) {
      const OwedNow& one = owed[static_cast<std::size_t>(i)];
      if (DrawOwedRow(frame, list.Row(i), one, i)) tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<OwedScreen>(parts_, flow_->account(), *tapped));
}

// The figure, and the way to where it comes from, in one line where that has room. What is left of
// `area`.
Rect DeskScreen::DrawPoints(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const AccountPtr& account = flow_->account();
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const TextStyle word = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle figure = TextStyle::Of(theme.size.digits, Weight::kBold);
  const std::string total = account->result.total.Text();
  const std::string waits = say::PointsWaitingLine(*account);
  const float gap = theme.Px(24), pad = theme.Px(36);
  const float chip = PillWidth(frame, say::kPointsFrom, true);
  const float sum = MeasureText(frame, say::kPointsThisYear, word) + gap +
                    MeasureText(frame, total, figure) + gap;
  const bool one_line = sum + MeasureText(frame, waits, soft) + gap + chip <= area.w - 2 * pad;
  const float line_height = std::max(figure.size * 1.45f, theme.size.chip_height);
  const float foot_height = one_line ? 0 : theme.size.chip_height + theme.Px(12);
  Rect card = area.TakeTop(line_height + foot_height + theme.Px(24), theme.Px(18));
  DrawCard(frame, card);
  card = card.Inset(pad, theme.Px(12));
  Rect line = card.TakeTop(line_height, theme.Px(12));
  Rect foot = one_line ? line.TakeRight(line.w - sum) : card;
  line.TakeLeft(DrawText(frame, line, say::kPointsThisYear, word), gap);
  DrawText(frame, line, total, Fitted(frame, total, figure, line.w));
  const Rect way = foot.TakeRight(chip, theme.Px(16)).Centred(chip, theme.size.chip_height);
  if (Chip(frame, way, say::kPointsFrom, {"chevron_right"}))
    parts_.navigator.Push(std::make_unique<PointsScreen>(parts_, account));
  if (!waits.empty()) DrawText(frame, foot, waits, Fitted(frame, waits, soft, foot.w));
  return area;
}

}  // namespace studio
