// 参与协商: the topics, those that take opinions first. Holds the ballots of this visit, which end
// with it: going home takes this page off.
#pragma once

#include "app/topics/topic_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class TopicsScreen : public Screen {
 public:
  explicit TopicsScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "topics"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  std::vector<const Topic*> InOrder(const std::string& today) const;
  void DrawTopic(Frame& frame, Rect card, const Topic& topic, const std::string& today);

  ScreenParts parts_;
  VisitBallots ballots_;
  ScrollState scroll_;
};

}  // namespace studio
