// 年度表格: the sheets of a year onto a stick or into a folder, to be printed and signed.
#pragma once

#include <optional>

#include "app/checkin/key_session.h"
#include "app/year/year_export_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class YearExportScreen : public Screen {
 public:
  YearExportScreen(ScreenParts parts, const KeySession& session, int year);

  std::string_view Tag() const override { return "year-export"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  void DrawChoose(Frame& frame, Rect area);
  void DrawFormAndPlace(Frame& frame, Rect& area);
  void DrawSheets(Frame& frame, const Rect& area);
  void DrawWriting(Frame& frame, Rect area);
  void DrawOutcome(Frame& frame, Rect area);

  ScreenParts parts_;
  std::optional<YearExportFlow> flow_;  // none where the machine has no way to sticks
  ScrollState scroll_{}, names_scroll_{};
};

}  // namespace studio
