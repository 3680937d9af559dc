// Where the words of a row are written at a member's desk, by every way of writing.
#pragma once

#include <functional>
#include <string_view>

#include "app/saying/keyboard.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

struct WordsAsked {
  std::string_view question, placeholder;
  bool lines = true;        // more than one
  std::string_view note{};  // under what is written
  // Called every two seconds: what is written outlives a power cut, but for the last moment.
  std::function<void()> keep{};
};

class WordsPage {
 public:
  explicit WordsPage(const WaysOfSaying& ways, WrittenThing thing = WrittenThing::kWords)
      : keyboard_(ways, WritingMode::kInk, thing) {}

  // For another text; what is unfinished is dropped.
  void Restart();
  // True: they are done, and nothing on the keyboard is unfinished.
  bool Draw(Frame& frame, const Rect& area, TextDraft& words, const WordsAsked& asked);

 private:
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState text_area_;
  std::int64_t kept_ms_ = 0;  // monotonic
};

}  // namespace studio
