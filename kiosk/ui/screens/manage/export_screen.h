// 导出: the month onto a stick, to print, to work on or for members' phones.
#pragma once

#include <memory>
#include <optional>

#include "app/checkin/key_session.h"
#include "app/tables/export_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class ExportScreen : public Screen {
 public:
  ExportScreen(ScreenParts parts, const KeySession& session, std::shared_ptr<MonthView> view);

  std::string_view Tag() const override { return "export"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawPlaces(Frame& frame, Rect& area);
  void DrawForms(Frame& frame, Rect area);
  void DrawOutcome(Frame& frame, const Rect& area);

  ScreenParts parts_;
  std::shared_ptr<MonthView> view_;
  std::optional<ExportFlow> flow_;  // none where the machine has no way to sticks
};

}  // namespace studio
