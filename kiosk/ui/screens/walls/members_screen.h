// 委员风采: the members who serve here, each with photo, introduction and honours; and all honours.
#pragma once

#include <string>

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class MembersScreen : public Screen {
 public:
  explicit MembersScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "members"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  enum class Page { kMembers, kMember, kHonours, kHonour };

  void Back();
  void DrawFooter(Frame& frame, Rect& area);
  void DrawMembers(Frame& frame, const Rect& area);
  void DrawMember(Frame& frame, Rect card, const Member& member, int index);
  // members_honours.cpp
  void DrawOneMember(Frame& frame, const Rect& area, const Member& member, int index);
  void DrawHonours(Frame& frame, Rect area);
  void DrawHonour(Frame& frame, Rect card, const Honour& honour);
  void DrawOneHonour(Frame& frame, const Rect& area, const Honour& honour);
  std::string WhoseOf(const Honour& honour) const;  // "示例甲 委员", "本工作室"; empty: not known
  std::string Today(const Frame& frame) const;

  ScreenParts parts_;
  Page page_ = Page::kMembers;
  std::string open_;  // id of the member or honour being read
  ScrollState members_scroll_, honours_scroll_;
  ArticleState read_;
};

}  // namespace studio
