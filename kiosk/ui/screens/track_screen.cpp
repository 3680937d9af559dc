#include "ui/screens/track_screen.h"

#include "ui/screens/course.h"
#include "ui/screens/number_field.h"
#include "ui/screens/page_pieces.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::size_t kNumberPlaces = 9, kCodePlaces = 8;

}  // namespace

void TrackScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (Header(frame, area, say::kTrack)) {
    if (!flow_.Back()) parts_.navigator.GoHome();
    return;
  }
  switch (flow_.step()) {
    case TrackStep::kNumber:
    case TrackStep::kCode:
      return DrawAsk(frame, area);
    case TrackStep::kLooking:
      DrawEmptyPage(frame, area, "manage_search", say::kLooking);
      return;
    case TrackStep::kFound:
      return DrawFound(frame, area);
  }
}

void TrackScreen::DrawAsk(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool number = flow_.step() == TrackStep::kNumber;
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  if (SecondaryButton(frame, back, number ? say::kHome : say::kBack)) {
    if (!flow_.Back()) return parts_.navigator.GoHome();
  }
  if (PrimaryButton(frame, footer, number ? say::kNext : say::kLook)) flow_.Next();
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(theme.Px(820), theme.size.gap);
  pad = frame.wide ? pad.Inset(theme.size.margin, theme.Px(24)) : pad.Inset(theme.size.margin, 0);
  Question(frame, area, number ? say::kAskNumber : say::kAskCode,
           number ? say::kAskNumberHint : say::kAskCodeHint);
  area = area.Inset(theme.size.margin, 0);
  std::string digits = number ? flow_.number().text() : flow_.code().text();
  const DigitGroups groups = number ? DigitGroups{3, 5, 1} : DigitGroups{4, 4};
  DrawNumberField(frame, area.TakeTop(theme.Px(200), theme.size.gap), digits, groups);
  if (const auto problem = flow_.problem()) {
    DrawProblem(frame, area.TakeTop(theme.Px(140)), say::ProblemLine(*problem));
  }
  const std::size_t places = number ? kNumberPlaces : kCodePlaces;
  if (NumberPad(frame, pad, digits, places)) flow_.SetDigits(digits);
}

void TrackScreen::DrawFound(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const ReceiptStatus& status = *flow_.found();
  DrawFoundFooter(frame, TakeFooter(frame, area));
  const auto number = ReceiptNumber::Parse(status.number);
  Question(frame, area, say::StateName(status.state, *parts_.state.station),
           number ? say::Fill(say::kFoundTitle, {{"number", number->Grouped()}}) : "");
  area = area.Inset(theme.size.margin, 0);
  if (asking_withdraw_ && flow_.CanWithdraw()) {
    DrawProblem(frame, area.TakeTop(theme.Px(116), theme.size.gap), say::kWithdrawAsk);
  } else if (const auto problem = flow_.problem()) {
    DrawProblem(frame, area.TakeTop(theme.Px(116), theme.size.gap), say::ProblemLine(*problem));
  }
  DrawCourse(frame, area, status, *parts_.state.station);
}

void TrackScreen::DrawFoundFooter(Frame& frame, Rect footer) {
  const std::vector<Rect> buttons = footer.SplitColumns(2, frame.theme.size.gap);
  if (asking_withdraw_) {
    if (SecondaryButton(frame, buttons[0], say::kWithdrawNo)) asking_withdraw_ = false;
    if (DangerButton(frame, buttons[1], say::kWithdrawYes, {"undo"})) {
      asking_withdraw_ = false;
      flow_.Withdraw();
    }
    return;
  }
  if (!flow_.CanWithdraw()) {
    if (PrimaryButton(frame, footer, say::kHome)) parts_.navigator.GoHome();
    return;
  }
  if (SecondaryButton(frame, buttons[0], say::kWithdraw, {"undo"})) asking_withdraw_ = true;
  if (PrimaryButton(frame, buttons[1], say::kHome)) parts_.navigator.GoHome();
}

}  // namespace studio
