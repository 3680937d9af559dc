#include "store/core/store.h"

#include "store/core/store_core.h"

namespace studio {
namespace {

// Passes each call to the store thread and each answer to the thread that waits for it. The
// core is shared with the jobs on their way, so what was posted is done even after the store
// itself is gone.
class ThreadedStore : public Store {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;  // all interfaces have it

  explicit ThreadedStore(StoreParts parts)
      : store_thread_(parts.store_thread),
        worker_(parts.worker),
        main_queue_(parts.main_queue),
        core_(std::make_shared<StoreCore>(std::move(parts))),
        folder_(core_->folder()) {
    folder_->OnDrop([core = core_, store_thread = store_thread_](const Digest& digest) {
      store_thread->Post([core, digest] { core->DropAttachment(digest); });
    });
    store_thread_->Post([core = core_] { core->Start(); });
  }

  ~ThreadedStore() override {
    folder_->OnDrop(nullptr);
    store_thread_->Post([core = std::move(core_)] { core->Close(); });
  }

  void TryWriting() override {
    store_thread_->Post([core = core_] { core->TryWriting(); });
  }

  AttachmentFiles& Attachments() override { return *folder_; }

  void PrepareSlip(Done<Slip> done) override {
    store_thread_->Post(
        [core = core_, worker = worker_, queue = main_queue_, done = std::move(done)] {
          auto number = core->PickNumber();
          if (!number) {
            Answer<Slip>(queue, done, tl::unexpected(number.error()));
            return;
          }
          worker->Post([queue, done, number = *number] {
            const LookupCode code = LookupCode::Random();
            auto key = DeriveReadingKey(number, code);
            if (!key) {
              Answer<Slip>(queue, done, tl::unexpected(key.error()));
              return;
            }
            Answer<Slip>(queue, done, Slip{number, code, key->Public()});
          });
        });
  }

  void File(RequestBody body, bool urgent, Done<ReceiptStatus> done) override {
    store_thread_->Post(
        [core = core_, queue = main_queue_, body = std::move(body), urgent,
         done = std::move(done)] { Answer(queue, done, core->File(body, urgent)); });
  }

  void RecordGuidance(RequestBody body, Done<bool> done) override {
    store_thread_->Post([core = core_, queue = main_queue_, body = std::move(body),
                         done = std::move(done)] { Answer(queue, done, core->Guide(body)); });
  }

  void Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) override {
    store_thread_->Post([core = core_, queue = main_queue_, number, done = std::move(done)] {
      Answer(queue, done, core->Withdraw(number));
    });
  }

  void ReadGrounds(Done<CheckInGrounds> done) override {
    Ask(std::move(done), [](StoreCore& core) { return core.ReadGrounds(); });
  }

  void CheckIn(CheckInBody body, std::optional<BadgeNonce> live_code, std::int64_t code_until_s,
               Done<bool> done) override {
    Ask(std::move(done), [body = std::move(body), live_code, code_until_s](StoreCore& core) {
      return core.CheckIn(body, live_code, code_until_s);
    });
  }

  void ReadHandover(Done<std::optional<KeptHandover>> done) override {
    Ask(std::move(done), [](StoreCore& core) { return core.ReadHandover(); });
  }

  void LeaveHandover(HandoverBody body, Done<bool> done) override {
    Ask(std::move(done),
        [body = std::move(body)](StoreCore& core) { return core.LeaveHandover(body); });
  }

  void ConfirmHandover(std::string record, std::string member, Done<bool> done) override {
    Ask(std::move(done), [record = std::move(record), member = std::move(member)](StoreCore& core) {
      return core.ConfirmHandover(record, member);
    });
  }

  void ReadMonth(std::chrono::year_month month, Done<RotationInput> done) override {
    Ask(std::move(done), [month](StoreCore& core) { return core.ReadMonth(month); });
  }

  void ReadRoster(Done<RosterNow> done) override {
    Ask(std::move(done), [](StoreCore& core) { return core.ReadRoster(); });
  }

  void ChangeRoster(RosterChangeBody body, Done<bool> done) override {
    ChangeRosterAtOnce({std::move(body)}, std::move(done));
  }

  void ChangeRosterAtOnce(std::vector<RosterChangeBody> bodies, Done<bool> done) override {
    Ask(std::move(done),
        [bodies = std::move(bodies)](StoreCore& core) { return core.ChangeRoster(bodies); });
  }

  void ReadPendingChanges(Done<std::vector<PendingRosterChange>> done) override {
    Ask(std::move(done), [](StoreCore& core) { return core.ReadPendingChanges(); });
  }

  void ForgetRefused(std::vector<std::string> records, Done<bool> done) override {
    Ask(std::move(done),
        [records = std::move(records)](StoreCore& core) { return core.ForgetRefused(records); });
  }

  void ReadOutbox(std::size_t most_items, Done<OutboxReport> done) override {
    Ask(std::move(done), [most_items](StoreCore& core) { return core.ReadOutbox(most_items); });
  }

  void TryAgain(std::vector<SetAsideItem> items, Done<std::int64_t> done) override {
    Ask(std::move(done),
        [items = std::move(items)](StoreCore& core) { return core.TryAgain(items); });
  }

  void TryAllAgain(Done<std::int64_t> done) override {
    Ask(std::move(done), [](StoreCore& core) { return core.TryAllAgain(); });
  }

  void Unlock(std::string member, BadgeSecret secret, std::string pin,
              Done<UnlockAnswer> done) override {
    auto secrets = std::make_shared<const UnlockSecrets>(secret, pin);
    Wipe(pin);
    store_thread_->Post([core = core_, store_thread = store_thread_, worker = worker_,
                         queue = main_queue_, member = std::move(member),
                         secrets = std::move(secrets), done = std::move(done)] {
      auto attempt = core->BeginUnlock(member);
      if (!attempt || !attempt->allowed) {
        Answer<UnlockAnswer>(queue, done,
                             attempt.map([](const UnlockTry& none) { return none.refused; }));
        return;
      }
      worker->Post([core, store_thread, queue, attempt = std::move(*attempt), secrets, done] {
        auto opened = OpenStudioKey(attempt, *secrets);
        store_thread->Post([core, queue, attempt, opened = std::move(opened), done] {
          Answer(queue, done, core->EndUnlock(attempt, opened));
        });
      });
    });
  }

  void Track(const ReceiptNumber& number, const LookupCode& code, Done<TrackReply> done) override {
    Look(number, code, std::nullopt, std::move(done));
  }

  void TrackLive(const ReceiptNumber& number, const LookupCode& code, StatusWord word,
                 Done<TrackReply> done) override {
    Look(number, code, std::move(word), std::move(done));
  }

  void Rate(RatingBody body, Done<bool> done) override {
    Ask(std::move(done), [body = std::move(body)](StoreCore& core) { return core.Rate(body); });
  }

  void GiveOpinion(OpinionBody body, Done<bool> done) override {
    Ask(std::move(done),
        [body = std::move(body)](StoreCore& core) { return core.GiveOpinion(body); });
  }

  void PostWish(WishBody body, Done<ReceiptStatus> done) override {
    Ask(std::move(done), [body = std::move(body)](StoreCore& core) { return core.PostWish(body); });
  }

  void TendWish(WishBody body, Done<bool> done) override {
    Ask(std::move(done), [body = std::move(body)](StoreCore& core) { return core.TendWish(body); });
  }

  void ReadPicture(std::string id, Done<Bytes> done) override {
    Ask(std::move(done), [id = std::move(id)](StoreCore& core) { return core.ReadPicture(id); });
  }

  void PrepareBatch(const BatchLimits& limits, Done<PreparedBatch> done) override {
    store_thread_->Post(
        [core = core_, limits, done = std::move(done)] { done(core->PrepareBatch(limits)); });
  }

  void PrepareGreeting(Done<PreparedBatch> done) override { PrepareBatch({0, 0}, std::move(done)); }

  void ApplyAck(Ack ack, Done<AckOutcome> done) override {
    store_thread_->Post(
        [core = core_, store_thread = store_thread_, ack = std::move(ack), done = std::move(done)] {
          bool more_safe = false;
          done(core->Acknowledge(ack, more_safe));
          if (more_safe) Sweep(core, store_thread);
        });
  }

  void ReadFeedPosition(Done<FeedPosition> done) override {
    store_thread_->Post([core = core_, done = std::move(done)] { done(core->ReadFeedPosition()); });
  }

  void ApplyPage(FeedPage page, Done<FeedPosition> done) override {
    store_thread_->Post([core = core_, page = std::move(page), done = std::move(done)] {
      done(core->ApplyPage(page));
    });
  }

  void NextAttachment(Done<std::optional<WaitingAttachment>> done) override {
    store_thread_->Post([core = core_, done = std::move(done)] { done(core->NextAttachment()); });
  }

  void ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max,
                      Done<Bytes> done) override {
    store_thread_->Post([core = core_, digest, offset, max, done = std::move(done)] {
      done(core->ReadAttachment(digest, offset, max));
    });
  }

  void ApplyAttachmentAck(AttachmentAck ack, Done<bool> done) override {
    store_thread_->Post(
        [core = core_, ack, done = std::move(done)] { done(core->AcknowledgeAttachment(ack)); });
  }

  void SetAttachmentAside(const Digest& digest, std::string reason, Done<bool> done) override {
    store_thread_->Post([core = core_, digest, reason = std::move(reason), done = std::move(done)] {
      done(core->SetAttachmentAside(digest, reason));
    });
  }

  void ReadHealth(Done<StoreHealth> done) override {
    store_thread_->Post([core = core_, done = std::move(done)] { done(core->ReadHealth()); });
  }

  void NoteClockOffset(std::int64_t offset_ms) override {
    store_thread_->Post([core = core_, offset_ms] { core->NoteOffset(offset_ms); });
  }

 private:
  template <class T>
  static void Answer(MainQueue* queue, const Done<T>& done, Result<T> result) {
    queue->Post([done, result = std::move(result)] { done(result); });
  }

  // Done on the store thread, answered on the main thread.
  template <class T, class Call>
  void Ask(Done<T> done, Call call) {
    store_thread_->Post([core = core_, queue = main_queue_, done = std::move(done),
                         call = std::move(call)] { Answer<T>(queue, done, call(*core)); });
  }

  // Counted on the store thread, derived on the worker, opened on the store thread.
  void Look(const ReceiptNumber& number, const LookupCode& code, std::optional<StatusWord> word,
            Done<TrackReply> done) {
    store_thread_->Post([core = core_, store_thread = store_thread_, worker = worker_,
                         queue = main_queue_, number, code, word = std::move(word),
                         done = std::move(done)] {
      auto attempt = core->BeginTrack(number, word);
      if (!attempt || !attempt->allowed) {
        Answer<TrackReply>(queue, done,
                           attempt.map([](const TrackTry& none) { return none.refused; }));
        return;
      }
      worker->Post(
          [core, store_thread, queue, number, code, word, attempt = std::move(*attempt), done] {
            auto key = DeriveReadingKey(number, code);
            store_thread->Post([core, queue, number, word, attempt, key = std::move(key), done] {
              Answer(queue, done, core->EndTrack(number, word, attempt, key));
            });
          });
    });
  }

  static void Sweep(const std::shared_ptr<StoreCore>& core, Executor* store_thread) {
    store_thread->Post([core, store_thread] {
      if (core->Sweep()) Sweep(core, store_thread);
    });
  }

  Executor* store_thread_;
  Executor* worker_;
  MainQueue* main_queue_;
  std::shared_ptr<StoreCore> core_;
  std::shared_ptr<AttachmentFolder> folder_;
};

}  // namespace

std::unique_ptr<Store> Store::Open(StoreParts parts) {
  return std::make_unique<ThreadedStore>(std::move(parts));
}

}  // namespace studio
