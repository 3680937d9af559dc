// A terminal driven by a script: the real screens, threads and store, with no window. Taps and
// typing are the same input events a window would bring.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>

#include "platform/watchdog.h"
#include "terminal/terminal.h"
#include "terminal/turn_times.h"
#include "ui/host/script.h"

namespace studio {

class ScriptedSession : public ScriptTarget {
 public:
  ScriptedSession(Terminal& terminal, UiHost& host, SystemClock& clock, std::filesystem::path shots,
                  std::filesystem::path turns = {});
  ~ScriptedSession() override;

  void Tap(float x, float y) override;
  void Drag(const std::vector<ScriptPoint>& points) override;
  void Type(std::string_view text) override;
  void Press(Key key) override;
  void Rest() override;
  void Pump(int wait_ms) override;
  void Advance(double seconds) override;
  void WaitUntil(std::int64_t monotonic_ms) override;
  Result<bool> Shot(const std::string& name) override;
  void Print(std::string_view text) override;
  const ScreenText& Screen() const override { return host_.Screen(); }
  Result<bool> HoldUp(const std::string& what) override;

 private:
  void Feed(const InputEvent& event);
  void Turn(bool touched);
  void DrawUntilStill();

  Terminal& terminal_;
  UiHost& host_;
  SystemClock& clock_;
  std::filesystem::path shots_;
  TurnTimes turns_;
  Watchdog watchdog_;

  std::mutex mutex_;
  std::condition_variable woken_;
  bool wake_ = false;  // guarded by mutex_
};

}  // namespace studio
