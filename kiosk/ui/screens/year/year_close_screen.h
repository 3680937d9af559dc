// 封账: what somebody should have seen before they stand by a year, and what was said of one that
// is closed.
#pragma once

#include "ui/host/screen.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class YearCloseScreen : public Screen {
 public:
  YearCloseScreen(ScreenParts parts, YearFlowPtr flow) : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "year-close"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawOpen(Frame& frame, Rect area);
  void DrawClosed(Frame& frame, Rect area);

  ScreenParts parts_;
  YearFlowPtr flow_;
};

}  // namespace studio
