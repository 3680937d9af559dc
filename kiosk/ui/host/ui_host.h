// Where frames happen: takes input events, has a frame drawn, shows it in a window or keeps it on
// a plain surface (the same code; how screens are tested and photographed). Owns the renderer,
// the atlas and ImGui's context. Main thread. One UiHost at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/base/clock.h"
#include "app/base/input_event.h"
#include "shared/base/result.h"
#include "ui/kit/fonts.h"
#include "ui/kit/frame.h"
#include "ui/kit/screen_text.h"
#include "ui/kit/theme.h"

struct SDL_Window;

namespace studio {

// What becomes pixels: each frame, or only what a shot is taken of.
enum class Paints { kFrames, kShots };

class UiHost {
 public:
  // kUnavailable where SDL cannot draw, kNotFound where a font is missing.
  static Result<std::unique_ptr<UiHost>> Headless(int width, int height,
                                                  const FontFiles& fonts = {},
                                                  Paints paints = Paints::kFrames);
  static Result<std::unique_ptr<UiHost>> InWindow(SDL_Window* window, const FontFiles& fonts = {});
  virtual ~UiHost() = default;

  // Takes events in order; they reach screens with the next frames.
  virtual void Feed(const std::vector<InputEvent>& events) = 0;
  // True where an event waits, a redraw was asked for by then, or Invalidate was called.
  virtual bool WantsFrame(std::int64_t monotonic_ms) const = 0;
  // When the next frame is due though nothing happens; -1: never.
  virtual std::int64_t NextRedrawAt() const = 0;
  virtual void Invalidate() = 0;
  // Something typed is held back until it is known whether a scanner typed it.
  virtual bool HoldsTyping() const = 0;

  // One frame: `draw` fills it, then it is shown. Consumes events up to the end of one tap, so two
  // quick taps are two frames. The clock says when it begins and when it is on the screen.
  virtual void DrawFrame(const Clock& clock, const std::function<void(Frame&)>& draw) = 0;
  // Forgets the finger on the glass: what follows a change of screen must not reach the new one.
  virtual void CancelTouch() = 0;
  // The ring of who goes by keys (press/key_ring.h) moves by itself so often and any key presses;
  // 0: Tab moves it.
  virtual void SetSwitch(std::int64_t step_ms) = 0;
  virtual void HideRing() = 0;  // somebody else comes
  // How long it takes to come round the page of the last frame; 0: it does not move by itself.
  virtual std::int64_t RingRoundMs() const = 0;

  virtual void SetTheme(ThemeChoice choice) = 0;
  virtual ThemeChoice CurrentTheme() const = 0;
  virtual const ScreenText& Screen() const = 0;  // of the last frame
  virtual int Width() const = 0;
  virtual int Height() const = 0;
  // The last frame as a PNG file. kStorage where it cannot be written.
  virtual Result<bool> Shot(const std::filesystem::path& path) = 0;
};

}  // namespace studio
