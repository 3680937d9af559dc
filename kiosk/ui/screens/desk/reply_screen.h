// A member answers a request: who sees to it, the words for its sender, by when, and whether they
// are called back.
#pragma once

#include "app/desk/reply_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class ReplyScreen : public Screen {
 public:
  ReplyScreen(ScreenParts parts, const KeySession& session, const DeskRequest& request);

  std::string_view Tag() const override { return "reply"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Editing { kNothing, kWay, kWords, kDue };

  void DrawForm(Frame& frame, Rect area);
  void DrawRow(Frame& frame, const Rect& rect, int row);
  void DrawWays(Frame& frame, Rect area);
  void DrawWords(Frame& frame, const Rect& area);
  void DrawDue(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  void Edit(Editing editing);

  ScreenParts parts_;
  ReplyFlow flow_;
  Editing editing_ = Editing::kNothing;
  LeaveAsking leave_;
  WordsPage words_page_;
  ScrollState form_scroll_, list_scroll_;
};

}  // namespace studio
