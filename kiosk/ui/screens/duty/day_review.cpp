#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {
namespace {

TextStyle ValueStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  style.line_spacing = 1.35f;
  return style;
}

}  // namespace

void DayScreen::DrawReviewLines(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const auto lines = say::ReviewLines(edit_, *view_);
  const TextStyle value = ValueStyle(theme);
  const TextStyle label = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const float pad = theme.size.pad, gap = theme.Px(22), labels = theme.size.body * 4;
  float height = 2 * theme.Px(34) - gap;
  for (const auto& [name, words] : lines) {
    height += MeasureWrapped(frame, words, area.w - 2 * pad - labels, value) + gap;
  }
  const Rect card = area.TakeTop(std::min(area.h, height));
  DrawCard(frame, card);
  Rect inside = card.Inset(pad, theme.Px(34));
  for (const auto& [name, words] : lines) {
    Rect row = inside.TakeTop(MeasureWrapped(frame, words, inside.w - labels, value), gap);
    DrawText(frame, row.TakeLeft(labels).TakeTop(value.size * 1.35f), name, label);
    DrawWrapped(frame, row, words, value);
  }
}

void DayScreen::DrawReview(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) return GoBack();
  const std::string_view confirm = say::ConfirmName(edit_.kind());
  const Rect end = frame.wide ? footer : TakeEndRow(frame, area);
  const bool go_on = edit_.kind() == EditKind::kRemove
                         ? DangerButton(frame, end, confirm, {.icon = "delete", .ends = true})
                         : PrimaryButton(frame, end, confirm, {.icon = "check", .ends = true});
  const std::string_view question =
      edit_.kind() == EditKind::kRemove ? say::kAskRemove : say::kCheckTitle;
  const auto agree = [&](Rect row) {
    if (CheckRow(frame, row, say::AgreedLine(edit_, *view_), say::kAgreedWhy, edit_.agreed())) {
      edit_.SetAgreed(!edit_.agreed());
    }
  };
  const float high = theme.size.row_height + theme.Px(24);
  if (edit_.NeedsAgreement() && !frame.wide) {
    agree(area.TakeBottom(high, theme.size.gap).Inset(theme.size.margin, 0));
  }
  Rect left = AskBeside(frame, area, question, {});
  if (edit_.NeedsAgreement() && frame.wide)
    agree(left.TakeTop(ChoiceRowHeight(frame, left.w, say::kAgreedWhy) + theme.Px(24)));
  DrawReviewLines(frame, area);
  if (go_on) edit_.Send();
}

}  // namespace studio
