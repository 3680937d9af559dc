// 工作制度: a list, and each in full.
#pragma once

#include <string>

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class RulesScreen : public Screen {
 public:
  explicit RulesScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "rules"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  void DrawList(Frame& frame, const Rect& area);

  ScreenParts parts_;
  ScrollState scroll_;
  ArticleState read_;
  std::string open_;  // id of the one being read; empty: the list
};

}  // namespace studio
