#include "terminal/scripted_session.h"

#include <chrono>
#include <cstdio>

namespace studio {
namespace {

constexpr int kReadyTries = 100;
constexpr int kReadyWaitMs = 100;

}  // namespace

ScriptedSession::ScriptedSession(Terminal& terminal, UiHost& host, SystemClock& clock,
                                 std::filesystem::path shots, std::filesystem::path turns)
    : terminal_(terminal),
      host_(host),
      clock_(clock),
      shots_(std::move(shots)),
      turns_(std::move(turns)) {
  terminal_.queue().SetWake([this] {
    std::lock_guard lock(mutex_);
    wake_ = true;
    woken_.notify_one();
  });
  host_.Invalidate();
  DrawUntilStill();
  // A person sees the page before touching it; a script must not be quicker than the disk.
  for (int i = 0; i < kReadyTries && !terminal_.ready(); ++i) Pump(kReadyWaitMs);
}

ScriptedSession::~ScriptedSession() { terminal_.queue().SetWake({}); }

void ScriptedSession::Feed(const InputEvent& event) {
  host_.Feed({event});
  Turn(true);
}

void ScriptedSession::Turn(bool touched) {
  turns_.Take([&] { terminal_.Turn(touched); });
  watchdog_.Turned(clock_.Now().monotonic_ms);
}

void ScriptedSession::DrawUntilStill() {
  // A page may ask for one more frame after a change, never for ever.
  for (int i = 0; i < 8; ++i) {
    Turn(false);
    if (!host_.WantsFrame(clock_.Now().monotonic_ms)) break;
  }
}

void ScriptedSession::Tap(float x, float y) { Drag({{x, y}}); }

void ScriptedSession::Drag(const std::vector<ScriptPoint>& points) {
  InputEvent event;
  event.kind = InputEvent::Kind::kDown;
  for (const ScriptPoint& point : points) {
    event.x = point.x;
    event.y = point.y;
    Feed(event);
    event.kind = InputEvent::Kind::kMove;
  }
  event.kind = InputEvent::Kind::kUp;
  Feed(event);
  DrawUntilStill();
}

void ScriptedSession::Type(std::string_view text) {
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = text;
  Feed(event);
  DrawUntilStill();
}

void ScriptedSession::Press(Key key) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.key = key;
  Feed(event);
  DrawUntilStill();
}

void ScriptedSession::Rest() {
  while (host_.HoldsTyping()) Pump(5);
}

void ScriptedSession::Pump(int wait_ms) {
  {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, std::chrono::milliseconds(wait_ms), [this] { return wake_; });
    wake_ = false;
  }
  DrawUntilStill();
}

void ScriptedSession::Advance(double seconds) {
  clock_.Advance(static_cast<std::int64_t>(seconds * 1000));
  Turn(false);
  DrawUntilStill();
}

void ScriptedSession::WaitUntil(std::int64_t monotonic_ms) {
  const std::int64_t wait = monotonic_ms - clock_.Now().monotonic_ms;
  if (wait > 0) clock_.Advance(wait);
}

Result<bool> ScriptedSession::Shot(const std::string& name) {
  return host_.Shot(shots_ / (name + ".png"));
}

Result<bool> ScriptedSession::HoldUp(const std::string& what) {
  CameraSource source;
  std::error_code error;
  if (what != "none") {
    if (!std::filesystem::exists(what, error))
      return Fail(ErrorKind::kInvalid, "there is no file " + what + " to hold up");
    source = {CameraSource::Kind::kFile, what};
  }
  terminal_.HoldUp(std::move(source));
  return true;
}

void ScriptedSession::Print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

}  // namespace studio
