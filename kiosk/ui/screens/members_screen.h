// The members who serve here: name, sector, activity group.
#pragma once

#include "ui/paged_list.h"
#include "ui/screen.h"
#include "ui/screens/screen_parts.h"

namespace studio {

class MembersScreen : public Screen {
 public:
  explicit MembersScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "members"; }
  void Draw(Frame& frame) override;

 private:
  void DrawMember(Frame& frame, Rect card, const Member& member, int index);

  ScreenParts parts_;
  ScrollState scroll_;
};

}  // namespace studio
