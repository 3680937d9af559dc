// What the county link asks of the store. Calls return at once; the statement runs on the store
// thread and `done` runs there too, so the link posts it on to its own loop.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "shared/base/result.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/heartbeat.h"
#include "shared/feed/feed.h"
#include "shared/record/refusal.h"

namespace studio {

struct BatchLimits {
  std::size_t records = 200;
  std::size_t bytes = 1024 * 1024;
  // Passed over while anything else waits; then, where one may be tried, the first of them alone.
  std::vector<Uuid> behind{};
  bool try_behind = false;
};

// Which attachment goes next.
struct AttachmentChoice {
  std::size_t records_behind = 0;  // that many waiting records hold up no attachment
  std::vector<Digest> behind{};    // as of BatchLimits
  bool try_behind = false;
};

struct PreparedBatch {
  Bytes bytes;              // encoded Batch
  std::size_t records = 0;  // 0: a greeting
  // By whose signatures answers are believed from now on. Empty: by the one from enrolment.
  std::vector<VerifyKey> county_keys{};
};

struct AckOutcome {
  bool moved_to_new_stream = false;
  bool resending =
      false;  // the county lost or changed its ledger: stored but unsafe records wait again
  std::size_t still_waiting = 0;
};

struct FeedPosition {
  std::string cursor;                    // empty: from the beginning
  Uuid generation;                       // of what is applied; zeros at first
  std::vector<VerifyKey> county_keys{};  // as above: a page may have brought new ones
  std::int64_t heard_ms = 0;             // county time of the newest ack; 0: none yet
};

struct WaitingAttachment {
  Digest digest{};
  std::uint64_t bytes = 0;  // of the encrypted file
};

// How the store is, for the heartbeat.
struct StoreHealth {
  std::uint64_t waiting = 0;
  std::uint64_t waiting_attachments = 0;
  std::optional<std::int64_t> oldest_made_ms;  // of what waits, by this terminal's clock
  std::vector<SetAsideCount> set_aside;        // attachments too
  std::optional<std::int64_t> last_check_in_ms;
  std::uint32_t schema = 0;
  PinCount pins;
};

class LinkStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~LinkStore() = default;

  // Urgent first, then oldest. An empty batch is a greeting: only the current stream and head.
  virtual void PrepareBatch(const BatchLimits& limits, Done<PreparedBatch> done) = 0;
  virtual void PrepareGreeting(Done<PreparedBatch> done) = 0;
  // One transaction: statuses, `safe`, erasure, new stream where the county knows more of ours
  // than we do. The ack's signature, terminal and batch hash have been checked by the caller.
  virtual void ApplyAck(Ack ack, Done<AckOutcome> done) = 0;
  virtual void ReadFeedPosition(Done<FeedPosition> done) = 0;
  // One transaction. kConflict where the page does not continue from what is applied.
  virtual void ApplyPage(FeedPage page, Done<FeedPosition> done) = 0;
  // The oldest whose record the county has; none while a record waits that did not step behind.
  // What is not as it was made is set aside on the way.
  virtual void NextAttachment(const AttachmentChoice& choice,
                              Done<std::optional<WaitingAttachment>> done) = 0;
  // At most `max` bytes of the encrypted file. kNotFound: withdrawn, or the file is gone; ask for
  // the next again.
  virtual void ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max,
                              Done<Bytes> done) = 0;
  // The county has it whole. Signature, terminal and digest have been checked by the caller.
  // kConflict: in another ledger than the last ack's. kNotFound: it no longer waits.
  virtual void ApplyAttachmentAck(AttachmentAck ack, Done<bool> done) = 0;
  // The county will not have it; the file stays. False: it no longer waits.
  virtual void SetAttachmentAside(const Digest& digest, Refusal code, std::string reason,
                                  Done<bool> done) = 0;
  virtual void ReadHealth(Done<StoreHealth> done) = 0;
  // The county said that it was `county_ms` at that moment of this boot (app/base/known_time.h).
  // From then on all goes by it; written down for the next start.
  virtual void NoteCountyTime(std::int64_t county_ms, const Moment& heard) = 0;
};

}  // namespace studio
