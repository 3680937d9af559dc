// Scripts drive the real screens by what a person sees. One command a line, "#" starts a comment:
//   tap LABEL [N]            the Nth thing so labelled (the first where N is left out), waited for
//                            up to 5 seconds, and until a tap on it counts (shown_targets.h);
//                            "LABEL" in quotes: exactly so, no longer one and no text beside it
//   tap-at X Y               at once, whether it counts or not
//   type TEXT                as from a physical keyboard
//   keys KEYS                each character of it is a key of the on-screen keyboard, tapped in
//                            turn: "keys cunkoude", of strokes "keys hspnz"
//   key NAME                 a key of a physical keyboard: Tab, Shift-Tab, Left, Right, Up, Down,
//                            Enter, Space, Backspace or Escape
//   reach LABEL [N]          moves the ring (press/key_ring.h) until it stands around that target,
//                            found as in tap: by Tab, or with one switch by the program's clock;
//                            the first key press is part of it. Then waits until pressing it counts
//   ink X,Y X,Y ...          one stroke on the pad, 0 to 1000 across it (shared/record/ink.h)
//   scan TEXT                as a hand scanner types a code: at once, Enter at the end
//   camera PATH              holds that picture or video before the camera; "none" pulls it out
//   wait-for TEXT [SECONDS]  up to 10 real seconds, or as many as said
//   expect TEXT / absent TEXT
//   print                    all visible text to the output, flushed
//   advance SECONDS          moves the program's clock
//   shot NAME                NAME.png in the shots folder
//   quit
// Mistakes in the script are found before anything runs.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/input_event.h"
#include "shared/base/result.h"
#include "shared/record/ink.h"
#include "ui/kit/screen_text.h"

namespace studio {

struct ScriptCommand {
  enum class Verb {
    kTap,
    kTapAt,
    kType,
    kScan,
    kKeys,
    kKey,
    kReach,
    kInk,
    kCamera,
    kWaitFor,
    kExpect,
    kAbsent,
    kPrint,
    kAdvance,
    kShot,
    kQuit
  };
  Verb verb = Verb::kQuit;
  int line = 0;          // from 1
  std::string text;      // label, text, keys, path or name
  Key key = Key::kNone;  // none: the space bar
  std::string longer;    // with the trailing number, where there is one: a label may end in digits
  int nth = 1;
  bool exact = false;  // the label was quoted
  double x = 0, y = 0, seconds = 0;
  InkStroke stroke;
};

// kInvalid: every mistake with its line number, one a line.
Result<std::list<ScriptCommand>> ParseScript(std::string_view text);

// Pixels of the drawing.
struct ScriptPoint {
  float x = 0, y = 0;
};

// What a script is run on.
class ScriptTarget {
 public:
  virtual ~ScriptTarget() = default;
  virtual void Tap(float x, float y) = 0;  // down and up; the answer is on the screen afterwards
  // Down at the first point, over the others, up at the last.
  virtual void Drag(const std::vector<ScriptPoint>& points) = 0;
  virtual void Type(std::string_view text) = 0;
  virtual void Press(Key key) = 0;  // of a physical keyboard
  // Until what was typed has reached the page or was found to be a code.
  virtual void Rest() {}
  // Runs what came from other threads and draws if needed; waits up to wait_ms for something.
  virtual void Pump(int wait_ms) = 0;
  virtual void Advance(double seconds) = 0;
  // The program's clock is moved on to that monotonic time, where it is not yet later.
  virtual void WaitUntil(std::int64_t monotonic_ms) = 0;
  virtual Result<bool> Shot(const std::string& name) = 0;
  virtual void Print(std::string_view text) = 0;
  virtual const ScreenText& Screen() const = 0;
  // The file that the camera sees from now on, or "none". kInvalid where there is no such file or
  // no such camera.
  virtual Result<bool> HoldUp(const std::string& /*what*/) {
    return Fail(ErrorKind::kInvalid, "there is no camera here");
  }
};

struct ScriptOutcome {
  bool ok = true;
  int line = 0;         // of the line that failed
  std::string message;  // why, and everything that was on the screen; English around it
};

// Each command is let go once it has run: what a script typed is not to be found in the program's
// memory for longer than what a person typed.
ScriptOutcome RunScript(std::list<ScriptCommand> commands, ScriptTarget& target);

}  // namespace studio
