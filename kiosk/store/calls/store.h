// The terminal's store: every SQLite statement of the kiosk, in order, on one thread. It keeps
// the outbox, receipts and the registry that came down the feed (data folder, studio.db), and the
// encrypted files that records name (DATA/attachments).
// What files a record answers only after the transaction is synced (WAL, synchronous=FULL); a call
// that answers with an error has left nothing behind. Main thread; the calls of link() any.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/manage/stores.h"
#include "app/saying/attachment_files.h"
#include "store/base/link_store.h"
#include "store/core/store_parts.h"

namespace studio {

class Store {
 public:
  // Opens, migrates or salvages on the store thread and announces station and outbox; what went
  // wrong is told by on_fault. Returns at once. A database of a newer program is left untouched
  // and every call answers kUnsupported: ask CheckSchemaVersion (store/base/schema.h) before, where
  // a sentence for it is wanted. Where the folder cannot be written, every call tries again.
  static std::unique_ptr<Store> Open(StoreParts parts);
  ~Store();

  // What flows and the link ask of it, as long as the store.
  const Stores& flows() const;
  LinkStore& link();

  // After a storage fault: writes and syncs a little; on_fault hears kNone once that works.
  void TryWriting();

  // Writes down how late it is, so that a start without a line knows what is over.
  void MarkTime();

  // The JPEG of a picture that came down the feed. kNotFound.
  void ReadPicture(std::string id, std::function<void(Result<Bytes>)> done);

  // Photos and voice messages on their way into a request. Whoever still holds one when the store
  // goes leaves a file that the next start removes.
  AttachmentFiles& Attachments();

 private:
  struct Calls;
  explicit Store(StoreParts parts);

  std::unique_ptr<Calls> calls_;
};

}  // namespace studio
