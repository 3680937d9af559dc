#include "ui/screens/parts/slip_card.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr float kSlipPad = 44;
constexpr float kCodeSide = 372;  // with its white margin; the code itself is three quarters of it
constexpr float kPrintIcon = 56, kPrintIconGap = 22;

// Room for the longest of the sentences about printing, so that the slip never jumps.
float PrintHeight(const Frame& frame, float width) {
  const Theme& theme = frame.theme;
  const TextStyle text = TextStyle::Of(theme.size.body);
  const float words = width - theme.Px(kPrintIcon + kPrintIconGap);
  const float again = PillWidth(frame, say::kPrintAgain, false) + theme.size.gap;
  return std::max({theme.Px(100), theme.size.chip_height,
                   MeasureWrapped(frame, say::kPrinted, words, text),
                   MeasureWrapped(frame, say::kPrintFailed, words - again, text)});
}

}  // namespace

float SlipCard::Height(const Frame& frame, float width) {
  const Theme& theme = frame.theme;
  return PrintHeight(frame, width - 2 * theme.Px(kSlipPad)) +
         theme.Px(kCodeSide + 16 + kSlipPad * 1.2f);
}

void SlipCard::PrintOnce(const Station& station, const Slip& slip, std::int64_t made_at_ms,
                         const std::string& who_reads) {
  if (to_print_ || !printing_.Available()) return;
  to_print_ = SlipToPrint{station.studio.name,
                          std::string(say::CountyName(station)),
                          station.county.phone,
                          slip.number,
                          slip.code,
                          made_at_ms,
                          who_reads};
  Print();
}

void SlipCard::Print() {
  state_ = State::kRunning;
  printing_.Print(*to_print_, visit_.Guard<Result<bool>>([this](const Result<bool>& printed) {
    state_ = printed ? State::kDone : State::kFailed;
  }));
}

std::string_view SlipCard::HowToKeep() const {
  switch (state_) {
    case State::kRunning:
      return say::kPrinting;
    case State::kDone:
      return say::kPrinted;
    case State::kFailed:
      return say::kPrintFailed;
    case State::kNone:
      break;
  }
  return say::kCopyDown;
}

void SlipCard::DrawHowToKeep(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  if (state_ == State::kFailed) {
    Rect chip = row.TakeRight(PillWidth(frame, say::kPrintAgain, false), theme.size.gap);
    chip = chip.Centred(chip.w, theme.size.chip_height);
    if (Chip(frame, chip, say::kPrintAgain)) Print();
  }
  const std::string_view how = HowToKeep();
  const std::string_view icon = state_ == State::kNone ? "photo_camera" : "print";
  DrawIcon(frame, row.TakeLeft(theme.Px(kPrintIcon), theme.Px(kPrintIconGap)), icon, theme.Px(52),
           theme.colour.red);
  const TextStyle text = TextStyle::Of(theme.size.body);
  DrawWrapped(frame, row.Centred(row.w, MeasureWrapped(frame, how, row.w, text)), how, text);
}

void SlipCard::Draw(Frame& frame, Rect card, const Slip& slip) {
  const Theme& theme = frame.theme;
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
  frame.screen_text.Quiet(inside);
  DrawText(frame, inside.TakeTop(line), slip.code.Grouped(), digits);

  DrawHowToKeep(frame, print);
}

}  // namespace studio
