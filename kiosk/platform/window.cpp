#include "platform/window.h"

#include <SDL.h>

#include <string_view>

namespace studio {
namespace {

InputEvent Plain(InputEvent::Kind kind) { return EventAt(kind, 0, 0); }

// Not Shift and its like: hand scanners press them, too.
bool TypesNothing(SDL_Keycode code) {
  const bool function =
      (code >= SDLK_F1 && code <= SDLK_F12) || (code >= SDLK_F13 && code <= SDLK_F24);
  const bool above_arrows = code == SDLK_INSERT || code == SDLK_HOME || code == SDLK_PAGEUP ||
                            code == SDLK_END || code == SDLK_PAGEDOWN;
  return function || above_arrows;
}

Key KeyOf(const SDL_Keysym& pressed) {
  switch (pressed.sym) {
    case SDLK_BACKSPACE:
      return Key::kBackspace;
    case SDLK_DELETE:
      return Key::kDelete;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return Key::kEnter;
    case SDLK_ESCAPE:
      return Key::kEscape;
    case SDLK_TAB:
      return (pressed.mod & KMOD_SHIFT) != 0 ? Key::kBackTab : Key::kTab;
    case SDLK_LEFT:
      return Key::kLeft;
    case SDLK_RIGHT:
      return Key::kRight;
    case SDLK_UP:
      return Key::kUp;
    case SDLK_DOWN:
      return Key::kDown;
    case SDLK_F12:
      return Key::kF12;
    default:
      return TypesNothing(pressed.sym) ? Key::kOther : Key::kNone;
  }
}

void SetHints() {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

// Without a display SDL settles for a driver that shows nothing, unless somebody asked for it.
bool ShowsNothing() {
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  return (driver == "offscreen" || driver == "dummy") &&
         SDL_GetHint(SDL_HINT_VIDEODRIVER) == nullptr;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::Open(const WindowOptions& options) {
  SetHints();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return Fail(ErrorKind::kUnavailable, std::string("no display: ") + SDL_GetError());
  if (ShowsNothing()) {
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return Fail(ErrorKind::kUnavailable, "no display");
  }
  const bool sized = options.width > 0 && options.height > 0;
  // The whole screen is everybody's: Alt-F4 on a keyboard ends nothing. Signals still do.
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, options.fullscreen ? "0" : "1");
  const Uint32 flags = options.fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
  SDL_Window* window =
      SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                       sized ? options.width : 1080, sized ? options.height : 1920, flags);
  if (window == nullptr) {
    const std::string why = SDL_GetError();
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return Fail(ErrorKind::kUnavailable, "no window: " + why);
  }
  if (options.fullscreen) SDL_ShowCursor(SDL_DISABLE);  // until a mouse moves
  SDL_StartTextInput();
  return std::unique_ptr<Window>(new Window(window, SDL_RegisterEvents(1)));
}

Window::Window(SDL_Window* window, std::uint32_t wake_event)
    : window_(window), wake_event_(wake_event) {}

Window::~Window() {
  SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

std::vector<InputEvent> Window::Wait(int timeout_ms) {
  std::vector<InputEvent> out;
  SDL_Event event;
  woken_ = false;
  if (SDL_WaitEventTimeout(&event, timeout_ms) == 0) return out;
  do Take(event, out);
  while (SDL_PollEvent(&event) != 0);
  return out;
}

void Window::Wake() {
  SDL_Event event{};
  event.type = wake_event_;
  SDL_PushEvent(&event);
}

void Window::Take(const SDL_Event& event, std::vector<InputEvent>& out) {
  woken_ = woken_ || event.type == wake_event_;
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      TakeFinger(event, out);
      break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
      TakeMouse(event, out);
      break;
    case SDL_TEXTINPUT:
      out.push_back(Plain(InputEvent::Kind::kText));
      out.back().text = event.text.text;
      out.back().again = held_down_;
      break;
    case SDL_KEYDOWN:
      held_down_ = event.key.repeat != 0;
      if (const Key key = KeyOf(event.key.keysym); key != Key::kNone) {
        out.push_back(Plain(InputEvent::Kind::kKey));
        out.back().key = key;
        out.back().again = held_down_;
      }
      break;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST && (finger_.Present() || mouse_down_)) {
        finger_.Forget();
        mouse_down_ = false;
        out.push_back(Plain(InputEvent::Kind::kCancel));
      } else if (event.window.event == SDL_WINDOWEVENT_EXPOSED ||
                 event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        out.push_back(Plain(InputEvent::Kind::kExposed));
      }
      break;
    case SDL_QUIT:
      out.push_back(Plain(InputEvent::Kind::kQuit));
      break;
    default:
      break;
  }
}

void Window::TakeFinger(const SDL_Event& event, std::vector<InputEvent>& out) {
  const SDL_TouchFingerEvent& finger = event.tfinger;
  if (mouse_down_) return;
  int width = 0, height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  const float x = finger.x * static_cast<float>(width), y = finger.y * static_cast<float>(height);
  if (event.type == SDL_FINGERDOWN) {
    SDL_ShowCursor(SDL_DISABLE);
    finger_.Down(finger.fingerId, x, y, out);
  } else if (event.type == SDL_FINGERMOTION) {
    finger_.Move(finger.fingerId, x, y, out);
  } else {
    finger_.Up(finger.fingerId, x, y, out);
  }
}

void Window::TakeMouse(const SDL_Event& event, std::vector<InputEvent>& out) {
  if (event.type == SDL_MOUSEMOTION) {
    SDL_ShowCursor(SDL_ENABLE);
    if (mouse_down_)
      out.push_back(EventAt(InputEvent::Kind::kMove, static_cast<float>(event.motion.x),
                            static_cast<float>(event.motion.y)));
    return;
  }
  if (event.button.button != SDL_BUTTON_LEFT || finger_.Present()) return;
  const bool down = event.type == SDL_MOUSEBUTTONDOWN;
  if (down == mouse_down_) return;
  mouse_down_ = down;
  out.push_back(EventAt(down ? InputEvent::Kind::kDown : InputEvent::Kind::kUp,
                        static_cast<float>(event.button.x), static_cast<float>(event.button.y)));
}

}  // namespace studio
