// 我的班: the shifts to come in which a member has a place, and the way to ask for leave, a
// stand-in or a swap.
#pragma once

#include <memory>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/duty/month_view.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class OwnShiftsScreen : public Screen {
 public:
  OwnShiftsScreen(ScreenParts parts, KeySession session);

  std::string_view Tag() const override { return "own-shifts"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  struct OwnPlace {
    const Shift* shift = nullptr;
    std::string stands_in_for;  // member id; empty: the place is their own
  };
  std::vector<OwnPlace> Places() const;
  void DrawPlaces(Frame& frame, const Rect& area);

  ScreenParts parts_;
  KeySession session_;
  std::shared_ptr<MonthView> view_;
  ScrollState scroll_;
};

}  // namespace studio
