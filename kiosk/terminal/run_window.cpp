#include "terminal/run_window.h"

#include <spdlog/spdlog.h>

#include "platform/watchdog.h"
#include "platform/window.h"
#include "terminal/run_headless.h"
#include "ui/host/fault_page.h"

namespace studio {
namespace {

constexpr std::int64_t kTryAgainMs = 30'000;

// What one wait brought.
struct Brought {
  bool quit = false;
  bool touched = false;
  std::int64_t at_ms = 0;  // when it was taken, monotonic
};

// What has come while the program drew or worked came at `before_ms` for all it knows.
Brought TakeEvents(Window& window, UiHost& host, const Clock& clock, std::int64_t before_ms,
                   std::int64_t wait_ms) {
  Brought brought;
  std::vector<InputEvent> events = window.Wait(0);
  if (!events.empty()) {
    for (InputEvent& event : events) event.came_ms = before_ms;
  } else if (wait_ms != 0 && !window.Woken()) {
    events = window.Wait(static_cast<int>(wait_ms));
  }
  brought.at_ms = clock.Now().monotonic_ms;
  for (const InputEvent& event : events) {
    brought.quit |= event.kind == InputEvent::Kind::kQuit;
    brought.touched |= event.kind != InputEvent::Kind::kExposed;
  }
  host.Feed(events);
  return brought;
}

// Until the program is told to end.
void RunTerminal(Window& window, UiHost& host, Terminal& terminal, const Clock& clock,
                 Watchdog& watchdog) {
  terminal.queue().SetWake([&window] { window.Wake(); });
  host.Invalidate();
  Brought brought;
  brought.at_ms = clock.Now().monotonic_ms;
  for (;;) {
    terminal.Turn(brought.touched);
    const std::int64_t now = clock.Now().monotonic_ms;
    watchdog.Turned(now);
    const std::int64_t next = terminal.shell().NextFrameAt();
    const std::int64_t wait = host.WantsFrame(now) ? 0
                              : next < 0           ? -1
                                                   : std::max<std::int64_t>(0, next - now);
    brought = TakeEvents(window, host, clock, brought.at_ms, watchdog.SleepAtMost(wait, now));
    if (brought.quit) break;
  }
  terminal.queue().SetWake({});
}

// True where the program is to end, false when it is time to try again.
bool ShowFault(Window& window, UiHost& host, const KioskState& state, const Clock& clock,
               std::int64_t since_ms, Watchdog& watchdog) {
  const std::int64_t again = clock.Now().monotonic_ms + kTryAgainMs;
  for (;;) {
    const Moment now = clock.Now();
    if (now.monotonic_ms >= again) return false;
    host.DrawFrame(clock, [&](Frame& frame) { DrawFaultPage(frame, state, since_ms); });
    watchdog.Turned(now.monotonic_ms);
    const std::int64_t wait = watchdog.SleepAtMost(again - now.monotonic_ms, now.monotonic_ms);
    if (TakeEvents(window, host, clock, now.monotonic_ms, wait).quit) return true;
  }
}

Fault FaultOf(const Error& error) {
  switch (error.kind) {
    case ErrorKind::kNotFound:
      return Fault::kNotEnrolled;
    case ErrorKind::kUnsupported:
      return Fault::kNewerDatabase;
    default:
      return Fault::kStorageBroken;
  }
}

// The window and what draws in it.
struct Screen {
  std::unique_ptr<Window> window;
  std::unique_ptr<UiHost> host;
};

Result<Screen> OpenScreen(const std::string& size, bool fullscreen) {
  WindowOptions wanted;
  wanted.title = "studio-kiosk";
  wanted.fullscreen = fullscreen || size.empty();
  if (!size.empty()) {
    const auto pixels = ParseSize(size);
    if (!pixels) return tl::unexpected(pixels.error());
    wanted.width = pixels->width;
    wanted.height = pixels->height;
  }
  auto window = Window::Open(wanted);
  if (!window) return tl::unexpected(window.error());
  auto host = UiHost::InWindow((*window)->Handle());
  if (!host) return tl::unexpected(host.error());
  return Screen{std::move(*window), std::move(*host)};
}

}  // namespace

Result<bool> RunInWindow(const TerminalOptions& options, const std::string& size, bool fullscreen) {
  auto screen = OpenScreen(size, fullscreen);
  if (!screen) return tl::unexpected(screen.error());
  SystemClock clock;
  Watchdog watchdog;
  const std::int64_t since_ms = clock.Now().monotonic_ms;
  for (;;) {
    auto terminal = Terminal::Open(options, *screen->host, clock);
    if (terminal) {
      RunTerminal(*screen->window, *screen->host, **terminal, clock, watchdog);
      return true;
    }
    spdlog::error("{}", terminal.error().detail);
    // Two terminals on one folder, or a wrong option, is nothing that waiting mends.
    if (terminal.error().kind == ErrorKind::kConflict ||
        terminal.error().kind == ErrorKind::kInvalid) {
      return tl::unexpected(terminal.error());
    }
    KioskState state;
    state.fault = FaultOf(terminal.error());
    if (ShowFault(*screen->window, *screen->host, state, clock, since_ms, watchdog)) return true;
  }
}

Result<bool> ShowFaultPage(const FaultPageOptions& options) {
  auto screen = OpenScreen(options.size, options.size.empty());
  if (!screen) return tl::unexpected(screen.error());
  SystemClock clock;
  Watchdog watchdog;
  const std::int64_t since_ms = clock.Now().monotonic_ms;
  KioskState state;
  state.fault = Fault::kCrashing;
  auto station = std::make_shared<Station>();
  station->studio.phone = options.phone;
  state.station = station;
  while (!ShowFault(*screen->window, *screen->host, state, clock, since_ms, watchdog)) {
  }
  return true;
}

}  // namespace studio
