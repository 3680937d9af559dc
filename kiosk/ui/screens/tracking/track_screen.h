// 查进度: number and code, or the slip's QR; then the course, the replies, and the ways to withdraw
// it, to rate how it was handled and to say whether a wish came.
#pragma once

#include "app/tracking/track_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/keys/code_camera.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class TrackScreen : public Screen {
 public:
  // scanned: what a hand scanner read already.
  explicit TrackScreen(ScreenParts parts, const std::vector<std::string>& scanned = {});

  std::string_view Tag() const override { return "track"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override;
  Patience TimeOut() const override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }
  void OnCases(const std::vector<std::string>& numbers) override { flow_.OnCases(numbers); }

 private:
  // track_screen.cpp
  void GoBack();
  void DrawAsk(Frame& frame, Rect area);
  void DrawLost(Frame& frame, Rect area);  // track_lost.cpp
  void DrawField(Frame& frame, Rect& area, bool number);
  void DrawShow(Frame& frame, Rect area);
  void DrawAsking(Frame& frame, Rect area);
  // track_nowhere.cpp
  void DrawNowhere(Frame& frame, Rect area);
  // track_found.cpp
  void DrawFound(Frame& frame, Rect area);
  void DrawFoundFooter(Frame& frame, Rect footer);
  void DrawTold(Frame& frame, Rect& area, const std::string& under);
  void DrawAsOf(Frame& frame, Rect& area);
  void DrawReplyCard(Frame& frame, Rect card);
  void Rate();
  // track_wish.cpp
  void DrawWhetherCame(Frame& frame, Rect area);
  // track_reply.cpp
  void DrawReply(Frame& frame, Rect area);

  ScreenParts parts_;
  TrackFlow flow_;
  CodeCamera camera_;
  bool asking_withdraw_ = false;
  ScrollState course_scroll_{1e6f};  // the newest at first
  bool reading_ = false;             // the replies
  bool asking_wish_ = false;         // whether it came
  std::size_t reply_ = 0, reply_page_ = 0;
};

}  // namespace studio
