// An enrolled terminal without its screen: store, worker and county link on their own threads, as
// kiosk/terminal/terminal.cpp and kiosk/annex/annex.cpp wire them. Calls wait for their answer.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/checkin/check_in_flow.h"
#include "platform/serial_thread.h"
#include "store/calls/store.h"
#include "sync/link/county_link.h"
#include "test_support/temp_folder.h"
#include "whole_clock.h"
#include "whole_county.h"

namespace studio {

class WholeTerminal {
 public:
  // Enrols at the county, which must be on the line; not started.
  WholeTerminal(WholeCounty& county, WholeClock& clock);
  ~WholeTerminal();

  void Start();
  void Stop();
  // Whom records are sealed to until the feed has come; for the next start.
  BoxPublicKey& sealing_key() { return identity_.county.county_sealing_key; }

  // The receipt's number. photo: an attachment of that many bytes; 0: none.
  std::string File(const std::string& words, std::size_t photo = 0);
  void Withdraw(const std::string& number);
  void ComeAndGo(const std::string& member);
  // Shows a badge as at the check-in page; who is in says that they go where `leaving`.
  CheckInAnswer Show(const std::string& badge, bool leaving = false);
  void MarkTime() { store_->MarkTime(); }
  const KioskState& state() const { return state_; }
  std::size_t TryAllAgain();
  void TryNow();
  // Until nothing waits any more, attachments neither.
  void WaitUntilSent();

  const std::set<std::string>& receipts() const { return receipts_; }
  const OutboxSummary& outbox() const { return outbox_; }
  std::shared_ptr<const Station> station() const { return station_; }

  // Runs what other threads brought until it holds; fails the test after two minutes.
  void WaitUntil(const std::function<bool()>& holds);

 private:
  template <class T>
  T Ask(const std::function<void(std::function<void(Result<T>)>)>& call);

  WholeClock& clock_;
  TempFolder folder_;
  Identity identity_;
  std::uint32_t next_number_ = 0;
  std::set<std::string> receipts_;
  OutboxSummary outbox_;
  KioskState state_;
  std::shared_ptr<const Station> station_;

  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  MainQueue queue_;
  std::unique_ptr<SerialThread> store_thread_, worker_;
  std::unique_ptr<Store> store_;
  std::mutex link_mutex_;
  CountyLink* linked_ = nullptr;  // guarded by link_mutex_; for the store thread
  std::unique_ptr<CountyLink> link_;
};

}  // namespace studio
