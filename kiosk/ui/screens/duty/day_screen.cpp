#include "ui/screens/duty/day_screen.h"

#include <algorithm>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {

DayScreen::DayScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session,
                     CalendarDate date)
    : parts_(parts),
      view_(std::move(view)),
      session_(std::move(session)),
      date_(date),
      edit_(parts.duty, *view_, session_.member) {}

DayScreen::DayScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session,
                     const Shift& own)
    : parts_(parts),
      view_(std::move(view)),
      session_(std::move(session)),
      date_(*ParseDate(own.date)),
      right_(EditRight::kOwnPlace),
      edit_(parts.duty, *view_, session_.member, right_),
      shift_(own.id),
      member_(session_.member) {}

std::string DayScreen::Title() const {
  if (edit_.step() != EditStep::kNone) return say::EditTitle(edit_, *view_);
  const Shift* shift = view_->ShiftWith(shift_);
  if (shift != nullptr) return say::ShortTitleOf(*shift);
  std::string title = say::DayOf(date_);
  if (date_ == view_->today()) title += " " + std::string(say::kToday);
  return title;
}

void DayScreen::Draw(Frame& frame) {
  view_->Update();
  // Kept: the day shows what waits now.
  if (std::exchange(kept_, edit_.kept()) != edit_.kept()) {
    shift_.clear();
    member_.clear();
  }
  // Taken away meanwhile.
  if (view_->ready() && view_->ShiftWith(shift_) == nullptr) shift_.clear();
  if (right_ == EditRight::kOwnPlace && shift_.empty()) return parts_.navigator.Pop();
  Rect area = frame.area;
  if (Header(frame, area, Title())) return GoBack();
  if (edit_.step() != EditStep::kNone) return DrawEdit(frame, area);
  if (shift_.empty()) return DrawDay(frame, area);
  return member_.empty() ? DrawShift(frame, area) : DrawPlace(frame, area);
}

void DayScreen::GoBack() {
  if (edit_.step() != EditStep::kNone) return edit_.Back();
  if (shift_.empty() || right_ == EditRight::kOwnPlace) return parts_.navigator.Pop();
  shift_.clear();
  member_.clear();
}

void DayScreen::GoTo(CalendarDate date) {
  date_ = date;
  day_scroll_ = {};
  if (date.year() / date.month() != view_->shown()) view_->Show(date.year() / date.month());
}

bool DayScreen::DrawFooter(Frame& frame, Rect& area, std::string_view go_on,
                           std::string_view icon) {
  Rect footer = TakeFooter(frame, area);
  Rect back = footer;
  if (!go_on.empty()) back = footer.TakeLeft(footer.w * 0.34f, frame.theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) GoBack();
  return !go_on.empty() && PrimaryButton(frame, footer, go_on, {icon});
}

Rect DayScreen::AskBeside(Frame& frame, Rect& area, std::string_view question,
                          const std::string& hint) {
  const Theme& theme = frame.theme;
  area = area.Inset(theme.size.margin, 0);
  if (!frame.wide) DrawProblemLine(frame, area);
  Rect column = frame.wide ? area.TakeLeft(area.w * 0.32f, theme.size.gap) : area;
  if (frame.wide) {
    DrawProblemLine(frame, column);
    area.TakeTop(theme.size.gap);
  }
  Rect place{column.x - theme.size.margin, column.y, column.w + 2 * theme.size.margin, column.h};
  Question(frame, place, question, hint);
  Rect& rest = frame.wide ? column : area;
  rest.TakeTop(place.y - column.y);
  return frame.wide ? column : Rect{};
}

void DayScreen::DrawProblemLine(Frame& frame, Rect& area) {
  const std::string words = say::EditProblemLine(edit_, *view_);
  if (words.empty()) return;
  const Theme& theme = frame.theme;
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  const float text = MeasureWrapped(frame, words, area.w - theme.Px(60 + 82), style);
  const float height = std::max(text, theme.size.body * 2.6f) + theme.Px(24);
  DrawProblem(frame, area.TakeBottom(height, theme.Px(16)), words);
}

}  // namespace studio
