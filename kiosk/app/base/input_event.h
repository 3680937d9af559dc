// What a person does to the machine, as plain values: made from SDL's events by platform/window
// and by scripts and tests, taken by ui/host/ui_host.
#pragma once

#include <cstdint>
#include <string>

namespace studio {

enum class Key {
  kNone,
  kBackspace,
  kDelete,
  kEnter,
  kEscape,
  kTab,
  kBackTab,  // with Shift
  kLeft,
  kRight,
  kUp,
  kDown,
  kF12,
  kOther  // one that types nothing and is none of these
};

struct InputEvent {
  enum class Kind {
    kDown,    // a finger (or the mouse button) came down at x,y
    kMove,    // it moved to x,y
    kUp,      // it left the glass at x,y
    kCancel,  // the touch was taken away (window lost focus)
    kText,    // text, UTF-8, from a physical keyboard or an input method's commit
    kKey,
    kExposed,  // the picture was lost: draw again
    kQuit,
  };

  Kind kind = Kind::kExposed;
  float x = 0, y = 0;  // pixels of the drawing
  Key key = Key::kNone;
  std::string text;
  bool again = false;  // of a key that is held down
  // When it happened, at the earliest; monotonic ms, -1: when the frame is drawn that takes it.
  std::int64_t came_ms = -1;
};

inline InputEvent EventAt(InputEvent::Kind kind, float x, float y) {
  InputEvent event;
  event.kind = kind;
  event.x = x;
  event.y = y;
  return event;
}

}  // namespace studio
