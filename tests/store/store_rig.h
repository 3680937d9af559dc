// One terminal's store on real SQLite in a folder of its own, with real threads, a clock that the
// test moves, and a county that takes what it sends. Calls wait for their answer.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/main_queue.h"
#include "platform/serial_thread.h"
#include "store/calls/store.h"
#include "test_county.h"
#include "test_support/temp_folder.h"

namespace studio {

class TestClock : public Clock {
 public:
  Moment Now() const override {
    std::lock_guard lock(mutex_);
    return now_;
  }
  void Advance(std::int64_t ms) {
    std::lock_guard lock(mutex_);
    now_.wall_ms += ms;
    now_.monotonic_ms += ms;
  }
  // As somebody sets the clock.
  void MoveWall(std::int64_t ms) {
    std::lock_guard lock(mutex_);
    now_.wall_ms += ms;
  }
  void Reboot() {
    std::lock_guard lock(mutex_);
    now_.monotonic_ms = 1000;
  }

 private:
  mutable std::mutex mutex_;
  Moment now_{1'795'000'000'000, 5'000'000};  // 2026-11-18 in Asia/Shanghai
};

class StoreRig {
 public:
  static constexpr TerminalNumber kTerminal = 37;
  static constexpr StudioId kStudio = 3;

  // A terminal in a folder of its own, or one on a copy of another's folder.
  StoreRig();
  explicit StoreRig(const StoreRig& twin, const std::filesystem::path& copy);
  ~StoreRig();

  void Start();
  void Stop();  // everything posted is done and the database closed
  void Restart() {
    Stop();
    Start();
  }

  // A slip without the slow derivation.
  Slip QuickSlip();
  // One going or coming at the rig's studio, on the clock's day.
  CheckInBody Coming(const std::string& member, const std::string& shift, bool out = false) const;
  static RequestBody Body(const Slip& slip, const std::string& words);
  Result<ReceiptStatus> File(const std::string& words, bool urgent = false);
  Result<ReceiptStatus> FileBody(const RequestBody& body, bool urgent = false);
  Result<ReceiptStatus> Withdraw(const std::string& number);
  Result<Slip> PrepareSlip();
  Result<bool> Guide(const RequestBody& body);

  // A photo that somebody just took, and a request with some.
  AttachmentPtr Attach(const Bytes& plain);
  Result<ReceiptStatus> FileWith(const std::string& words, const std::vector<AttachmentPtr>& with,
                                 bool members_may_read = false);
  std::filesystem::path FileOf(const Digest& digest) const;
  // Written anywhere below the folder, as it is or in the log.
  bool LiesOnDisk(const std::string& text) const;
  std::vector<std::string> FilesOnDisk() const;  // in the attachments' folder, sorted
  Result<std::optional<WaitingAttachment>> NextAttachment();
  Result<Bytes> ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max);
  Result<bool> Apply(const AttachmentAck& ack);
  Result<bool> SetAside(const Digest& digest, Refusal code, const std::string& reason);
  // Each as "STATE" or "set_aside: REASON", as the outbox lists it.
  std::vector<std::string> AttachmentStates(const std::string& receipt);

  Result<CheckInGrounds> ReadGrounds();
  Result<bool> CheckIn(const CheckInBody& body, std::optional<BadgeNonce> live_code = {},
                       std::int64_t code_until_s = 0);
  Result<std::optional<KeptHandover>> ReadHandover();
  Result<bool> LeaveHandover(const HandoverBody& body);
  Result<bool> ConfirmHandover(const std::string& record, const std::string& member);
  Result<RotationInput> ReadMonth(std::chrono::year_month month);
  Result<DutyNotes> ReadNotes(std::chrono::year_month month, const BoxKeyPair& key);
  Result<bool> ChangeRoster(const std::vector<RosterChangeBody>& bodies);
  Result<std::vector<PendingRosterChange>> PendingChanges();
  Result<bool> ForgetRefused(const std::vector<std::string>& records);
  Result<OutboxReport> ReadOutbox(std::size_t most_items = 100);
  Result<std::int64_t> TryAgain(const std::vector<SetAsideItem>& items);
  Result<std::int64_t> TryAllAgain();
  Result<UnlockAnswer> Unlock(const std::string& member, const BadgeSecret& secret,
                              const std::string& pin);

  Result<AccountPtr> ReadAccount(const AccountAsked& asked);
  Result<bool> FileActivity(const KeySession& session, const ActivityBody& body);
  Result<StudioAccountPtr> ReadYear(const YearAsked& asked);
  Result<std::optional<Writeup>> ReadWriteup(const KeySession& session, const Uuid& record);
  Result<bool> FileReview(const KeySession& session, const ReviewBody& body);
  Result<bool> FileYearClosing(const KeySession& session, const YearClosingBody& body);
  Result<bool> FileCoauthor(const KeySession& session, const CoauthorBody& body);
  Result<ProposalsPtr> ReadProposals(const KeySession& session);
  Result<bool> RateProposal(const KeySession& session, const ProposalRatingBody& body);
  Result<bool> KeepDraft(const KeySession& session, const ActivityBody& body);
  Result<std::optional<ActivityBody>> ReadDraft(const KeySession& session);
  Result<bool> DropDraft(const KeySession& session);
  Result<DeskRequestsPtr> ReadRequests(const KeySession& session);
  Result<bool> FileReply(const KeySession& session, const MemberReplyBody& body);
  Result<bool> KeepReplyDraft(const KeySession& session, const Uuid& request,
                              const MemberReplyDraft& draft);
  Result<std::optional<MemberReplyDraft>> ReadReplyDraft(const KeySession& session,
                                                         const Uuid& request);
  Result<bool> DropReplyDraft(const KeySession& session, const Uuid& request);

  Result<DeskLedgerPtr> ReadLedger(const KeySession& session);
  Result<StudioLedgerPtr> ReadStudioLedger(const KeySession& session);
  Result<bool> FileLineClosing(const KeySession& session, const LineClosingBody& body);
  Result<bool> FileHeard(const KeySession& session, const HeardBody& body);
  Result<bool> FileInformation(const KeySession& session, const InformationBody& body);
  Result<bool> KeepLedgerDraft(const KeySession& session, const LedgerDraft& draft);
  Result<LedgerDrafts> ReadLedgerDrafts(const KeySession& session);
  Result<bool> DropLedgerDraft(const KeySession& session, LedgerPiece piece);

  // A slip whose code derives its key, of any terminal.
  static Slip RealSlip(std::uint32_t five_digits, TerminalNumber terminal = kTerminal);
  Result<TrackReply> LookUp(const ReceiptNumber& number, const LookupCode& code);
  Result<TrackReply> LookUpLive(const ReceiptNumber& number, const LookupCode& code,
                                const StatusWord& word);
  Result<bool> Rate(const RatingBody& body);
  Result<bool> GiveOpinion(const OpinionBody& body);
  Result<ReceiptStatus> PostWish(const WishBody& body);
  Result<bool> TendWish(const WishBody& body);
  Result<Bytes> ReadPicture(const std::string& id);

  Result<PreparedBatch> Prepare(const BatchLimits& limits = {});
  Result<PreparedBatch> Greeting();
  Batch Decoded(const BatchLimits& limits = {});
  Result<AckOutcome> Apply(const Ack& ack);
  Result<FeedPosition> Position();
  Result<StoreHealth> ReadHealth();
  Result<FeedPosition> Apply(const FeedPage& page);
  // One greeting, then batches until nothing waits.
  void Drain(TestCounty& county, const BatchLimits& limits = {});
  AckOutcome Exchange(TestCounty& county, const BatchLimits& limits = {});

  std::string OutboxState(const std::string& receipt);
  void Settle();  // every listener has been told what happened so far

  TempFolder temp;
  std::filesystem::path folder;
  TestClock clock;
  Uuid boot = Uuid::Random();
  SigningKey terminal_key = SigningKey::Generate();
  BoxPublicKey county_key;
  VerifyKey county_signing_key;
  std::function<void()> on_worker;  // before each of the worker's jobs, on its thread
  std::unique_ptr<Store> store;

  // What the listeners heard, newest last.
  std::vector<OutboxSummary> summaries;
  std::vector<ReceiptStatus> receipts;
  std::vector<Fault> faults;
  std::shared_ptr<const Station> station;
  std::vector<RosterSummary> roster;

 private:
  template <class T>
  Result<T> OnMain(const std::function<void(RequestStore::Done<T>)>& call);
  template <class T>
  Result<T> OnStore(const std::function<void(LinkStore::Done<T>)>& call);

  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  MainQueue queue_;
  class Watched : public Executor {
   public:
    explicit Watched(StoreRig& rig) : rig_(rig) {}
    void Post(std::function<void()> job) override {
      rig_.worker_->Post([this, job = std::move(job)] {
        if (rig_.on_worker) rig_.on_worker();
        job();
      });
    }

   private:
    StoreRig& rig_;
  };

  Watched watched_{*this};
  std::unique_ptr<SerialThread> store_thread_;
  std::unique_ptr<SerialThread> worker_;
};

// A running terminal and the county it belongs to.
struct Site {
  Site() : county(rig.terminal_key.Public()) {
    rig.county_key = county.sealing.Public();
    rig.Start();
  }
  StoreRig rig;
  TestCounty county;
};

}  // namespace studio
