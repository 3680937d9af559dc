// What surrounds every screen: one frame of the one on top, the question whether somebody is
// still there, the wipe when nobody is, and the fault page when no work is possible.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "app/base/visit_timer.h"
#include "ui/host/navigator.h"
#include "ui/host/ui_host.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class Shell {
 public:
  // Everything given outlives the shell.
  Shell(UiHost& host, const KioskState& state, const Stores& stores, PublicPictures& pictures,
        ReceiptPrinting& printing, const WaysOfSaying& ways, const Clock& clock);

  // Draws one frame and settles navigation. `touched`: some event came since the last one.
  void DrawFrame(bool touched);
  // When the next frame is due though nothing happens, monotonic ms; -1: not at all.
  std::int64_t NextFrameAt() const;
  void OnReceipt(const ReceiptStatus& status);
  void OnCases(const std::vector<std::string>& numbers);
  // A page that no tap on home leads to.
  void Open(const std::function<std::unique_ptr<Screen>(const ScreenParts&)>& make);
  std::string_view TopTag() const { return navigator_.Top().Tag(); }

 private:
  void TakeCode(Frame& frame, bool covered);
  void DrawStillThere(Frame& frame);
  void DrawTop(Frame& frame);
  bool CannotWork() const;
  void EndVisit();
  void ResetModes();

  UiHost& host_;
  const KioskState& state_;
  const Clock& clock_;
  VisitModes modes_;
  Navigator navigator_;
  VisitTimer timer_;
  ScreenParts parts_;
  VisitTimer::State shown_ = VisitTimer::State::kRunning;  // by the last frame
  std::optional<std::int64_t> fault_since_ms_;             // monotonic
  std::string_view said_;                                  // of a code that was of no use
  std::int64_t said_until_ms_ = 0;                         // monotonic
};

}  // namespace studio
