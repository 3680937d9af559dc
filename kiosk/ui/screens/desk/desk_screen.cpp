#include "ui/screens/desk/desk_screen.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/desk_requests_screen.h"
#include "ui/screens/desk/draft_card.h"
#include "ui/screens/desk/owed_screen.h"
#include "ui/screens/desk/own_shifts_screen.h"
#include "ui/screens/desk/points_screen.h"
#include "ui/screens/desk/writeup_kinds_screen.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/screens/ledger/ledger_screen.h"
#include "ui/screens/pieces/roster_pieces.h"
#include "ui/words/desk_request_strings.h"
#include "ui/words/desk_strings.h"
#include "ui/words/ledger_strings.h"

namespace studio {
namespace {

constexpr float kWriteupHeight = 150, kDeskPad = 24;

float DeskWhoHeight(const Theme& theme) {
  return theme.size.page_title * 1.25f + theme.size.chip_height * 0.78f +
         theme.Px(12 + 2 * kDeskPad);
}
float DeskPointsHeight(const Theme& theme) {
  return theme.size.digits * 1.45f + theme.size.chip_height + theme.Px(20 + 2 * kDeskPad);
}

float OwedPart(const Fraction& done, const Fraction& owed) {
  if (owed <= Fraction()) return 1;
  const auto figure = [](const Fraction& one) {
    return static_cast<float>(one.over()) / static_cast<float>(one.under());
  };
  return std::clamp(figure(done) / figure(owed), 0.f, 1.f);
}

constexpr float kOwedRowPad = 22;

float OwedRowHeight(const Theme& theme) {
  return theme.size.button * 1.35f + theme.size.small * 1.35f + theme.Px(18 + 8 + 2 * kOwedRowPad);
}

bool DrawOwedRow(Frame& frame, const Rect& card, const OwedNow& owed, int index) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, card, owed.quota->title + "##" + std::to_string(index));
  DrawCard(frame, card, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  TextStyle figure = bold;
  figure.align = Align::kRight;
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const std::string done = owed.stretch->done.Text() + " / " + owed.stretch->owed.Text();
  Rect row = card.Inset(theme.Px(32), theme.Px(kOwedRowPad));
  DrawIcon(frame, row.TakeRight(theme.Px(52), theme.Px(12)), "chevron_right", theme.Px(52),
           theme.colour.icon);
  Rect line = row.TakeTop(bold.size * 1.35f);
  DrawText(frame, line.TakeRight(MeasureText(frame, done, figure) + 1, theme.Px(24)), done, figure);
  DrawText(frame, line, owed.quota->title, Fitted(frame, owed.quota->title, bold, line.w));
  const std::string when = say::OwedLine(owed);
  DrawText(frame, row.TakeTop(soft.size * 1.35f, theme.Px(8)), when,
           Fitted(frame, when, soft, row.w));
  DrawProgress(frame, row.TakeTop(theme.Px(18)), OwedPart(owed.stretch->done, owed.stretch->owed),
               owed.Met() ? theme.colour.jade : theme.colour.amber);
  return press.tapped;
}

}  // namespace

DeskScreen::DeskScreen(ScreenParts parts, const KeySession& session)
    : parts_(parts),
      flow_(parts.desk, parts.state, parts.clock, session),
      requests_(std::make_shared<RequestsFlow>(parts.desk, parts.state, parts.clock, session)) {}

void DeskScreen::OnEnter() {
  requests_->Read();
  if (!std::exchange(writing_, false)) return;
  flow_.ReadDraft();
  flow_.ReadAccount();
}

void DeskScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  HeaderLook look;
  look.step = say::kDeskLeave;
  if (Header(frame, area, say::kDesk, look)) return parts_.navigator.Finish();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kDeskDone))
    return parts_.navigator.Finish();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(12));
  const float writeup =
      flow_.draft_kind() == nullptr ? theme.Px(kWriteupHeight) : DraftCardHeight(theme);
  if (frame.wide) {
    Rect own = area.TakeLeft(area.w * 0.46f, theme.size.gap);
    DrawWho(frame, own.TakeTop(DeskWhoHeight(theme), theme.size.gap));
    DrawWriteup(frame, own.TakeTop(writeup, theme.size.gap));
    DrawRequestsDoor(frame, own.TakeTop(theme.size.button_height));
  } else {
    DrawWho(frame, area.TakeTop(DeskWhoHeight(theme), theme.size.gap));
    // Where a hand reaches, and not where what is begun would be filed.
    DrawRequestsDoor(frame, TakeEndRow(frame, area).Inset(-theme.size.margin, 0));
    DrawWriteup(frame, area.TakeBottom(writeup, theme.size.gap));
  }
  if (flow_.account_state() != AccountState::kThere) return DrawTrouble(frame, area);
  DrawPoints(frame, area.TakeTop(DeskPointsHeight(theme), theme.size.gap));
  DrawOwed(frame, area);
}

void DeskScreen::DrawWho(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(36), theme.Px(kDeskPad));
  const Member* member = flow_.member();
  const std::string name = member == nullptr
                               ? std::string(say::kDeskStranger)
                               : say::Fill(say::kDeskMember, {{"name", member->name}});
  const std::optional<DutyLine> duty = flow_.DutyOfToday();
  const DutyLook look = duty ? LookOf(duty->state) : DutyLook{"", "event_available", Tone::kSand};
  const std::string words = say::DutyLineWords(duty);
  const float shifts = PillWidth(frame, say::kOwnShifts, true);
  if (Chip(frame, card.TakeRight(shifts, theme.Px(24)).Centred(shifts, theme.size.chip_height),
           say::kOwnShifts, {"chevron_right"})) {
    parts_.navigator.Push(std::make_unique<OwnShiftsScreen>(parts_, flow_.session()));
  }
  const float circle = theme.Px(120), beside = theme.Px(30);
  if (member != nullptr && card.w - circle - beside >= PillWidth(frame, words, true)) {
    DrawMonogram(frame, card.TakeLeft(circle, beside).Centred(circle, circle), member->name, 0);
  }
  const float height = theme.size.chip_height * 0.78f;
  const TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
  Rect line = card.TakeTop(bold.size * 1.25f);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float named = DrawText(frame, line, name, Fitted(frame, name, bold, line.w));
  line.TakeLeft(named, theme.Px(24));
  if (member != nullptr && MeasureText(frame, member->sector, soft) <= line.w) {
    line.y += (bold.size - soft.size) * 0.375f;
    DrawText(frame, line, member->sector, soft);
  }
  StatusPill(frame, card.x, card.Bottom() - height, words, look.icon, look.tone, height);
}

// Each as wide as its words ask for.
void DeskScreen::DrawRequestsDoor(Frame& frame, const Rect& rect) {
  const std::string requests = say::DeskRequestsLabel(requests_->Unanswered());
  const TextStyle bold = TextStyle::Of(frame.theme.size.button, Weight::kBold);
  const float first = MeasureText(frame, requests, bold);
  const float second = MeasureText(frame, say::kLedger, bold), gap = frame.theme.size.gap;
  Rect right = rect;
  const Rect left = right.TakeLeft(first + (rect.w - gap - first - second) / 2, gap);
  if (SecondaryButton(frame, left, requests + "###requests"))
    parts_.navigator.Push(std::make_unique<DeskRequestsScreen>(parts_, requests_));
  if (SecondaryButton(frame, right, say::kLedger)) {
    writing_ = true;
    parts_.navigator.Push(std::make_unique<LedgerScreen>(parts_, flow_.session()));
  }
}

// What was left unfinished comes before anything new.
void DeskScreen::DrawWriteup(Frame& frame, Rect card) {
  const ActivityTemplate* unfinished = flow_.draft_kind();
  if (unfinished == nullptr) {
    if (PrimaryButton(frame, card, say::kWriteup, {"edit_note"})) {
      writing_ = true;
      parts_.navigator.Push(std::make_unique<WriteupKindsScreen>(parts_, flow_.session()));
    }
    return;
  }
  switch (DrawDraftCard(frame, card, say::DraftLine(*flow_.draft(), flow_.Today()))) {
    case DraftTap::kNone:
      return;
    case DraftTap::kDrop:
      return flow_.DropDraft();
    case DraftTap::kGoOn:
      writing_ = true;
      parts_.navigator.Push(
          std::make_unique<WriteupScreen>(parts_, flow_.session(), *unfinished, flow_.draft()));
  }
}

void DeskScreen::DrawTrouble(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (flow_.account_state() == AccountState::kReading) {
    return DrawEmptyPage(frame, area, "hourglass_top", say::kReckoning);
  }
  if (flow_.account_state() == AccountState::kUntold) {
    const std::string untold =
        say::Fill(say::kUntold, {{"county", say::CountyName(*parts_.state.station)}});
    NoticePanel(frame, area, Tone::kAmber, "cloud_off", say::kUntoldTitle, untold);
    return;
  }
  const float used =
      NoticePanel(frame, area, Tone::kAmber, "error", say::kUnreckonedTitle, say::kUnreckoned);
  area.TakeTop(used, theme.size.gap);
  if (PrimaryButton(frame, area.TakeTop(theme.size.button_height), say::kReckonAgain, {"replay"}))
    flow_.ReadAccount();
}

void DeskScreen::DrawOwed(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawText(frame, area.TakeTop(theme.size.section_title * 1.4f, theme.Px(8)), say::kOwedTitle,
           TextStyle::Of(theme.size.section_title, Weight::kBold));
  const std::vector<OwedNow> owed = OwedOn(*flow_.account());
  if (owed.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    DrawWrapped(frame, area, say::kOwedNothing, soft);
    return;
  }
  const OwedNow* tapped = nullptr;
  {
    PagedList list(frame, area, "owed", owed_scroll_, static_cast<int>(owed.size()),
                   OwedRowHeight(theme), theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const OwedNow& one = owed[static_cast<std::size_t>(i)];
      if (DrawOwedRow(frame, list.Row(i), one, i)) tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<OwedScreen>(parts_, flow_.account(), *tapped));
}

// The figure, and the way to where it comes from.
void DeskScreen::DrawPoints(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const AccountPtr& account = flow_.account();
  DrawCard(frame, card);
  card = card.Inset(theme.Px(36), theme.Px(kDeskPad));
  const float width = PillWidth(frame, say::kPointsFrom, true);
  const Rect chip = card.TakeBottom(theme.size.chip_height, theme.Px(20));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const TextStyle word = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle figure = TextStyle::Of(theme.size.digits, Weight::kBold);
  Rect line = card;
  const float named = DrawText(frame, line, say::kPointsThisYear, word);
  line.TakeLeft(named, theme.Px(24));
  const std::string total = account->result.total.Text();
  DrawText(frame, line, total, Fitted(frame, total, figure, line.w));
  Rect foot = chip;
  if (Chip(frame, foot.TakeRight(width, theme.Px(16)), say::kPointsFrom, {"chevron_right"}))
    parts_.navigator.Push(std::make_unique<PointsScreen>(parts_, account));
  if (const std::string waits = say::PointsWaitingLine(*account); !waits.empty())
    DrawText(frame, foot, waits, Fitted(frame, waits, soft, foot.w));
}

}  // namespace studio
