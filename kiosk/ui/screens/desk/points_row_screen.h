// Why one thing gave so many points: what was done, the rule in words, the arithmetic.
#pragma once

#include "app/desk/desk_store.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class PointsRowScreen : public Screen {
 public:
  PointsRowScreen(ScreenParts parts, AccountPtr account, const PointsRow& row);

  std::string_view Tag() const override { return "desk-row"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  AccountPtr account_;
  const PointsRow& row_;  // of the account
  ArticleState read_;
};

}  // namespace studio
