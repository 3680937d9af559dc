// 本工作室: what it as a whole owes and has done, and in which months.
#pragma once

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class StudioScreen : public Screen {
 public:
  StudioScreen(ScreenParts parts, YearFlowPtr flow) : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "studio"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawDoors(Frame& frame, Rect& area);
  void DrawQuotas(Frame& frame, Rect area);
  void DrawMonths(Frame& frame, Rect card);

  ScreenParts parts_;
  YearFlowPtr flow_;
  ScrollState scroll_;
};

}  // namespace studio
