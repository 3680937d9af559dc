#include "ui/screens/year/reason_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/named_options.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {

void ReasonScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, look_.title)) return parts_.navigator.Pop();
  // Pages before it have theirs above the footer.
  const std::vector<Rect> foot = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  const bool back = SecondaryButton(frame, foot[0], say::kBack);
  ButtonLook end;
  end.ends = true;
  end.enabled = chosen_ >= 0;
  const bool said = PrimaryButton(frame, foot[1], look_.say, end);
  Question(frame, area, look_.question, look_.hint);
  area = area.Inset(theme.size.margin, 0);
  std::vector<NamedOption> options;
  for (std::size_t i = 0; i < look_.reasons.size(); ++i) {
    options.push_back({look_.reasons[i], static_cast<int>(i) == chosen_});
  }
  const int tapped = DrawNamedOptions(frame, area, "reasons", scroll_, options);
  if (tapped >= 0) chosen_ = tapped;
  if (back) return parts_.navigator.Pop();
  if (!said) return;
  said_(std::string(look_.reasons[static_cast<std::size_t>(chosen_)]));
  parts_.navigator.Pop();
}

std::unique_ptr<Screen> MakeSendBackScreen(const ScreenParts& parts, const YearFlowPtr& flow) {
  const ReasonLook look{"send-back",          say::kReviewBack, say::kBackReasonAsk,
                        say::kBackReasonHint, say::kReviewBack, say::kBackReasons};
  return std::make_unique<ReasonScreen>(
      parts, look, [flow](const std::string& reason) { flow->SendBack(reason); });
}

std::unique_ptr<Screen> MakeReopenScreen(const ScreenParts& parts, const YearFlowPtr& flow) {
  const ReasonLook look{"reopen",         say::kReopen, say::kReopenAsk,
                        say::kReopenHint, say::kReopen, say::kReopenReasons};
  return std::make_unique<ReasonScreen>(parts, look,
                                        [flow](const std::string& why) { flow->Reopen(why); });
}

}  // namespace studio
