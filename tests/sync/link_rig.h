// A county link between a fake store and a scripted county, with waits short enough for a test.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "fake_link_store.h"
#include "scripted_county.h"
#include "sync/link/county_link.h"
#include "test_authority.h"

namespace studio::test {

// The machine's clock; a test may set its wall time off.
class MachineClock : public Clock {
 public:
  Moment Now() const override;
};

struct LinkRig {
  explicit LinkRig(Validity validity = {});
  LinkRig(ServerCertificate certificate, const TestAuthority& trusted);
  ~LinkRig();

  void Open();
  void Close();
  // Waits until the link has told such a state since the last call; false at the deadline.
  bool WaitFor(LinkCondition condition, const std::string& reason_part = "");
  std::vector<LinkState> Told();
  // What the county says of a number; nullopt: nothing at all came back.
  std::optional<Result<StatusWord>> Ask(const ReceiptNumber& number);

  ScratchFolder folder;
  TestAuthority authority;
  ScriptedCounty county;
  FakeLinkStore store;
  MachineClock clock;
  MainQueue main_queue;
  CountyLinkOptions options;
  std::unique_ptr<CountyLink> link;

 private:
  void Prepare(const TestAuthority& trusted);

  std::mutex mutex_;
  std::condition_variable woken_;
  bool posted_ = false;  // guarded by mutex_
  std::vector<LinkState> told_;
  std::size_t looked_at_ = 0;
};

}  // namespace studio::test
