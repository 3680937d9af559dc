// 委员履职: who has done what, what is missing by when, who has done nothing yet this quarter.
#pragma once

#include "app/base/visit.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class StandingsScreen : public Screen {
 public:
  StandingsScreen(ScreenParts parts, YearFlowPtr flow);

  std::string_view Tag() const override { return "standings"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  enum class Shown { kAll, kOpen, kIdle };
  static bool Fits(const MemberStanding& standing, Shown shown);
  void DrawFilter(Frame& frame, Rect& area, const std::vector<MemberStanding>& all);
  void DrawRows(Frame& frame, const Rect& area, const std::vector<MemberStanding>& shown);
  void PrintReminder(const Frame& frame, const std::vector<MemberStanding>& all);

  ScreenParts parts_;
  YearFlowPtr flow_;
  ScrollState scroll_;
  Shown shown_ = Shown::kAll;
  std::string_view printing_;  // what the button says
  Visit visit_;                // last: ends before anything its completions touch
};

}  // namespace studio
