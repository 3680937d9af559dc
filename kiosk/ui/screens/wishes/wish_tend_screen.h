// A member takes a wish on, or says that it is granted: the card, a look, and done.
#pragma once

#include <utility>

#include "app/wishes/wish_tending.h"
#include "ui/host/screen.h"
#include "ui/screens/keys/card_page.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class WishTendScreen : public Screen {
 public:
  // `known`: at that member's desk, where it leads back to.
  WishTendScreen(ScreenParts parts, const Wish& wish, WishAct act, Helper known = {})
      : parts_(parts),
        tending_(parts.wishes, parts.duty, parts.state, parts.clock, wish, act, std::move(known)),
        card_page_(parts.ways, tending_.card()) {}

  std::string_view Tag() const override { return "wish-tend"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override {
    return tending_.step() == TendStep::kCard && card_page_.OnCode(code);
  }
  Patience TimeOut() const override;

 private:
  bool Claims() const { return tending_.act() == WishAct::kClaim; }
  void DrawCardPage(Frame& frame, Rect area);
  void DrawCheck(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  void DrawWish(Frame& frame, const Rect& area);
  void ToWall();

  ScreenParts parts_;
  WishTending tending_;
  CardPage card_page_;
};

}  // namespace studio
