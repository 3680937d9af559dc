// Who is on duty on which day, from today on.
#pragma once

#include "ui/paged_list.h"
#include "ui/screen.h"
#include "ui/screens/screen_parts.h"

namespace studio {

class RosterScreen : public Screen {
 public:
  explicit RosterScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "roster"; }
  void Draw(Frame& frame) override;

 private:
  struct Day;
  void DrawDay(Frame& frame, Rect card, const Day& day);

  ScreenParts parts_;
  ScrollState scroll_;
};

}  // namespace studio
