// Wishes at a member's desk: those they took on, to be said granted, and those that nobody has.
#pragma once

#include <utility>
#include <vector>

#include "app/request/helper_asking.h"
#include "app/wishes/wish_tending.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class DeskWishesScreen : public Screen {
 public:
  DeskWishesScreen(ScreenParts parts, Helper member) : parts_(parts), member_(std::move(member)) {}

  std::string_view Tag() const override { return "desk-wishes"; }
  void Draw(Frame& frame) override;

 private:
  struct Row {
    const Wish* wish;
    WishOnWall wall;
    bool theirs;  // they claimed it
  };
  std::vector<Row> Rows() const;

  ScreenParts parts_;
  Helper member_;
  ScrollState scroll_;
};

}  // namespace studio
