// Hand scanners that type. Everything that is typed passes here before any page sees it: what may
// be a code is held back until it is one or is none, so that a card's characters never enter a
// text, a PIN or a number.
//
// What begins as a card or a slip is a code however slowly it comes, from its fourth character on;
// until then it waits kStartPauseMs for the next. Anything else is one only at a speed that nobody
// types: a person's key waits kFastMs, two frames, and goes on. An end is Enter, Tab, a control
// character or a pause. What was typed slowly without a card's beginning is a person's: the rest of
// a card whose first characters got lost at a slow scanner's pace cannot be told from typing.
//
// Keeps nothing longer than a code takes, and wipes it. Main thread; times are monotonic.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "app/base/input_event.h"
#include "app/base/scanned_code.h"

namespace studio {

class ScannerInput {
 public:
  static constexpr std::size_t kFewest = 6, kMost = 2048;  // bytes of a code
  static constexpr int kFewestUnended = 12;                // keys of one that no key ends
  // A frame that is slow to draw holds up what was typed meanwhile, so the mean counts.
  static constexpr std::int64_t kMeanMs = 30, kFastMs = 35, kStartPauseMs = 150;
  static constexpr std::int64_t kCodePauseMs = 400;  // Bluetooth takes 60 ms a character
  static constexpr std::int64_t kSecondEndMs = 150, kLateEndMs = 700;
  ~ScannerInput();

  // What came since the last call, if anything; `on` gets what goes on to the page, in order.
  // Nothing is taken for a pause before two calls have seen nothing typed: what is typed while a
  // frame is drawn comes with the next.
  void Take(std::vector<InputEvent> events, std::int64_t now_ms, std::vector<InputEvent>& on);
  // One after the other, the oldest first.
  std::optional<ScannedCode> Code();
  bool Holds() const { return !held_.empty(); }
  // When it wants to be called though nothing happens; -1: not at all.
  std::int64_t NextCallAt() const;

 private:
  void TakeText(const std::string& text, bool again, std::int64_t now_ms,
                std::vector<InputEvent>& on);
  void TakeKey(const InputEvent& event, std::int64_t now_ms, std::vector<InputEvent>& on);
  void Weigh(std::vector<InputEvent>& on);
  void OnPause(std::int64_t now_ms, std::vector<InputEvent>& on);
  bool Fast(int keys_more) const;
  bool OneLetter() const;
  std::int64_t PauseMs() const;
  void End(std::int64_t no_end_until_ms);
  void Release(std::vector<InputEvent>& on);
  void Forget();

  std::string held_;    // as it came
  int keys_ = 0;        // text events it came in
  bool again_ = false;  // of a key held down, all of it
  std::int64_t began_ms_ = 0, last_ms_ = 0;
  CodeStart::Is start_ = CodeStart::Is::kNo;
  bool waited_ = false;                // a call has seen the pause
  std::int64_t no_end_until_ms_ = -1;  // an Enter or Tab before then ends what is over
  std::deque<ScannedCode> codes_;
};

}  // namespace studio
