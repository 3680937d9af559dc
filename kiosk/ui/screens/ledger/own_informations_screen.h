// 我写的: what a member wrote or wrote with others, and how far it has come.
#pragma once

#include <memory>

#include "app/desk/ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class OwnInformationsScreen : public Screen {
 public:
  OwnInformationsScreen(ScreenParts parts, std::shared_ptr<LedgerFlow> flow)
      : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "own-informations"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  std::shared_ptr<LedgerFlow> flow_;
  ScrollState scroll_;
};

}  // namespace studio
