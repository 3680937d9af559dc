#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {
namespace {

std::string_view IconOf(EditKind kind) {
  switch (kind) {
    case EditKind::kLeave:
      return "event_busy";
    case EditKind::kStandIn:
      return "how_to_reg";
    case EditKind::kSwap:
      return "swap_horiz";
    case EditKind::kTakeBack:
      return "undo";
    case EditKind::kReplace:
      return "person";
    case EditKind::kTakeOff:
      return "person_remove";
    case EditKind::kAdd:
      return "person_add";
    case EditKind::kHours:
      return "schedule";
    case EditKind::kRemove:
      return "delete";
    case EditKind::kNew:
      return "add_circle";
  }
  return {};
}

}  // namespace

// Who it is and what was said of the place. Returns its height.
float DayScreen::DrawPlaceCard(Frame& frame, Rect area, const Shift& shift) {
  const Theme& theme = frame.theme;
  const float circle = theme.Px(130), name_height = theme.size.card_title * 1.3f;
  TextStyle body = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  body.line_spacing = 1.35f;
  std::string name, words;
  if (member_.empty()) {
    name = say::ShiftTitleOf(shift);
    for (const std::string& id : shift.members) {
      words += (words.empty() ? "" : "、") + view_->NameOf(id);
    }
    if (words.empty()) words = say::kPlaceEmpty;
  } else {
    name = view_->NameOf(member_);
    if (const Member* member = view_->MemberWith(member_)) words = say::SectorOf(*member);
    const std::string change = say::PlaceChange(*view_, shift, member_);
    if (!change.empty()) words += (words.empty() ? "" : "\n") + change;
  }
  const float pad = theme.Px(34), gap = theme.Px(34);
  const float left = member_.empty() ? 0 : circle + gap;
  const float width = area.w - 2 * pad - left;
  const float height = name_height + MeasureWrapped(frame, words, width, body);
  const Rect card = area.TakeTop(std::max(left > 0 ? circle : 0.f, height) + 2 * pad);
  DrawCard(frame, card);
  Rect inside = card.Inset(pad);
  if (left > 0) {
    DrawMonogram(frame, inside.TakeLeft(circle, gap).Centred(circle, circle), name, 0);
  }
  inside = inside.Centred(inside.w, height);
  const TextStyle bold = TextStyle::Of(theme.size.card_title, Weight::kBold);
  DrawText(frame, inside.TakeTop(name_height), name, Fitted(frame, name, bold, inside.w));
  DrawWrapped(frame, inside, words, body);
  return card.h;
}

void DayScreen::DrawActions(Frame& frame, Rect area, const std::vector<EditKind>& kinds,
                            const Shift& shift) {
  const Theme& theme = frame.theme;
  const int count = static_cast<int>(kinds.size());
  const int columns = frame.wide && count > 3 ? 2 : 1, rows = (count + columns - 1) / columns;
  const float gap = theme.Px(20);
  const float most = static_cast<float>(rows) * (theme.Px(190) + gap) - gap;
  // Standing, within reach.
  area = frame.wide ? area.TakeTop(most) : area.TakeBottom(most);
  const auto cells = area.SplitGrid(columns, rows, gap);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const EditKind kind = kinds[i];
    const EditBar bar = BarOf(kind, *view_, shift, member_);
    if (bar != EditBar::kNone) {
      DrawBarred(frame, cells[i], say::EditName(kind), say::BarLine(bar));
      continue;
    }
    TileLook look{IconOf(kind), say::EditHint(kind)};
    if (!RowTile(frame, cells[i], say::EditName(kind), look)) continue;
    picker_.Restart();
    swap_scroll_ = {};
    edit_.Begin(kind, shift_, member_);
  }
}

void DayScreen::DrawPlace(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, {});
  const Shift* shift = view_->ShiftWith(shift_);
  if (shift == nullptr) return;
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(DrawPlaceCard(frame, area, *shift), theme.size.gap);
  // Who is away may come after all, where others may go.
  std::vector<EditKind> kinds{EditKind::kLeave, EditKind::kStandIn, EditKind::kSwap};
  if (BarOf(EditKind::kTakeBack, *view_, *shift, member_) == EditBar::kNone)
    kinds.insert(kinds.begin(), EditKind::kTakeBack);
  if (right_ == EditRight::kStudio)
    kinds.insert(kinds.end(), {EditKind::kTakeOff, EditKind::kReplace});
  DrawActions(frame, area, kinds, *shift);
}

void DayScreen::DrawShift(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, {});
  const Shift* shift = view_->ShiftWith(shift_);
  if (shift == nullptr) return;
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(DrawPlaceCard(frame, area, *shift), theme.size.gap);
  if (!frame.wide) TakeEndRow(frame, area);  // where the change will be confirmed
  DrawActions(frame, area, {EditKind::kAdd, EditKind::kHours, EditKind::kRemove}, *shift);
}

}  // namespace studio
