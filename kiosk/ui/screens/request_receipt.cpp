#include <algorithm>

#include "ui/screens/course.h"
#include "ui/screens/page_pieces.h"
#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr float kSlipPad = 44;
constexpr float kCodeSide = 408;  // with its white margin; the code itself is three quarters of it

std::string_view HowToKeep(bool printing, bool printed, bool failed) {
  if (printing) return say::kPrinting;
  if (printed) return say::kPrinted;
  return failed ? say::kPrintFailed : say::kCopyDown;
}

// Room for the longest of the sentences about printing, so that the slip never jumps.
float PrintHeight(const Frame& frame, float width) {
  const Theme& theme = frame.theme;
  const float longest = MeasureWrapped(frame, say::kPrintFailed, width - theme.Px(78),
                                       TextStyle::Of(theme.size.body));
  return std::max(theme.Px(100), longest);
}

float SlipHeight(const Frame& frame, float width) {
  const Theme& theme = frame.theme;
  return PrintHeight(frame, width - 2 * theme.Px(kSlipPad)) +
         theme.Px(kCodeSide + 16 + kSlipPad * 1.2f);
}

}  // namespace

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

  DrawReceiptFooter(frame, TakeFooter(frame, area));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  if (!frame.wide) {
    const Rect title = area.TakeTop(theme.size.button * 1.4f, theme.Px(26));
    DrawText(frame, title, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
    DrawCountdown(frame, title);
    DrawWithdrawRow(frame, area);
  } else {
    DrawCountdown(frame, Rect{area.x, area.y, area.w, theme.Px(88)});
  }
  DrawKept(frame, area);
  if (frame.wide) {
    DrawSlip(frame, area.TakeLeft(area.w * 0.56f, theme.size.gap));
    DrawCourse(frame, area, *flow_.receipt(), *parts_.state.station);
    return;
  }
  DrawSlip(frame, area.TakeTop(SlipHeight(frame, area.w), theme.size.gap));
  DrawCourse(frame, area, *flow_.receipt(), *parts_.state.station);
}

void RequestScreen::DrawKept(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const bool withdrawn = flow_.receipt()->state == ReceiptState::kWithdrawn;
  const std::string_view title = withdrawn ? say::kWithdrawn : say::kKept;
  const std::string_view hint = withdrawn ? say::kWithdrawnHint : say::kThanks;
  TextStyle large = TextStyle::Of(theme.size.page_title, Weight::kBold);
  TextStyle small = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  large.line_spacing = small.line_spacing = 1.3f;
  const float side = theme.Px(136), gap = theme.Px(36);
  const float hint_height = MeasureWrapped(frame, hint, area.w - side - gap, small);
  const float title_height = large.size * large.line_spacing;
  Rect told = area.TakeTop(std::max(side, title_height + hint_height), theme.Px(30));
  const Rect mark = told.TakeLeft(side, gap).Centred(side, side);
  FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 2,
             withdrawn ? theme.colour.soft_ink : theme.colour.jade);
  DrawIcon(frame, mark, withdrawn ? "undo" : "check", theme.Px(92), theme.colour.on_red);
  told = told.Centred(told.w, title_height + hint_height);
  DrawText(frame, told.TakeTop(title_height), title, large);
  DrawWrapped(frame, told, hint, small);
}

void RequestScreen::DrawWithdrawRow(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  if (!flow_.CanWithdraw()) return;
  if (asking_withdraw_) {
    DrawProblem(frame, area.TakeBottom(theme.Px(116), theme.size.gap), say::kWithdrawAsk);
    return;
  }
  Rect row = area.TakeBottom(theme.size.chip_height, theme.Px(24));
  const float width = PillWidth(frame, say::kWithdraw, true);
  if (Chip(frame, row.TakeRight(width, theme.Px(24)), say::kWithdraw, {"undo"})) {
    asking_withdraw_ = true;
  }
  DrawText(frame, row, say::kWithdrawHint,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
}

void RequestScreen::DrawCountdown(Frame& frame, const Rect& row) {
  const Theme& theme = frame.theme;
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
  Rect inside = card.Inset(theme.Px(kSlipPad), theme.Px(kSlipPad * 0.6f));
  Rect print = inside.TakeBottom(PrintHeight(frame, inside.w), theme.Px(16));
  DrawDashedLine(frame, print.x, print.y - theme.Px(4), print.w, theme.colour.outline);
  // The code's own white margin reaches to the card's edge.
  const float side = std::min(inside.h, theme.Px(kCodeSide));
  const Rect code = inside.TakeRight(side - theme.Px(kSlipPad * 0.5f), theme.Px(4));
  DrawQr(frame, Rect{code.x, code.CentreY() - side / 2, side, side},
         SlipText(slip.number, slip.code));

  const std::string number = slip.number.Grouped();
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  TextStyle digits =
      Fitted(frame, number, TextStyle::Of(theme.size.digits, Weight::kBold), inside.w);
  const float label = soft.size * soft.line_spacing;
  const float line = digits.size * digits.line_spacing;
  inside = inside.Centred(inside.w, 2 * (label + line) + theme.Px(20));
  DrawText(frame, inside.TakeTop(label), say::kNumber, soft);
  DrawText(frame, inside.TakeTop(line, theme.Px(20)), number, digits);
  DrawText(frame, inside.TakeTop(label), say::kCode, soft);
  DrawText(frame, inside.TakeTop(line), slip.code.Grouped(), digits);

  const std::string_view how =
      HowToKeep(printing_ == Printing::kRunning, printing_ == Printing::kDone,
                printing_ == Printing::kFailed);
  const std::string_view icon = printing_ == Printing::kNone ? "photo_camera" : "print";
  DrawIcon(frame, print.TakeLeft(theme.Px(56), theme.Px(22)), icon, theme.Px(52), theme.colour.red);
  const TextStyle text = TextStyle::Of(theme.size.body);
  const float height = MeasureWrapped(frame, how, print.w, text);
  DrawWrapped(frame, print.Centred(print.w, height), how, text);
}

void RequestScreen::DrawReceiptFooter(Frame& frame, Rect footer) {
  const float gap = frame.theme.size.gap;
  if (asking_withdraw_) {
    if (frame.wide) DrawProblem(frame, footer.TakeLeft(footer.w * 0.4f, gap), say::kWithdrawAsk);
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
