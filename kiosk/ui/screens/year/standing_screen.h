// One member as the manager sees them: who they are, what they owe by when, and the way to their
// points.
#pragma once

#include "app/desk/desk_store.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class StandingScreen : public Screen {
 public:
  StandingScreen(ScreenParts parts, Member member, AccountPtr account)
      : parts_(parts), member_(std::move(member)), account_(std::move(account)) {}

  std::string_view Tag() const override { return "standing"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawOwed(Frame& frame, const Rect& area);

  ScreenParts parts_;
  Member member_;
  AccountPtr account_;
  ScrollState scroll_;
};

}  // namespace studio
