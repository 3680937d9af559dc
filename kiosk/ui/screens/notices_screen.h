// The county's notices: a list, and one in full.
#pragma once

#include <optional>
#include <string>

#include "ui/paged_list.h"
#include "ui/screen.h"
#include "ui/screens/screen_parts.h"

namespace studio {

class NoticesScreen : public Screen {
 public:
  explicit NoticesScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "notices"; }
  void Draw(Frame& frame) override;

 private:
  void DrawList(Frame& frame, const Rect& area);
  void DrawOne(Frame& frame, Rect area, const Notice& notice);

  ScreenParts parts_;
  ScrollState scroll_;
  std::string open_;  // id of the one being read; empty: the list
};

}  // namespace studio
