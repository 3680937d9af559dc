// The real window: opens it, waits for events and turns them into plain InputEvents. Fingers and
// real mouse buttons are told apart here, because SDL's synthetic mouse loses touches on some
// touch screens; of several fingers the newest one counts. Main thread, except Wake.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/base/input_event.h"
#include "platform/newest_finger.h"
#include "shared/base/result.h"

struct SDL_Window;
union SDL_Event;

namespace studio {

struct WindowOptions {
  std::string title;
  int width = 0, height = 0;  // 0: the whole screen
  bool fullscreen = true;
};

class Window {
 public:
  // kUnavailable where there is no display. Also makes SIGINT and SIGTERM arrive as kQuit, and of a
  // window that is not the whole screen its closing.
  static Result<std::unique_ptr<Window>> Open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  SDL_Window* Handle() const { return window_; }
  // Sleeps until something happens, Wake is called, or timeout_ms have passed (-1: for ever);
  // brings everything that happened, in order. Nothing where it was only woken.
  std::vector<InputEvent> Wait(int timeout_ms);
  void Wake();  // any thread
  // The last Wait took a Wake: who slept on now would miss what it was for.
  bool Woken() const { return woken_; }

 private:
  Window(SDL_Window* window, std::uint32_t wake_event);
  void Take(const SDL_Event& event, std::vector<InputEvent>& out);
  void TakeFinger(const SDL_Event& event, std::vector<InputEvent>& out);
  void TakeMouse(const SDL_Event& event, std::vector<InputEvent>& out);

  SDL_Window* window_;
  std::uint32_t wake_event_;
  NewestFinger finger_;
  bool mouse_down_ = false;
  bool woken_ = false;
  bool held_down_ = false;  // the key that was last pressed repeats
};

}  // namespace studio
