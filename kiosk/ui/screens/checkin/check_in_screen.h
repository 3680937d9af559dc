// 委员签到: a badge before the camera or the hand scanner, the verdict in large type, whom a member
// stands in for, the last shift's words to read, and the way out, leaving some. The camera looks
// only while a code is wanted.
#pragma once

#include <string>

#include "app/checkin/check_in_flow.h"
#include "app/saying/keyboard.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/keys/code_camera.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class CheckInScreen : public Screen {
 public:
  // `code`: scanned already, empty: none.
  explicit CheckInScreen(ScreenParts parts, std::vector<std::string> codes = {});

  std::string_view Tag() const override { return "check_in"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  bool OnCode(const ScannedCode& code) override;
  Patience TimeOut() const override;

 private:
  // check_in_screen.cpp
  bool WantsCode() const;
  void DrawStep(Frame& frame, Rect area);
  void DrawRecording(Frame& frame, Rect area);
  // check_in_looking.cpp
  void DrawLooking(Frame& frame, Rect area);
  // check_in_verdict.cpp
  void DrawRefused(Frame& frame, Rect area);
  void DrawAsking(Frame& frame, Rect area);
  void DrawStandIn(Frame& frame, Rect area);
  void DrawArrived(Frame& frame, Rect area);
  // `below`: room that what follows takes, where the page has nothing else; negative: it fills it.
  Rect DrawVerdict(Frame& frame, Rect& area, float below = -1);
  void DrawVerdictAndAsk(Frame& frame, Rect area, std::string_view question);
  // Returns its height; only that where it is not to be drawn.
  float VerdictCard(Frame& frame, const Rect& place, bool draw);
  void DrawFlags(Frame& frame, Rect& area);
  // check_in_pin.cpp
  void DrawPin(Frame& frame, Rect area);
  void DrawHandoverPin(Frame& frame, Rect area);
  // check_in_handover.cpp
  void DrawHandover(Frame& frame, Rect area);
  void DrawLockedHandover(Frame& frame, Rect area);
  void DrawLeaving(Frame& frame, Rect area);
  void DrawItems(Frame& frame, Rect area);
  void DrawWriting(Frame& frame, Rect area);
  void OpenWriting();
  void DrawStopPage(Frame& frame, const Rect& area);

  ScreenParts parts_;
  CheckInFlow flow_;
  std::vector<std::string> codes_;  // scanned at home, until the page is there
  CodeCamera camera_;
  ScrollState scroll_;
  bool left_something_ = false;  // who goes was asked what the next ones should know
  bool writing_ = false;         // an item of the handover
  LeaveAsking leave_;            // where items would be lost
  std::string chosen_;           // what kind it is to be, once nothing stands in the way
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState note_area_;
};

}  // namespace studio
