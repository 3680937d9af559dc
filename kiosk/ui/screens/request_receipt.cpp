#include "ui/screens/course.h"
#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::StartPrinting() {
  print_asked_ = true;
  if (!parts_.printing.Available()) return;
  printing_ = Printing::kRunning;
  const Station& station = flow_.station();
  const Slip& slip = *flow_.slip();
  parts_.printing.Print({station.studio.name, std::string(say::CountyName(station)), slip.number,
                         slip.code, flow_.receipt()->made_at_ms},
                        visit_.Guard<Result<bool>>([this](const Result<bool>& printed) {
                          printing_ = printed ? Printing::kDone : Printing::kFailed;
                        }));
}

void RequestScreen::DrawReceipt(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (!print_asked_) StartPrinting();
  const bool withdrawn = flow_.receipt()->state == ReceiptState::kWithdrawn;

  Rect footer = TakeFooter(frame, area);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(24));
  Rect title = frame.wide ? Rect{area.x, area.y, area.w, theme.Px(88)}
                          : area.TakeTop(theme.Px(88), theme.Px(10));
  DrawTitle(frame, title);
  DrawReceiptFooter(frame, footer);
  if (flow_.CanWithdraw() && !asking_withdraw_ && !frame.wide) {
    Rect row = area.TakeBottom(theme.size.chip_height, theme.Px(22));
    const float width = PillWidth(frame, say::kWithdraw, true);
    if (Chip(frame, row.TakeRight(width, theme.Px(24)), say::kWithdraw, {"undo"})) {
      asking_withdraw_ = true;
    }
    DrawText(frame, row, say::kWithdrawHint,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  }

  Rect told = area.TakeTop(theme.Px(150), theme.Px(24));
  const Rect mark =
      told.TakeLeft(theme.Px(136), theme.Px(36)).Centred(theme.Px(136), theme.Px(136));
  FillCircle(frame, mark.CentreX(), mark.CentreY(), mark.w / 2,
             withdrawn ? theme.colour.soft_ink : theme.colour.jade);
  DrawIcon(frame, mark, withdrawn ? "undo" : "check", theme.Px(92), theme.colour.on_red);
  told = told.Centred(told.w, theme.Px(142));
  DrawText(frame, told.TakeTop(theme.Px(86)), withdrawn ? say::kWithdrawn : say::kKept,
           TextStyle::Of(theme.size.page_title, Weight::kBold));
  DrawText(frame, told, withdrawn ? say::kWithdrawnHint : say::kThanks,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));

  if (frame.wide) {
    const std::vector<Rect> halves = area.SplitColumns(2, theme.size.gap);
    DrawSlip(frame, halves[0]);
    DrawCourse(frame, halves[1], *flow_.receipt(), *parts_.state.station);
    return;
  }
  DrawSlip(frame, area.TakeTop(theme.Px(590), theme.size.gap));
  DrawCourse(frame, area, *flow_.receipt(), *parts_.state.station);
}

void RequestScreen::DrawTitle(Frame& frame, const Rect& row) {
  const Theme& theme = frame.theme;
  if (!frame.wide) {
    DrawText(frame, row, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
  }
  const std::int64_t now = frame.now.monotonic_ms;
  frame.RequestRedrawAt(now + 1000);
  DrawText(frame, row,
           say::Fill(say::kGoesHomeIn, {{"n", say::Number(parts_.timer.SecondsLeft(now))}}),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kRight));
}

void RequestScreen::DrawSlip(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const Slip& slip = *flow_.slip();
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(48), theme.Px(36));
  Rect print = inside.TakeBottom(theme.Px(116), theme.Px(20));
  DrawDashedLine(frame, print.x, print.y - theme.Px(14), print.w, theme.colour.outline);
  Rect numbers = inside;
  const float side = std::min(inside.h, theme.Px(frame.wide ? 290 : 340));
  const Rect code = numbers.TakeRight(side, theme.Px(24));
  DrawQr(frame, code.Centred(side, side), SlipText(slip.number, slip.code));
  numbers = numbers.Centred(numbers.w, theme.Px(360));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const TextStyle digits =
      TextStyle::Of(frame.wide ? theme.size.home_title : theme.size.digits, Weight::kBold);
  DrawText(frame, numbers.TakeTop(theme.Px(56)), say::kNumber, soft);
  DrawText(frame, numbers.TakeTop(theme.Px(104), theme.Px(24)), slip.number.Grouped(), digits);
  DrawText(frame, numbers.TakeTop(theme.Px(56)), say::kCode, soft);
  DrawText(frame, numbers.TakeTop(theme.Px(104)), slip.code.Grouped(), digits);

  const std::string_view how = printing_ == Printing::kRunning  ? say::kPrinting
                               : printing_ == Printing::kDone   ? say::kPrinted
                               : printing_ == Printing::kFailed ? say::kPrintFailed
                                                                : say::kCopyDown;
  const std::string_view icon = printing_ == Printing::kNone ? "photo_camera" : "print";
  DrawIcon(frame, print.TakeLeft(theme.Px(56), theme.Px(22)), icon, theme.Px(52), theme.colour.red);
  const TextStyle text = TextStyle::Of(theme.size.body);
  const float height = MeasureWrapped(frame, how, print.w, text);
  DrawWrapped(frame, print.Centred(print.w, height), how, text);
}

void RequestScreen::DrawReceiptFooter(Frame& frame, Rect footer) {
  const float gap = frame.theme.size.gap;
  if (asking_withdraw_) {
    const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
    if (SecondaryButton(frame, buttons[0], say::kWithdrawNo)) asking_withdraw_ = false;
    if (DangerButton(frame, buttons[1], say::kWithdrawYes, {"undo"})) {
      asking_withdraw_ = false;
      flow_.Withdraw();
    }
    return;
  }
  if (frame.wide && flow_.CanWithdraw() &&
      SecondaryButton(frame, footer.TakeLeft(footer.w * 0.2f, gap), say::kWithdraw, {"undo"})) {
    asking_withdraw_ = true;
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
  if (SecondaryButton(frame, buttons[0], say::kAnother)) {
    parts_.navigator.Replace(std::make_unique<RequestScreen>(parts_));
  }
  if (PrimaryButton(frame, buttons[1], say::kDone)) Leave();
}

}  // namespace studio
