// One thing that a member owes: the rule in words, and what was done in each stretch of the year.
#pragma once

#include "app/desk/desk_store.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class OwedScreen : public Screen {
 public:
  // `owed` is of the account.
  OwedScreen(ScreenParts parts, AccountPtr account, const OwedNow& owed)
      : parts_(parts), account_(std::move(account)), owed_(owed) {}

  std::string_view Tag() const override { return "desk-owed"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  std::string Stretches() const;

  ScreenParts parts_;
  AccountPtr account_;
  OwedNow owed_;
  ArticleState read_;
};

}  // namespace studio
