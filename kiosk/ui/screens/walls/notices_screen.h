// 公告: the monthly notice (公示) first, then the county's notices; each opens in full.
#pragma once

#include <string>

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class NoticesScreen : public Screen {
 public:
  explicit NoticesScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "notices"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  enum class Page { kList, kNotice, kTally };

  void DrawFooter(Frame& frame, Rect& area);
  void DrawList(Frame& frame, const Rect& area);
  void DrawEntry(Frame& frame, Rect card, const Notice& notice);
  void DrawTallyEntry(Frame& frame, const Rect& card);
  void DrawOne(Frame& frame, const Rect& area, const Notice& notice);
  void DrawTally(Frame& frame, Rect area);
  void DrawMonths(Frame& frame, const Rect& row);
  std::string Today(const Frame& frame) const;

  ScreenParts parts_;
  ScrollState scroll_;
  ArticleState read_;
  Page page_ = Page::kList;
  std::string open_;       // id of the notice being read
  std::size_t month_ = 0;  // of the tallies, newest first
};

}  // namespace studio
