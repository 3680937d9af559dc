// 远程参加: a planned consultation that one takes part in by phone, as a code to scan.
#pragma once

#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class EventLinkScreen : public Screen {
 public:
  EventLinkScreen(ScreenParts parts, PlannedEvent event)
      : parts_(parts), event_(std::move(event)) {}

  std::string_view Tag() const override { return "event-link"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  PlannedEvent event_;
};

}  // namespace studio
