#include "ui/screens/year/told_list_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"

namespace studio {

void ToldListScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, title_)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  const float height = theme.size.card_title * 1.3f + theme.size.small * 2.8f + theme.Px(28);
  PagedList list(frame, area, "told", scroll_, static_cast<int>(rows_.size()), height,
                 theme.Px(14));
  for (int i = list.First(); i < list.End(); ++i) {
    const ToldRow& row = rows_[static_cast<std::size_t>(i)];
    TileLook look{"info", row.hint, Tone::kSand};
    if (row.well) look.icon = *row.well ? "check_circle" : "pending";
    if (row.well) look.tone = *row.well ? Tone::kJade : Tone::kAmber;
    look.enabled = look.leads = false;
    (void)RowTile(frame, list.Row(i), row.title + "##" + std::to_string(i), look);
  }
}

}  // namespace studio
