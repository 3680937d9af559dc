// The county's ledger: every SQL statement of the county stands in this folder, in a class for each
// group of tables (ledger_records.h, ledger_cases.h, …), over one connection. It keeps and finds;
// what to keep is decided in intake and office.
//
// One connection, one thread at a time: Office guards it with a mutex. Other processes may have
// the same ledger open: they wait for each other, 20 s at most. Functions throw a std::exception
// when the disk or the database fails, LedgerAway where it cannot be reached for now; the edges
// (http_surface, main) catch it, and what was inside Atomically() is then not kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger_attachments.h"
#include "server/ledger/ledger_cases.h"
#include "server/ledger/ledger_deeds.h"
#include "server/ledger/ledger_feed.h"
#include "server/ledger/ledger_joining.h"
#include "server/ledger/ledger_proposals.h"
#include "server/ledger/ledger_records.h"
#include "server/ledger/ledger_state.h"
#include "server/ledger/ledger_streams.h"
#include "server/ledger/ledger_times.h"
#include "server/ledger/ledger_topics.h"
#include "server/ledger/ledger_wishes.h"
#include "shared/base/keys.h"
#include "shared/base/result.h"

namespace county {

// Whoever works with one group of tables takes that part of it.
class Ledger : public JoiningLedger,
               public RecordLedger,
               public CaseLedger,
               public AttachmentLedger,
               public StreamLedger,
               public FeedLedger,
               public TimeLedger,
               public TopicLedger,
               public WishLedger,
               public DeedLedger,
               public ProposalLedger {
 public:
  // A new ledger with no entity, code or terminal. The file must not exist.
  static Ledger Create(const std::filesystem::path& file, std::string_view founding);
  // A ledger of an earlier version is brought to this one. Throws std::runtime_error where the
  // file is no ledger, or one of a later version.
  explicit Ledger(const std::filesystem::path& file);
  // The county's, wherever it is (ledger_place.h). Throws likewise.
  explicit Ledger(const DataFolder& folder);
  Ledger(Ledger&&) noexcept;
  ~Ledger();

  // One transaction, durable when this returns; rolled back when `work` throws.
  void Atomically(const std::function<void()>& work);

  // What `work` reads is of one moment; it writes nothing.
  void Together(const std::function<void()>& work) const;

  // For a ledger that was put back to an earlier state: a new ledger id, so that terminals send
  // again what they still have, and a feed that begins anew above every cursor given out before.
  void BeginAnew(std::int64_t now_ms);

  std::string Founding() const;  // how it was founded: "plain", or the demo's name
  Uuid Id() const;               // a new one when it begins anew
  // Whose it is: the county's sealing key, which stays. nullopt: of before this was kept.
  std::optional<studio::BoxPublicKey> County() const;
  void SetCounty(const studio::BoxPublicKey& key);

  // Copies the ledger to `file`, which says in itself up to where it is safe, and only then
  // believes it here.
  studio::Result<std::uint64_t> BackUp(const std::filesystem::path& file);
  // All that the engine's synchronous copy has on its disk is safe; called every so often. From
  // the first time on only that, and what is in a backup.
  void TakeCopyForSafe();
  LedgerState State() const;
  // When that was done last, Unix time; 0: never, or by a program that did not write it down.
  void NoteBackup(std::int64_t now_ms);
  std::int64_t LastBackupMs() const;

 private:
  explicit Ledger(std::unique_ptr<LedgerDatabase> database);

  std::unique_ptr<LedgerDatabase> database_;
  std::string mark_;                 // which the copy has not been seen to have
  std::uint64_t marked_serial_ = 0;  // the newest then
};

// Reads every page of a ledger's file and changes none, also beside a running `serve`; of one on
// PostgreSQL, whether it can be reached and is this program's. kNotFound; kMalformed: damaged;
// kUnavailable: it cannot be reached.
studio::Result<void> CheckLedger(const DataFolder& folder);

// Puts a backup in the place of the folder's ledger, which is kept beside under a dated name. The
// result has a new ledger id and a new feed generation; terminals that joined or were revoked since
// the backup are carried over where the replaced ledger can still be read, and numbers are never
// given twice. Nothing else may have the ledger open. kMalformed: no backup of a county.
studio::Result<void> RestoreLedger(const std::filesystem::path& backup, const DataFolder& folder,
                                   std::int64_t now_ms);

}  // namespace county
