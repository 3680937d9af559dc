// 管理: the manager's hub behind the unlocking. Everything a manager does begins here, and each
// tile says what is so now. Leaving it ends the session.
#pragma once

#include "app/checkin/key_session.h"
#include "app/station/health.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class HubScreen : public Screen {
 public:
  HubScreen(ScreenParts parts, KeySession session);

  std::string_view Tag() const override { return "hub"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawTiles(Frame& frame, const Rect& area);

  ScreenParts parts_;
  KeySession session_;
  YearFlowPtr year_;
  bool been_here_ = false;
};

// What the machine has attached, as its ways of saying tell.
Devices DevicesOf(const ScreenParts& parts);

}  // namespace studio
