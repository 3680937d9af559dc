// The page on which a member shows their card, to the camera or to the hand scanner.
#pragma once

#include "app/base/scanned_code.h"
#include "app/checkin/card_asking.h"
#include "app/saying/ways_of_saying.h"
#include "ui/screens/keys/code_camera.h"

namespace studio {

class CardPage {
 public:
  // Both outlive it.
  CardPage(const WaysOfSaying& ways, CardAsking& asking)
      : asking_(asking),
        camera_(ways, [this](const std::vector<std::string>& codes) { asking_.OnCodes(codes); }) {}

  // What a hand scanner read, while a card is wanted. False: no code for this.
  bool OnCode(const ScannedCode& code);
  // Before anything else of the page is drawn.
  void Begin(Frame& frame);
  // What is asked and seen, and below it what stood in the way, filling `area`.
  void Draw(Frame& frame, Rect area, const CodeCamera::Words& words);
  void Stop() { camera_.Stop(); }  // no card is wanted now

 private:
  CardAsking& asking_;
  CodeCamera camera_;
};

}  // namespace studio
