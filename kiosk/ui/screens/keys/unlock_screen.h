// The card, then its PIN; what is behind it opens with both: the management, a member's desk.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "app/checkin/unlock_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/keys/code_camera.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

struct UnlockLook {
  std::string_view tag, title;
  UnlockFor whom = UnlockFor::kMembers;
};

class UnlockScreen : public Screen {
 public:
  using Opens = std::function<std::unique_ptr<Screen>(const ScreenParts&, const KeySession&)>;

  UnlockScreen(ScreenParts parts, const UnlockLook& look, Opens opens);

  std::string_view Tag() const override { return look_.tag; }
  void Draw(Frame& frame) override;
  bool OnCode(const ScannedCode& code) override;

 private:
  void DrawBadge(Frame& frame, Rect area);
  void DrawPin(Frame& frame, Rect area);

  ScreenParts parts_;
  UnlockLook look_;
  Opens opens_;
  UnlockFlow flow_;
  CodeCamera camera_;
};

}  // namespace studio
