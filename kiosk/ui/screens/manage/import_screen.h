// 导入: a table from a stick, what it would change, and the change.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/tables/import_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class ImportScreen : public Screen {
 public:
  ImportScreen(ScreenParts parts, std::shared_ptr<MonthView> view, ManagerSession session);

  std::string_view Tag() const override { return "import"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  // One line of the preview.
  struct Row {
    std::string_view icon;
    bool wrong = false;
    std::string text;
  };

  void DrawChoose(Frame& frame, Rect area);
  void DrawTables(Frame& frame, const Rect& area);
  void DrawPreview(Frame& frame, Rect area);
  void DrawCounts(Frame& frame, Rect& area);
  void DrawRow(Frame& frame, Rect rect, const Row& row);
  void DrawDone(Frame& frame, Rect area);
  std::string Trouble() const;  // at the choice; empty: none
  void ListRows();

  ScreenParts parts_;
  std::shared_ptr<MonthView> view_;
  std::optional<ImportFlow> flow_;  // none where the machine has no way to sticks
  std::vector<Row> rows_;           // of the preview, made once
  ScrollState scroll_;
};

}  // namespace studio
