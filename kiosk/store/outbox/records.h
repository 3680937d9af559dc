// Makes records: header with clock evidence, body sealed to its readers. Pure apart from clock
// and randomness; nothing readable leaves it but what the header says.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "app/base/clock.h"
#include "app/base/known_time.h"
#include "shared/bodies/readers.h"
#include "shared/record/attachment.h"
#include "shared/record/sealing.h"
#include "store/outbox/outbox.h"

namespace studio {

class RecordMaker {
 public:
  RecordMaker(const Clock* clock, std::shared_ptr<const KnownTime> time, StudioId studio,
              TerminalNumber terminal, Uuid boot)
      : clock_(clock), time_(std::move(time)), studio_(studio), terminal_(terminal), boot_(boot) {}

  // Sealed to those who read such a record of such a choice (shared/bodies/readers.h), and to no
  // one else.
  Result<OutboxRow> Make(const SenderChoice& choice, bool urgent, std::string_view body,
                         const Readers& readers,
                         std::span<const AttachmentRef> attachments = {}) const;
  // Until when a record that was made then may be withdrawn (app/request/withdrawal.h).
  std::int64_t WithdrawableUntil(const ClockEvidence& made) const;
  Moment Now() const { return clock_->Now(); }
  const KnownTime& time() const { return *time_; }
  std::int64_t WallMs() const { return clock_->Now().wall_ms; }
  std::int64_t CountyMs() const { return time_->At(clock_->Now()).ms; }
  StudioId studio() const { return studio_; }
  TerminalNumber terminal() const { return terminal_; }
  const Uuid& boot() const { return boot_; }

 private:
  const Clock* clock_;
  std::shared_ptr<const KnownTime> time_;
  StudioId studio_;
  TerminalNumber terminal_;
  Uuid boot_;
};

}  // namespace studio
