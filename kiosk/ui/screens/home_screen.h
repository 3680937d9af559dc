// Home: what this place is, who is here today, and the few large things one can do. When nobody
// touches it for a while it shows the notices in turn; a touch brings it back.
#pragma once

#include "ui/screen.h"
#include "ui/screens/screen_parts.h"

namespace studio {

class HomeScreen : public Screen {
 public:
  explicit HomeScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "home"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kNever; }

 private:
  bool Idle(const Frame& frame);
  void DrawNoticesInTurn(Frame& frame);
  void DrawTall(Frame& frame);
  void DrawWide(Frame& frame);
  void DrawSign(Frame& frame, Rect row);
  void DrawDuty(Frame& frame, const Rect& card);
  void DrawReport(Frame& frame, const Rect& rect);
  void DrawTrack(Frame& frame, const Rect& rect);
  void DrawRoster(Frame& frame, const Rect& rect);
  void DrawNotices(Frame& frame, const Rect& rect);
  void DrawMembers(Frame& frame, const Rect& rect);
  void DrawLink(Frame& frame, float x, float y);
  void DrawModes(Frame& frame, Rect row);

  ScreenParts parts_;
  std::int64_t touched_ms_ = -1;  // monotonic
};

}  // namespace studio
