// One frame: where a screen draws, what the person did since the last one, and what time it is.
// Lives for the call of Screen::Draw; nothing of it is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/base/input_event.h"
#include "app/base/scanned_code.h"
#include "ui/kit/rect.h"
#include "ui/kit/theme.h"

namespace studio {

class Canvas;
class ScreenText;
class ShownTargets;
class Touch;

struct Frame {
  Canvas& canvas;
  ScreenText& screen_text;
  ShownTargets& shown;
  Touch& touch;
  const Theme& theme;
  Moment now;
  Rect area;          // the whole drawing, or what the shell leaves of it
  bool wide = false;  // landscape

  std::string typed;      // UTF-8, typed on a physical keyboard since the last frame
  std::vector<Key> keys;  // likewise
  // What a hand scanner read; the shell takes it and gives it to the page on top.
  std::optional<ScannedCode> scanned;
  bool by_keys =
      false;  // somebody goes by the ring (press/key_ring.h), whose keys are not in `keys`
  // What the shell has to say for a moment; a page's header shows it in the title's place.
  std::string said;
  // What the shell takes at the right of a page's header, pixels; and the header, once it is drawn.
  float taken_of_header = 0;
  Rect header{};
  bool touch_enabled = true;  // false while something lies over what is being drawn

  // Asks for another frame at that monotonic time at the latest, though nothing happens.
  void RequestRedrawAt(std::int64_t monotonic_ms) {
    if (redraw_at_ms < 0 || monotonic_ms < redraw_at_ms) redraw_at_ms = monotonic_ms;
  }
  std::int64_t redraw_at_ms = -1;  // -1: sleeps until something happens
};

}  // namespace studio
