// 有委员帮我填: the row on a page that checks what was said, and the page on which the member who
// helps shows their badge.
#pragma once

#include <optional>

#include "app/request/helper_asking.h"
#include "ui/screens/keys/card_page.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class HelperPage {
 public:
  explicit HelperPage(const ScreenParts& parts);

  // Nothing to show: nobody helped, and nobody is here who could.
  bool Offers(const Frame& frame, const Helper& now) const;
  float RowHeight(const Frame& frame, float width, const Helper& now) const;
  // What is to be from now on, where it was changed: nobody. The badge is asked for by the page.
  std::optional<Helper> DrawRow(Frame& frame, const Rect& place, const Helper& now);

  bool open() const { return open_; }
  // What a hand scanner read, while it is open. False: no code for this.
  bool OnCode(const ScannedCode& code) { return open_ && card_page_.OnCode(code); }
  void Close();
  // Instead of the page below. A member who is here, once they have shown their badge.
  std::optional<Helper> Draw(Frame& frame, Rect area);
  // Before anything else of it is drawn.
  void Begin(Frame& frame) { card_page_.Begin(frame); }

 private:
  const KioskState& state_;
  HelperAsking asking_;
  CardPage card_page_;
  bool open_ = false;
};

}  // namespace studio
