// One wish: how far it has come, the way to one of one's own, and a member's quiet way to tend it.
#pragma once

#include <string>

#include "app/wishes/wish_tending.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class WishScreen : public Screen {
 public:
  WishScreen(ScreenParts parts, std::string wish) : parts_(parts), wish_(std::move(wish)) {}

  std::string_view Tag() const override { return "wish"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  void DrawFooter(Frame& frame, Rect& area, const Wish& wish, const WishOnWall& wall);
  Article ArticleOf(const Wish& wish, const WishOnWall& wall, const std::string& today) const;

  ScreenParts parts_;
  std::string wish_;  // id
  ArticleState read_;
};

}  // namespace studio
