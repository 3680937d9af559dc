// 上传情况: what waits for the county and what it would not have, tried again at the manager's tap;
// and the line itself. Main thread.
#pragma once

#include <cstdint>
#include <optional>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/manage/outbox_store.h"
#include "app/station/kiosk_state.h"
#include "app/station/link_control.h"

namespace studio {

class UploadFlow {
 public:
  static constexpr std::size_t kMostItems = 200;
  static constexpr std::int64_t kTryMs = 15'000;  // as long as a try is said to be under way

  // All outlive the flow. `link` null: this machine has no line yet.
  UploadFlow(OutboxStore& store, LinkControl* link, const KioskState& state, const Clock& clock);

  // Reads anew where something has changed since; call before each frame.
  void Update();
  // None before it was read for the first time.
  const std::optional<OutboxReport>& report() const { return report_; }
  bool failed() const { return failed_; }  // the store did not answer; ReadAgain may

  void ReadAgain();
  void TryAgain(std::size_t item);  // of report()->items
  void TryAllAgain();
  bool putting_back() const { return putting_back_; }
  // How many wait again since the last tap; nullopt: none was asked for.
  const std::optional<Result<std::int64_t>>& put_back() const { return put_back_; }

  bool CanTryLine() const { return link_ != nullptr && !TryingLine(); }
  void TryLineNow();
  // Until something is heard of it, or nothing for some time.
  bool TryingLine() const;

 private:
  void Took(Result<std::int64_t> again);

  OutboxStore& store_;
  LinkControl* link_;
  const KioskState& state_;
  const Clock& clock_;
  std::optional<OutboxReport> report_;
  bool reading_ = false, failed_ = false, putting_back_ = false;
  OutboxSummary read_at_;  // what was so when it was last read
  std::int64_t read_exchange_ms_ = 0;
  std::optional<Result<std::int64_t>> put_back_;
  std::int64_t tried_ms_ = -1;  // monotonic; -1: not
  std::int64_t tried_exchange_ms_ = 0;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
