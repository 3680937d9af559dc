// A member's word on what another wrote up with them in it.
#pragma once

#include <memory>
#include <optional>

#include "app/desk/desk_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class CoauthorScreen : public Screen {
 public:
  CoauthorScreen(ScreenParts parts, std::shared_ptr<DeskFlow> flow, const Deed& deed)
      : parts_(parts), flow_(std::move(flow)), deed_(deed) {}

  std::string_view Tag() const override { return "coauthor"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawDone(Frame& frame, Rect area);

  ScreenParts parts_;
  std::shared_ptr<DeskFlow> flow_;
  Deed deed_;
  std::optional<bool> agrees_;  // what they said
};

}  // namespace studio
