// A member answers a request: who sees to it, the words for its sender, by when, and whether they
// are called back.
#pragma once

#include "app/desk/reply_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class ReplyScreen : public Screen {
 public:
  // `resumed`: what was kept of it; null: a new one.
  ReplyScreen(ScreenParts parts, const KeySession& session, const DeskRequest& request,
              const MemberReplyDraft* resumed);

  std::string_view Tag() const override { return "reply"; }
  void OnLeave() override { flow_.Keep(); }
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
  WordsPage words_page_;
  ScrollState form_scroll_, list_scroll_;
  std::int64_t kept_ms_ = 0;  // monotonic
};

}  // namespace studio
