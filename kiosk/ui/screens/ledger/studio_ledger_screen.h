// 民意台账 for the manager: every line of this terminal by how it stands, overdue ones first; of
// what is for the county alone number and step.
#pragma once

#include <memory>

#include "app/desk/studio_ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class StudioLedgerScreen : public Screen {
 public:
  StudioLedgerScreen(ScreenParts parts, const KeySession& session);

  std::string_view Tag() const override { return "studio-ledger"; }
  void OnEnter() override { flow_->Read(); }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawFilters(Frame& frame, Rect& area);
  void DrawLines(Frame& frame, const Rect& area);

  ScreenParts parts_;
  std::shared_ptr<StudioLedgerFlow> flow_;
  ScrollState scroll_;
};

}  // namespace studio
