// One topic, all that is known of it, and the way to say something.
#pragma once

#include <string>

#include "app/topics/visit_ballots.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class TopicScreen : public Screen {
 public:
  // `ballots` are of the page below, which outlives this one.
  TopicScreen(ScreenParts parts, std::string topic, VisitBallots& ballots)
      : parts_(parts), topic_(std::move(topic)), ballots_(ballots) {}

  std::string_view Tag() const override { return "topic"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  void DrawFooter(Frame& frame, Rect& area, const Topic& topic, const std::string& today);
  Article ArticleOf(const Topic& topic, const std::string& today, const Moment& now) const;
  bool SaidBefore() const;

  ScreenParts parts_;
  std::string topic_;  // id
  VisitBallots& ballots_;
  ArticleState read_;
};

}  // namespace studio
