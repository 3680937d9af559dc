// 微心愿: the wall, without a name of anybody who wishes.
#pragma once

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class WishesScreen : public Screen {
 public:
  explicit WishesScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "wishes"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  void DrawFooter(Frame& frame, Rect& area);
  void DrawWish(Frame& frame, Rect card, const Wish& wish);

  ScreenParts parts_;
  ScrollState scroll_;
};

}  // namespace studio
