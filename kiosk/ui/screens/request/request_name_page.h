// Where a name is written, the sender's or those of representatives. Lies over the page that asks
// for it, and goes back there.
#pragma once

#include "app/request/request_flow.h"
#include "app/saying/keyboard.h"
#include "ui/kit/frame.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class RequestNamePage {
 public:
  enum class Whose { kSender, kRepresentatives };

  RequestNamePage(const WaysOfSaying& ways, RequestFlow& flow);

  // Whose name is written, here and, by a keyboard on the desk, on the page below.
  Whose whose() const { return whose_; }
  void SetWhose(Whose whose) { whose_ = whose; }
  TextDraft& Draft() const;

  bool open() const { return open_; }
  void Open(Whose whose, WritingMode as_before);  // how they wrote until now
  void Close() { open_ = false; }
  void Draw(Frame& frame, Rect area);

 private:
  void DrawRepresentatives(Frame& frame, const Rect& row);
  void DrawInkRow(Frame& frame, Rect row);

  RequestFlow& flow_;
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState text_area_;
  Whose whose_ = Whose::kSender;
  bool open_ = false;
};

}  // namespace studio
