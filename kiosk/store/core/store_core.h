// The store as its thread sees it: one call after another, each of them whole or not at all.
// Keeps the database open, puts a damaged one aside and goes on with a new one, and tells the
// listeners what changed. Store thread, all of it; throws nothing.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "store/acts/acks.h"
#include "store/acts/unlocking.h"
#include "store/base/attachment_folder.h"
#include "store/core/store.h"
#include "store/rows/cases.h"
#include "store/rows/records.h"
#include "store/rows/requests.h"
#include "store/rows/tables.h"

namespace studio {

class StoreCore {
 public:
  explicit StoreCore(StoreParts parts);

  void Start();
  void Close();

  // A number that no receipt here has and that was not handed out lately. kUnavailable: all of
  // this terminal's numbers are used.
  Result<ReceiptNumber> PickNumber();
  Result<ReceiptStatus> File(const RequestBody& body, bool urgent);
  Result<bool> Guide(const RequestBody& body);
  Result<ReceiptStatus> Withdraw(const ReceiptNumber& number);
  // Before and after the derivation (store/rows/cases.h).
  Result<TrackTry> BeginTrack(const ReceiptNumber& number, const std::optional<StatusWord>& word);
  Result<TrackReply> EndTrack(const ReceiptNumber& number, const std::optional<StatusWord>& word,
                              const TrackTry& attempt, const Result<BoxKeyPair>& key);
  Result<bool> Rate(const RatingBody& body);
  Result<bool> GiveOpinion(const OpinionBody& body);
  Result<ReceiptStatus> PostWish(const WishBody& body);
  Result<bool> TendWish(const WishBody& body);
  Result<Bytes> ReadPicture(const std::string& id);

  Result<PreparedBatch> PrepareBatch(const BatchLimits& limits);
  Result<AckOutcome> Acknowledge(const Ack& ack, bool& more_safe);
  bool Sweep();  // true while there is more
  Result<FeedPosition> ReadFeedPosition();
  Result<FeedPosition> ApplyPage(const FeedPage& page);

  std::shared_ptr<AttachmentFolder> folder() const { return folder_; }
  Result<std::optional<WaitingAttachment>> NextAttachment();
  Result<Bytes> ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max);
  Result<bool> AcknowledgeAttachment(const AttachmentAck& ack);
  Result<bool> SetAttachmentAside(const Digest& digest, const std::string& reason);
  // Nobody holds it any more: the file goes unless a record names it. A request that is being
  // filed was posted before its attachments could be let go, so its row is there by now.
  void DropAttachment(const Digest& digest);

  Result<CheckInGrounds> ReadGrounds();
  Result<bool> CheckIn(const CheckInBody& body, const std::optional<BadgeNonce>& live_code,
                       std::int64_t code_until_s);
  Result<std::optional<KeptHandover>> ReadHandover();
  Result<bool> LeaveHandover(const HandoverBody& body);
  Result<bool> ConfirmHandover(const std::string& record, const std::string& member);
  Result<RotationInput> ReadMonth(std::chrono::year_month month);
  Result<RosterNow> ReadRoster();
  Result<bool> ChangeRoster(const std::vector<RosterChangeBody>& bodies);  // all or none
  Result<std::vector<PendingRosterChange>> ReadPendingChanges();
  Result<bool> ForgetRefused(const std::vector<std::string>& records);
  Result<OutboxReport> ReadOutbox(std::size_t most_items);
  Result<std::int64_t> TryAgain(const std::vector<SetAsideItem>& items);
  Result<std::int64_t> TryAllAgain();
  // Before and after the derivation (store/acts/unlocking.h).
  Result<UnlockTry> BeginUnlock(const std::string& member);
  Result<UnlockAnswer> EndUnlock(const UnlockTry& attempt, const Result<BoxKeyPair>& opened);

  Result<StoreHealth> ReadHealth();
  void NoteOffset(std::int64_t offset_ms);
  void TryWriting();

 private:
  enum class Access { kRead, kWrite };
  // Runs `call` with the tables open; damage met on the way puts the database aside and runs it
  // again on the new one.
  template <class T, class Call>
  Result<T> With(Access access, Call call);
  Result<bool> OpenTables();
  Result<bool> StartOver();
  void EraseOrphans();
  // Why a waiting attachment cannot go up.
  std::optional<std::string> Damage(const WaitingAttachment& attachment) const;
  Error Refuse(const SQLite::Exception& e);
  void Tell(Fault fault);
  template <class Call>
  Result<bool> FileDuty(Call call);
  template <class T, class Call>
  Result<T> FileVoice(Call call);
  std::shared_ptr<const Station> BuildStation(Tables& tables) const;
  template <class Call>
  Result<std::int64_t> PutBack(Call call);
  void TellRoster();
  void TellCases(const FeedPage& page);
  void TellOutbox();
  void TellStation();
  void TellClaims();  // the station with them, where they are others
  void TellWork();
  void EraseLog();
  Readers CurrentReaders() const;

  StoreParts parts_;
  RecordMaker maker_;
  std::shared_ptr<AttachmentFolder> folder_;
  std::unique_ptr<Tables> tables_;  // null while the database cannot be used
  bool orphans_erased_ = false;
  std::optional<Digest> intact_;  // the attachment last found to be as it was made
  std::shared_ptr<const Station> station_;
  std::deque<std::string> handed_out_;  // newest last
  Fault fault_ = Fault::kNone;
};

}  // namespace studio
