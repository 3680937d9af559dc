// One line of the manager's ledger, whole; crossed off from here, or taken back onto it.
#pragma once

#include <memory>

#include "app/desk/studio_ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class StudioLineScreen : public Screen {
 public:
  StudioLineScreen(ScreenParts parts, std::shared_ptr<StudioLedgerFlow> flow, const Uuid& record)
      : parts_(parts), flow_(std::move(flow)), record_(record) {}

  std::string_view Tag() const override { return "studio-line"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawChange(Frame& frame, const Rect& rect, const StudioLine& line);

  ScreenParts parts_;
  std::shared_ptr<StudioLedgerFlow> flow_;
  Uuid record_;
  std::size_t page_ = 0;
};

}  // namespace studio
