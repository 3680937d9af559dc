// A member's points of this year, by section.
#pragma once

#include "app/desk/desk_store.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class PointsScreen : public Screen {
 public:
  PointsScreen(ScreenParts parts, AccountPtr account)
      : parts_(parts), account_(std::move(account)) {}

  std::string_view Tag() const override { return "desk-points"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawTotal(Frame& frame, Rect card) const;
  void DrawSections(Frame& frame, const Rect& area);

  ScreenParts parts_;
  AccountPtr account_;
  ScrollState scroll_;
};

}  // namespace studio
