// 上传情况: how the line is and why, what waits and since when, and what the county would not have,
// to be tried again.
#pragma once

#include <string>
#include <vector>

#include "app/manage/upload_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class UploadScreen : public Screen {
 public:
  explicit UploadScreen(ScreenParts parts);

  std::string_view Tag() const override { return "upload"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  bool DrawFooter(Frame& frame, Rect& area);  // true: back
  void DrawTabs(Frame& frame, Rect row);
  void DrawLine(Frame& frame, Rect area);
  void DrawFacts(Frame& frame, Rect area);
  void DrawSetAside(Frame& frame, Rect area);
  bool DrawItem(Frame& frame, Rect row, std::size_t index);
  float ItemHeight(const Frame& frame, float width) const;
  std::string ItemText(const Frame& frame, const SetAsideItem& item) const;
  std::int64_t SetAside() const;

  ScreenParts parts_;
  UploadFlow flow_;
  bool list_tab_ = false;  // where both have no room: the list, not the line
  ScrollState scroll_;
};

}  // namespace studio
