// The real window, on SDL's driver without a screen.
#include "platform/window.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

using namespace studio;

namespace {

bool Quits(Window& window) {
  const auto events = window.Wait(1000);
  return std::any_of(events.begin(), events.end(),
                     [](const InputEvent& event) { return event.kind == InputEvent::Kind::kQuit; });
}

}  // namespace

TEST_CASE("a wake that comes before the loop sleeps is not lost") {
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  auto window = Window::Open({});
  REQUIRE_MESSAGE(window, window.error().detail);
  while (!(*window)->Wait(0).empty()) {
  }
  CHECK_FALSE((*window)->Woken());
  (*window)->Wake();
  CHECK((*window)->Wait(0).empty());
  CHECK((*window)->Woken());
  CHECK((*window)->Wait(0).empty());
  CHECK_FALSE((*window)->Woken());
  unsetenv("SDL_VIDEODRIVER");
}

TEST_CASE("Alt-F4 ends no terminal that fills the screen; a signal does") {
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  // SDL takes a signal where nobody else has it; doctest does.
  const auto before = std::signal(SIGTERM, SIG_DFL);
  for (const bool whole_screen : {true, false}) {
    WindowOptions options;
    options.fullscreen = whole_screen;
    auto window = Window::Open(options);
    REQUIRE_MESSAGE(window, window.error().detail);
    while (!(*window)->Wait(0).empty()) {
    }
    // What SDL goes by when a window manager asks the last window to close.
    CHECK(SDL_GetHintBoolean(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, SDL_TRUE) ==
          (whole_screen ? SDL_FALSE : SDL_TRUE));
    SDL_Event close{};
    close.type = SDL_WINDOWEVENT;
    close.window.event = SDL_WINDOWEVENT_CLOSE;
    close.window.windowID = SDL_GetWindowID((*window)->Handle());
    REQUIRE(SDL_PushEvent(&close) == 1);
    SDL_Event wake{};
    wake.type = SDL_USEREVENT;
    REQUIRE(SDL_PushEvent(&wake) == 1);
    CHECK_FALSE(Quits(**window));
    std::raise(SIGTERM);
    CHECK(Quits(**window));
  }
  std::signal(SIGTERM, before);
  unsetenv("SDL_VIDEODRIVER");
}
