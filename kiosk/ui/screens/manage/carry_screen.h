// U盘上传: what waits goes to the county on a stick, and its answer comes back the same way.
#pragma once

#include <optional>

#include "app/manage/carry_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class CarryScreen : public Screen {
 public:
  explicit CarryScreen(ScreenParts parts);

  std::string_view Tag() const override { return "carry"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  void DrawChoose(Frame& frame, Rect area);
  void DrawPlaces(Frame& frame, Rect& area);
  void DrawReplies(Frame& frame, Rect area);
  void DrawBusy(Frame& frame, const Rect& area);
  void DrawOutcome(Frame& frame, Rect area);

  ScreenParts parts_;
  std::optional<CarryFlow> flow_;  // none where the machine has no way to sticks
  ScrollState scroll_;
};

}  // namespace studio
