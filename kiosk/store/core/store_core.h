// The database as the store's thread has it: open while it can be used, put aside where it is
// damaged, with a new one in its place. Runs one call after another, each of them whole or not at
// all, and tells the listeners what changed. Store thread, all of it; throws nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/base/attachment_folder.h"
#include "store/core/store_parts.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// What a call has before it.
struct AtWork {
  Tables& tables;
  const RecordMaker& maker;
  const Station& station;
  Readers readers;  // whom a record is sealed to now
};

class StoreCore {
 public:
  explicit StoreCore(StoreParts parts);

  void Start();
  void Close();

  // `call(const AtWork&)` answers a Result<T> and may throw SQLite::Exception: nothing was kept
  // then. Damage met on the way puts the database aside and runs it again on the new one. Files of
  // attachments that the call erased are gone when this returns.
  template <class T, class Call>
  Result<T> Read(Call call) {
    return With<T>(Access::kRead, call);
  }
  // A success also says that a storage fault is over.
  template <class T, class Call>
  Result<T> Write(Call call) {
    return With<T>(Access::kWrite, call);
  }

  std::shared_ptr<AttachmentFolder> folder() const { return folder_; }
  // Nobody holds it any more: the file goes unless a record or a draft names it. A request that is
  // being filed was posted before its attachments could be let go, so its row is there by now.
  void DropAttachment(const Digest& digest);
  void NoteTime(std::int64_t county_ms, const Moment& heard);
  void MarkTime();
  void TryWriting();
  // Cuts the log, so that what was erased is not left there. Where somebody reads meanwhile, every
  // later writing tries again, MarkTime's at the latest.
  void EraseLog();

  std::shared_ptr<const Station> BuildStation(Tables& tables) const;
  std::shared_ptr<const Station> station() const { return station_; }
  void TakeStation(std::shared_ptr<const Station> station) { station_ = std::move(station); }

  void TellRecord();  // the outbox has one more, which waits for the county
  void TellOutbox();
  void TellStation();
  void TellComings();  // the station with who is in now
  void TellClaims();   // the station with them, where they are others
  void TellRoster();
  void TellReceipts(std::vector<ReceiptStatus> receipts);
  void TellCases(std::vector<std::string> numbers);
  void TellWork();

 private:
  enum class Access { kRead, kWrite };
  template <class T, class Call>
  Result<T> With(Access access, Call& call);
  Result<bool> OpenTables();
  Result<bool> StartOver();
  void EraseOrphans();
  void CutLogIfDue();
  Error Refuse(const SQLite::Exception& e);
  void Tell(Fault fault);
  Readers CurrentReaders() const;

  StoreParts parts_;
  RecordMaker maker_;
  std::shared_ptr<AttachmentFolder> folder_;
  std::unique_ptr<Tables> tables_;  // null while the database cannot be used
  bool orphans_erased_ = false;
  bool log_to_cut_ = false;  // something erased may still stand in it
  std::shared_ptr<const Station> station_;
  Fault fault_ = Fault::kNone;
};

template <class T, class Call>
Result<T> StoreCore::With(Access access, Call& call) {
  for (bool again = false;; again = true) {
    try {
      if (!tables_) {
        if (auto opened = OpenTables(); !opened) {
          Tell(Fault::kStorageBroken);
          return tl::unexpected(opened.error());
        }
      }
      (void)tables_->attachments.TakeErased();  // of a call that was rolled back
      Result<T> result = call(AtWork{*tables_, maker_, *station_, CurrentReaders()});
      if (result) {
        for (const Digest& digest : tables_->attachments.TakeErased()) folder_->Erase(digest);
      }
      if (access == Access::kWrite && result &&
          (fault_ == Fault::kStorageFull || fault_ == Fault::kStorageBroken)) {
        Tell(Fault::kNone);
      }
      if (access == Access::kWrite && result) CutLogIfDue();
      return result;
    } catch (const SQLite::Exception& e) {
      if (!SaysCorrupt(e) || again) return tl::unexpected(Refuse(e));
      if (auto aside = StartOver(); !aside) {
        Tell(Fault::kStorageBroken);
        return tl::unexpected(aside.error());
      }
    }
  }
}

}  // namespace studio
