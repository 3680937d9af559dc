// A running terminal: store, county link, worker and screens wired together. Its parts are made in
// the order in which they may depend on each other and taken down in the reverse; results of all
// threads reach the main thread by one queue.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

#include "annex/annex.h"
#include "app/base/main_queue.h"
#include "app/saying/ways_of_saying.h"
#include "app/station/kiosk_state.h"
#include "commands/terminal_options.h"
#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "store/base/data_folder.h"
#include "store/calls/store.h"
#include "terminal/kept_photo_files.h"
#include "terminal/picture_book.h"
#include "terminal/slip_printing.h"
#include "terminal/storage_watch.h"
#include "ui/shell/shell.h"

namespace studio {

class Terminal {
 public:
  ~Terminal();

  // host outlives the terminal. kNotFound: not enrolled. kConflict: another program works in the
  // folder. kStorage, kMalformed: the folder cannot be used.
  static Result<std::unique_ptr<Terminal>> Open(const TerminalOptions& options, UiHost& host,
                                                SystemClock& clock);

  MainQueue& queue() { return queue_; }
  Shell& shell() { return *shell_; }
  void HoldUp(CameraSource source);  // in front of the camera
  // The store has opened and told what it has, or why it cannot.
  bool ready() const { return ready_; }

  // Runs what other threads brought and draws a frame where one is due.
  void Turn(bool touched);

 private:
  Terminal(DataFolder folder, UiHost& host, SystemClock& clock);
  Result<bool> Start(const TerminalOptions& options, Identity identity);
  void LoadAnnexBehind();
  void OpenAnnex();
  StoreListeners Listeners();
  void TakeStation(std::shared_ptr<const Station> station);
  void SettleFault();
  void WakeLink();

  DataFolder folder_;
  UiHost& host_;
  SystemClock& clock_;
  MainQueue queue_;
  KioskState state_;
  bool ready_ = false;
  std::int64_t mark_time_ms_ = 0;  // monotonic; when it is due
  Fault store_fault_ = Fault::kNone;
  std::mutex door_mutex_;
  std::condition_variable door_loaded_;
  std::optional<Result<const AnnexDoor*>> door_;  // guarded; once the worker has loaded it
  // Taken down worker first: what it still derives ends at the store, and the store's last
  // statements on its thread.
  SerialThread store_thread_{"store"};
  std::unique_ptr<Store> store_;
  std::unique_ptr<StorageWatch> storage_watch_;
  SerialThread worker_{"worker"};
  std::unique_ptr<SlipPrinting> printing_;
  std::unique_ptr<PictureBook> pictures_;
  std::unique_ptr<KeptPhotoFiles> photos_;
  bool annex_asked_ = false, annex_opened_ = false;
  AnnexParts annex_parts_;  // until it is opened
  WaysOfSaying ways_;
  std::mutex wake_mutex_;
  Annex* awake_ = nullptr;  // guarded by wake_mutex_; for the store thread
  std::unique_ptr<Annex> annex_;
  std::unique_ptr<Shell> shell_;
};

}  // namespace studio
