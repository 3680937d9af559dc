// One of 待审核: what it says, and the manager's word on it.
#pragma once

#include "ui/host/screen.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

class ReviewDeedScreen : public Screen {
 public:
  // The flow opens the deed.
  ReviewDeedScreen(ScreenParts parts, YearFlowPtr flow, Deed deed)
      : parts_(parts), flow_(std::move(flow)), deed_(std::move(deed)) {}

  std::string_view Tag() const override { return "review-deed"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  bool IsOpen() const;  // nobody has spoken of it yet
  void DrawWords(Frame& frame, Rect area);

  ScreenParts parts_;
  YearFlowPtr flow_;
  Deed deed_;
  ArticleState article_;
};

}  // namespace studio
