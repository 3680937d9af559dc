// 我的履职: a member's own page behind their card and PIN. What it shows is theirs, and goes with
// it.
#pragma once

#include <memory>

#include "app/desk/desk_flow.h"
#include "app/desk/requests_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class DeskScreen : public Screen {
 public:
  DeskScreen(ScreenParts parts, const KeySession& session);

  std::string_view Tag() const override { return "desk"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawWho(Frame& frame, Rect card);
  void DrawWriteup(Frame& frame, Rect card);
  void DrawRequestsDoor(Frame& frame, const Rect& rect);
  void DrawTrouble(Frame& frame, Rect area);
  void DrawOwed(Frame& frame, Rect area);
  void DrawPoints(Frame& frame, Rect card);

  ScreenParts parts_;
  DeskFlow flow_;
  std::shared_ptr<RequestsFlow> requests_;
  ScrollState owed_scroll_;
  bool writing_ = false;  // somebody went to write something up
};

}  // namespace studio
