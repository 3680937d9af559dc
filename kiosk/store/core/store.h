// The terminal's store: every SQLite statement of the kiosk, in order, on one thread. It keeps
// the outbox, receipts and the registry that came down the feed (data folder, studio.db), and the
// encrypted files that records name (DATA/attachments).
// File() answers only after the transaction is synced (WAL, synchronous=FULL); a call that
// answers with an error has left nothing behind.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "app/base/clock.h"
#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/duty/duty_store.h"
#include "app/manage/outbox_store.h"
#include "app/request/request_store.h"
#include "app/saying/attachment_files.h"
#include "app/station/station.h"
#include "app/topics/topic_store.h"
#include "app/tracking/case_store.h"
#include "app/wishes/wish_store.h"
#include "store/base/identity.h"
#include "store/base/link_store.h"

namespace studio {

// Told on the main thread, by the queue, except on_work.
struct StoreListeners {
  std::function<void(std::shared_ptr<const Station>)> on_station;
  std::function<void(OutboxSummary)> on_outbox;
  std::function<void(ReceiptStatus)> on_receipt;  // an ack changed it
  // The feed moved these matters on: receipt numbers, digits.
  std::function<void(std::vector<std::string>)> on_cases;
  std::function<void(Fault)> on_fault;
  std::function<void(RosterSummary)> on_roster;  // changes asked for here
  std::function<void()> on_work;                 // store thread: something new waits for the county
};

// Everything pointed to outlives the store; the executors run what the store posted before they
// go, so an on_work may come while the store is being destroyed.
struct StoreParts {
  std::filesystem::path folder;
  Identity identity;
  const Clock* clock = nullptr;
  Uuid boot;                         // this boot's id, for clock evidence
  Executor* store_thread = nullptr;  // all statements run there
  Executor* worker = nullptr;        // Argon2id
  MainQueue* main_queue = nullptr;
  StoreListeners listeners;
};

class Store : public RequestStore,
              public DutyStore,
              public OutboxStore,
              public CaseStore,
              public TopicStore,
              public WishStore,
              public LinkStore {
 public:
  // Opens, migrates or salvages on the store thread and announces station and outbox; what went
  // wrong is told by on_fault. Returns at once. A database of a newer program is left untouched
  // and every call answers kUnsupported: ask CheckSchemaVersion (store/base/schema.h) before, where
  // a sentence for it is wanted. Where the folder cannot be written, every call tries again.
  static std::unique_ptr<Store> Open(StoreParts parts);

  // After a storage fault: writes and syncs a little; on_fault hears kNone once that works.
  virtual void TryWriting() = 0;

  // The JPEG of a picture that came down the feed. kNotFound.
  virtual void ReadPicture(std::string id, std::function<void(Result<Bytes>)> done) = 0;

  // Photos and voice messages on their way into a request. Whoever still holds one when the store
  // goes leaves a file that the next start removes.
  virtual AttachmentFiles& Attachments() = 0;
};

}  // namespace studio
