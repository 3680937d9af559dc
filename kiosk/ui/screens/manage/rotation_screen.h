// 月度轮值: which days are covered, who has done their duty, who is still to come and who is
// missing; changes that wait for the county and those not applied.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/duty/month_view.h"
#include "app/rules/rotation_list.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/roster_pieces.h"

namespace studio {

class RotationScreen : public Screen {
 public:
  RotationScreen(ScreenParts parts, KeySession session);

  std::string_view Tag() const override { return "rotation"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  // rotation_screen.cpp
  bool DrawTop(Frame& frame, Rect& area);
  void Step(int by);
  void DrawTabs(Frame& frame, Rect row);
  void DrawCalendar(Frame& frame, Rect area);
  // What the month as a whole wants somebody to know, as pills.
  struct Mark {
    std::string words;
    std::string_view icon;
    Tone tone = Tone::kSand;
  };
  std::vector<Mark> Marks() const;
  float MarksWidth(const Frame& frame) const;
  void DrawMarks(Frame& frame, Rect row);
  void DrawRefused(Frame& frame, Rect area);
  RotationRule Rule() const;
  bool ByPlatform() const;
  // rotation_panel.cpp
  void DrawPanel(Frame& frame, Rect area);
  void DrawPanelHead(Frame& frame, Rect& inside);
  void DrawCounts(Frame& frame, Rect& inside);
  void DrawGroups(Frame& frame, Rect inside);
  void DrawMembers(Frame& frame, const Rect& inside);
  void DrawPlatforms(Frame& frame, const Rect& inside);
  // `names`: the width that names take; 0: days stand under the name.
  void DrawMember(Frame& frame, Rect row, const ListedMember& listed, float names);
  std::string GroupName(const std::optional<std::string>& group) const;

  ScreenParts parts_;
  KeySession session_;
  std::shared_ptr<MonthView> view_;  // pages of one day share it
  bool list_tab_ = false;            // where both have no room: the list, not the calendar
  bool marks_above_ = false;         // beside the month's name, not under the calendar
  bool choosing_group_ = false;
  std::optional<std::string> group_;  // whose members are listed; nullopt: all
  ScrollState list_, groups_, refused_;
};

}  // namespace studio
