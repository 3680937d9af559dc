// 年度: everybody's points and grades, what the studio as a whole has done, and the way to closing.
#pragma once

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class YearScreen : public Screen {
 public:
  YearScreen(ScreenParts parts, YearFlowPtr flow) : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "year"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  bool DrawDoors(Frame& frame, Rect& area);
  void DrawSums(Frame& frame, Rect card);
  void DrawTable(Frame& frame, Rect card);
  void DrawRow(Frame& frame, Rect row, std::size_t index, int columns);
  void DrawCloseButton(Frame& frame, const Rect& rect);
  int ColumnsIn(const Frame& frame, float width) const;

  ScreenParts parts_;
  YearFlowPtr flow_;
  ScrollState scroll_;
};

}  // namespace studio
