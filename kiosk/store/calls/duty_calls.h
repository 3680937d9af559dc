// Members and managers (app/duty/duty_store.h).
#pragma once

#include <memory>

#include "app/duty/duty_store.h"
#include "store/acts/ready_key.h"
#include "store/core/store_thread.h"

namespace studio {

class DutyCalls : public DutyStore {
 public:
  explicit DutyCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadGrounds(Done<CheckInGrounds> done) override;
  void CheckIn(CheckInBody body, std::optional<BadgeNonce> live_code, std::int64_t code_until_s,
               Done<bool> done) override;
  void ReadHandover(Done<std::optional<KeptHandover>> done) override;
  void LeaveHandover(HandoverBody body, Done<bool> done) override;
  void ConfirmHandover(std::string record, std::string member, Done<bool> done) override;
  void ReadMonth(std::chrono::year_month month, Done<RotationInput> done) override;
  void ReadNotes(std::chrono::year_month month, std::shared_ptr<const BoxKeyPair> studio_key,
                 Done<DutyNotes> done) override;
  void ReadRoster(Done<RosterNow> done) override;
  void ChangeRoster(RosterChangeBody body, Done<bool> done) override;
  void ChangeRosterAtOnce(std::vector<RosterChangeBody> bodies, Done<bool> done) override;
  void ReadPendingChanges(Done<std::vector<PendingRosterChange>> done) override;
  void ForgetRefused(std::vector<std::string> records, Done<bool> done) override;
  void Unlock(std::string member, BadgeSecret secret, std::string pin,
              Done<UnlockAnswer> done) override;
  void ReadyUnlock(std::string member, BadgeSecret secret, std::string pin) override;
  void ForgetReady() override { ready_->Forget(); }

 private:
  StoreThread thread_;
  std::shared_ptr<ReadyKey> ready_ = std::make_shared<ReadyKey>();
};

}  // namespace studio
