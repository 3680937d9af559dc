// One day of the studio's roster as its manager sees it: the shifts with who comes, and the ways to
// change them. Or a member's own place in one shift alone. Tap only; back goes one step back and
// never loses the day.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/duty/roster_edit.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/member_picker.h"

namespace studio {

class DayScreen : public Screen {
 public:
  DayScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session,
            CalendarDate date);
  // Whose session it is has a place in that shift, and sees that alone.
  DayScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session,
            const Shift& own);

  std::string_view Tag() const override { return "day"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  struct Line;
  using Column = std::vector<Line>;

  // day_screen.cpp
  std::string Title() const;
  void GoBack();
  void GoTo(CalendarDate date);
  // Of the page as it is; the right-hand button says `go_on` (empty: there is none).
  bool DrawFooter(Frame& frame, Rect& area, std::string_view go_on, std::string_view icon = {});
  void DrawProblemLine(Frame& frame, Rect& area);
  // The question above the rest, what stands in the way below it; lying, both at the left, and
  // then what is left between them is returned.
  Rect AskBeside(Frame& frame, Rect& area, std::string_view question, const std::string& hint);
  // day_list.cpp
  void DrawDay(Frame& frame, Rect area);
  void DrawDayFooter(Frame& frame, Rect& area);
  void DrawEmptyDay(Frame& frame, Rect area);
  bool IsPast() const;
  std::vector<Column> ColumnsOfDay() const;
  void AddShift(Column& column, const Shift& shift) const;
  void DrawLine(Frame& frame, const Rect& place, const Line& line);
  void DrawHeading(Frame& frame, Rect place, const Line& line);
  void DrawPlaceLine(Frame& frame, const Rect& place, const Line& line);
  bool MayChange(const Shift& shift) const;
  bool MayChange(const Shift& shift, const std::string& member) const;
  // day_actions.cpp
  void DrawPlace(Frame& frame, Rect area);
  void DrawShift(Frame& frame, Rect area);
  float DrawPlaceCard(Frame& frame, Rect area, const Shift& shift);
  void DrawActions(Frame& frame, Rect area, const std::vector<EditKind>& kinds, const Shift& shift);
  // day_steps.cpp
  void DrawEdit(Frame& frame, Rect area);
  void DrawReason(Frame& frame, Rect area);
  void DrawMember(Frame& frame, Rect area);
  void DrawSwap(Frame& frame, Rect area);
  void DrawAskedBy(Frame& frame, Rect area);
  // day_review.cpp
  void DrawReview(Frame& frame, Rect area);
  void DrawReviewLines(Frame& frame, Rect area);
  // day_hours.cpp
  void DrawHours(Frame& frame, Rect area);
  void BeginNew();

  ScreenParts parts_;
  std::shared_ptr<MonthView> view_;
  KeySession session_;
  CalendarDate date_;
  EditRight right_ = EditRight::kStudio;
  RosterEdit edit_;
  std::string shift_, member_;  // the shift, and the place in it, that is open; empty: the day
  int kept_ = 0;                // of the changes, those that the day shows
  ScrollState day_scroll_, swap_scroll_;
  MemberPicker picker_;
};

}  // namespace studio
