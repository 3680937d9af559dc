// What is to be written up: the kinds that the mechanism has.
#pragma once

#include "app/checkin/key_session.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class WriteupKindsScreen : public Screen {
 public:
  WriteupKindsScreen(ScreenParts parts, KeySession session)
      : parts_(parts), session_(std::move(session)) {}

  std::string_view Tag() const override { return "writeup-kinds"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  KeySession session_;
  ScrollState scroll_;
};

}  // namespace studio
