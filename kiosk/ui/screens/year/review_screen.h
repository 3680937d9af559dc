// 待审核: what members wrote up here and nobody has spoken of yet; one by one, or many alike.
#pragma once

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class ReviewScreen : public Screen {
 public:
  ReviewScreen(ScreenParts parts, YearFlowPtr flow) : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "review"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  std::vector<const Deed*> InOrder() const;
  void DrawChips(Frame& frame, Rect& area, std::size_t open);
  void DrawRows(Frame& frame, const Rect& area, const std::vector<const Deed*>& waiting);
  bool DrawRow(Frame& frame, Rect row, const Deed& deed);
  void DrawEnds(Frame& frame, const Rect& ends);

  ScreenParts parts_;
  YearFlowPtr flow_;
  ScrollState scroll_;
  bool by_sector_ = false;
};

}  // namespace studio
