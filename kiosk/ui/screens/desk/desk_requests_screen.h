// 群众诉求: what members may read of what was filed here, picked by village, category and how long
// it waits, or found by name and telephone for who lost a slip.
#pragma once

#include <memory>

#include "app/desk/requests_flow.h"
#include "app/saying/keyboard.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class DeskRequestsScreen : public Screen {
 public:
  DeskRequestsScreen(ScreenParts parts, std::shared_ptr<RequestsFlow> flow);

  std::string_view Tag() const override { return "desk-requests"; }
  void OnEnter() override { flow_->Read(); }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  enum class Picking { kNothing, kVillage, kCategory, kWaiting, kSlip };

  void DrawRequests(Frame& frame, Rect area);
  void DrawPicks(Frame& frame, Rect& area);
  void DrawPicking(Frame& frame, Rect area);
  void DrawLookingFor(Frame& frame, Rect area);
  void Pick(Picking picking);

  ScreenParts parts_;
  std::shared_ptr<RequestsFlow> flow_;
  Picking picking_ = Picking::kNothing;
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState text_area_;
  ScrollState list_scroll_, pick_scroll_;
};

}  // namespace studio
