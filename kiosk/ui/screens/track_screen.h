// 查进度: number, code, and then the course of the request, with the way to withdraw it.
#pragma once

#include "app/track_flow.h"
#include "ui/screen.h"
#include "ui/screens/screen_parts.h"

namespace studio {

class TrackScreen : public Screen {
 public:
  explicit TrackScreen(ScreenParts parts) : parts_(parts), flow_(parts.requests, parts.clock) {}

  std::string_view Tag() const override { return "track"; }
  void Draw(Frame& frame) override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }

 private:
  void DrawAsk(Frame& frame, Rect area);
  void DrawFound(Frame& frame, Rect area);
  void DrawFoundFooter(Frame& frame, Rect footer);

  ScreenParts parts_;
  TrackFlow flow_;
  bool asking_withdraw_ = false;
};

}  // namespace studio
