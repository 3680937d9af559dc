// 销号: how a line of the ledger ended, by one of a few outcomes and a sentence where there is more
// to say.
#pragma once

#include <memory>

#include "app/desk/line_closing_flow.h"
#include "app/desk/studio_ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class LineClosingScreen : public Screen {
 public:
  LineClosingScreen(ScreenParts parts, std::shared_ptr<StudioLedgerFlow> ledger,
                    const Uuid& record);

  std::string_view Tag() const override { return "line-closing"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  void DrawForm(Frame& frame, Rect area);
  void DrawWords(Frame& frame, const Rect& area);
  void DrawDone(Frame& frame, Rect area);
  void Write(bool writing);
  void Leave();

  ScreenParts parts_;
  std::shared_ptr<StudioLedgerFlow> ledger_;
  LineClosingFlow flow_;
  bool writing_ = false;
  LeaveAsking leaving_;
  WordsPage words_page_;
  ScrollState scroll_;
};

}  // namespace studio
