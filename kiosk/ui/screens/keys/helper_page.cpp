#include "ui/screens/keys/helper_page.h"

#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

HelperPage::HelperPage(const ScreenParts& parts)
    : state_(parts.state),
      asking_(parts.duty, parts.state, parts.clock),
      card_page_(parts.ways, asking_.card()) {}

bool HelperPage::Offers(const Frame& frame, const Helper& now) const {
  return !now.empty() || HelpIsHere(state_, frame.now);
}

float HelperPage::RowHeight(const Frame& frame, float width, const Helper& now) const {
  const std::string_view why = now.empty() ? say::kHelpedWhy : std::string_view(now.name);
  return ChoiceRowHeight(frame, width - frame.theme.Px(64), why);
}

std::optional<Helper> HelperPage::DrawRow(Frame& frame, const Rect& place, const Helper& now) {
  const std::string_view why = now.empty() ? say::kHelpedWhy : std::string_view(now.name);
  if (!ToggleRow(frame, place, say::kHelped, why, !now.empty())) return std::nullopt;
  if (!now.empty()) return Helper{};
  open_ = true;
  asking_.card().Forget();
  return std::nullopt;
}

void HelperPage::Close() {
  open_ = false;
  card_page_.Stop();
}

std::optional<Helper> HelperPage::Draw(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kNobodyHelps)) Close();
  if (auto helper = asking_.Take()) {
    Close();
    return helper;
  }
  card_page_.Draw(
      frame, area,
      {say::kShowHelperCode, say::kShowHelperHint, say::kScanHelperCode, say::kShowHelperHint});
  if (!open_) card_page_.Stop();
  return std::nullopt;
}

}  // namespace studio
