// Which record or draft each attachment belongs to, and how far it has come. Files themselves lie
// in the AttachmentFolder; those that are to go once a change is committed are told by TakeErased.
// Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/record/attachment.h"
#include "shared/record/refusal.h"
#include "store/base/attachment_folder.h"
#include "store/base/connection.h"
#include "store/base/link_store.h"
#include "store/outbox/outbox.h"

namespace studio {

enum class AttachmentState : std::int64_t {  // as stored
  kWaiting = 0,
  kStored = 1,  // the county has it whole
  kSafe = 2,    // in its backup too; the file is gone, unless the record is for this studio too
  kSetAside = 3,
};
std::string_view NameOf(AttachmentState state);

class Attachments {
 public:
  Attachments(Connection& connection, const AttachmentFolder& folder)
      : connection_(connection), folder_(folder) {}

  // All within the caller's transaction.

  // kNotFound: a file is not there. kConflict: it is another record's.
  Result<bool> Add(std::int64_t record, std::span<const AttachmentRef> refs);
  // Of a record that was salvaged: what its header names and is still here.
  void TakeOver(const OutboxEntry& record, std::span<const Digest> digests);

  // A draft has these files and no others; what it had before goes, unless a record names it.
  void HoldForDraft(const std::string& mark, std::span<const AttachmentRef> refs);
  void LetGoOfDraft(const std::string& mark) { HoldForDraft(mark, {}); }
  // Those whose files are there.
  std::vector<AttachmentRef> Present(std::span<const AttachmentRef> refs) const;

  // Whether a record's row or a draft says that the file is to stay.
  bool IsNamed(const Digest& digest);
  // The oldest waiting. Its record may wait too.
  std::optional<WaitingAttachment> Oldest();
  // All of them, oldest first, until `take` says false.
  void EachWaiting(const std::function<bool(const WaitingAttachment&)>& take);

  // False where it does not wait.
  bool MarkStored(const Digest& digest, std::uint64_t serial);
  bool MarkSetAside(const Digest& digest, Refusal code, const std::string& reason);
  // The county refused the record, or took it after all.
  void SetRecordAside(std::int64_t record);
  void TakeUpAgain(std::int64_t record);
  // Stored ones up to the serial, at most `limit`; their files go unless they are this studio's
  // too. Returns how many.
  int MarkSafe(std::uint64_t safe_serial, int limit);
  int ResendUnsafe();
  void Withdraw(std::int64_t record);

  // Files to remove if the change was committed; forgotten by asking.
  std::vector<Digest> TakeErased() { return std::exchange(erased_, {}); }

 private:
  void Insert(std::int64_t record, const Digest& digest, std::uint64_t bytes,
              const std::optional<std::string>& set_aside);

  Connection& connection_;
  const AttachmentFolder& folder_;
  std::vector<Digest> erased_;
};

// The statements whose cost must not grow with what was ever sent, for the test of their query
// plans.
std::vector<std::string> HotAttachmentStatements();

}  // namespace studio
