// 管理: the manager's badge, then the PIN; what is behind it opens with both.
#pragma once

#include "app/manage/unlock_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/code_camera.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class UnlockScreen : public Screen {
 public:
  explicit UnlockScreen(ScreenParts parts);

  std::string_view Tag() const override { return "unlock"; }
  void Draw(Frame& frame) override;
  bool OnCode(const ScannedCode& code) override;

 private:
  void DrawBadge(Frame& frame, Rect area);
  void DrawPin(Frame& frame, Rect area);

  ScreenParts parts_;
  UnlockFlow flow_;
  CodeCamera camera_;
};

}  // namespace studio
