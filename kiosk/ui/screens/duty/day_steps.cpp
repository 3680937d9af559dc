#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {

void DayScreen::DrawEdit(Frame& frame, Rect area) {
  switch (edit_.step()) {
    case EditStep::kReason:
      return DrawReason(frame, area);
    case EditStep::kHours:
      return DrawHours(frame, area);
    case EditStep::kMember:
      return DrawMember(frame, area);
    case EditStep::kSwap:
      return DrawSwap(frame, area);
    case EditStep::kAskedBy:
      return DrawAskedBy(frame, area);
    case EditStep::kReview:
      return DrawReview(frame, area);
    default:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kEditSaving);
  }
}

void DayScreen::DrawReason(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, {});
  Question(frame, area, say::kAskReason, say::ShiftDayOf(edit_.shift()));
  area = area.Inset(theme.size.margin, 0).TakeTop(theme.Px(2 * 200 + 28));
  const auto cells = area.SplitGrid(2, 2, theme.size.gap);
  for (std::size_t i = 0; i < std::size(say::kLeaveReasons); ++i) {
    if (Option(frame, cells[i], say::kLeaveReasons[i])) {
      return edit_.ChooseReason(std::string(say::kLeaveReasons[i]));
    }
  }
}

void DayScreen::DrawMember(Frame& frame, Rect area) {
  const bool several = edit_.ChoosesSeveral();
  const std::size_t count = edit_.chosen().size();
  const std::string enough =
      count == 0 ? std::string(say::kChooseSomebody)
                 : say::Fill(say::kChosenEnough, {{"n", say::Number(static_cast<int>(count))}});
  const bool go_on = DrawFooter(frame, area, several ? enough : "", "check");
  const Rect left =
      AskBeside(frame, area, say::AskMember(edit_.kind()), say::DayAndShift(edit_.Wanted()));
  const std::string own = edit_.kind() == EditKind::kAdd ? "" : edit_.member();
  const std::string chosen = picker_.Draw(frame, area, left, *view_,
                                          MembersFor(*view_, edit_.Wanted(), own), edit_.chosen());
  if (!chosen.empty()) return edit_.ChooseMember(chosen);
  if (go_on) edit_.Next();
}

void DayScreen::DrawSwap(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, {});
  AskBeside(frame, area, say::kAskSwap, std::string(say::kAskSwapHint));
  const std::vector<SwapChoice> choices = SwapsFor(*view_, edit_.shift(), edit_.member());
  if (choices.empty()) return DrawEmptyPage(frame, area, "event_busy", say::kNoSwap);
  const int count = static_cast<int>(choices.size());
  const float row = theme.size.card_title * 1.3f + theme.size.small * 2.8f + theme.Px(28);
  const SwapChoice* chosen = nullptr;
  {
    PagedList list(frame, area, "swaps", swap_scroll_, count, row, theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const SwapChoice& choice = choices[static_cast<std::size_t>(i)];
      const std::string name = view_->NameOf(choice.member);
      if (choice.bar != SwapChoice::Bar::kNone) {
        DrawBarred(frame, list.Row(i), name,
                   say::ShortTitleOf(*choice.shift) + "\n" +
                       say::SwapBarLine(choice, edit_.member(), *view_));
      } else if (RowTile(frame, list.Row(i), name + "##" + choice.shift->id,
                         {"swap_horiz", say::DayAndShift(*choice.shift)})) {
        chosen = &choice;
      }
    }
  }
  if (chosen != nullptr) edit_.ChooseSwap(chosen->shift->id, chosen->member);
}

void DayScreen::DrawAskedBy(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, {});
  Question(frame, area, say::kAskAskedBy, say::ShiftDayOf(edit_.shift()));
  const float gap = theme.size.gap, tile = theme.Px(210);
  area = area.Inset(theme.size.margin, 0).TakeTop(2 * tile + gap);
  const auto cells = area.SplitRows(2, gap);
  const std::string own = say::Fill(say::kAskedByMember, {{"name", view_->NameOf(edit_.member())}});
  if (LargeTile(frame, cells[0], own, {"person"})) return edit_.ChooseAskedBy(false);
  if (LargeTile(frame, cells[1], say::kAskedByStudio, {"home_work"})) edit_.ChooseAskedBy(true);
}

}  // namespace studio
