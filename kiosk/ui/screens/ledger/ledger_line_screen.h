// One line of the ledger, whole, and what was made of it.
#pragma once

#include <memory>

#include "app/desk/ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class LedgerLineScreen : public Screen {
 public:
  LedgerLineScreen(ScreenParts parts, std::shared_ptr<LedgerFlow> flow, const Uuid& record)
      : parts_(parts), flow_(std::move(flow)), record_(record) {}

  std::string_view Tag() const override { return "ledger-line"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawMade(Frame& frame, Rect& area, const DeskLine& line);

  ScreenParts parts_;
  std::shared_ptr<LedgerFlow> flow_;
  Uuid record_;
  std::size_t page_ = 0;
};

}  // namespace studio
