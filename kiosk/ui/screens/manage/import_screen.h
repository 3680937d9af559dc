// 导入: a table from a stick, what it leaves open, what it would change, and the change.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/tables/import_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class ImportScreen : public Screen {
 public:
  ImportScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session);

  std::string_view Tag() const override { return "import"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  enum class Part { kAsked, kChanges, kTold };

  void DrawChoose(Frame& frame, Rect area);
  void DrawTables(Frame& frame, const Rect& area);
  void DrawPreview(Frame& frame, Rect area);
  void DrawParts(Frame& frame, Rect& area);
  void DrawForAll(Frame& frame, Rect row);
  void DrawQuestions(Frame& frame, const Rect& area);
  void DrawChanges(Frame& frame, const Rect& area);
  void DrawTold(Frame& frame, const Rect& area);
  void DrawDone(Frame& frame, Rect area);
  std::string Trouble() const;  // at the choice; empty: none

  ScreenParts parts_;
  std::shared_ptr<MonthView> view_;
  std::optional<ImportFlow> flow_;  // none where the machine has no way to sticks
  std::optional<Part> part_;        // of the preview; none: it has not been opened
  ScrollState scroll_, asked_scroll_, changes_scroll_, told_scroll_;
};

}  // namespace studio
