// A store without a disk: keeps records in memory, on a thread of its own as the real one does.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "store/base/identity.h"
#include "store/base/link_store.h"

namespace studio::test {

class FakeLinkStore : public LinkStore {
 public:
  explicit FakeLinkStore(Identity identity);
  ~FakeLinkStore() override;

  // One more record waits; its id.
  Uuid Add();
  // One more attachment waits, its record known to the county.
  Digest AddAttachment(const Bytes& file);
  // As if it had been withdrawn.
  void RemoveAttachment(const Digest& digest);
  // ApplyAck fails from now on, or no longer.
  void BreakDisk(bool broken);

  void PrepareBatch(const BatchLimits& limits, Done<PreparedBatch> done) override;
  void PrepareGreeting(Done<PreparedBatch> done) override;
  void ApplyAck(Ack ack, Done<AckOutcome> done) override;
  void ReadFeedPosition(Done<FeedPosition> done) override;
  void ApplyPage(FeedPage page, Done<FeedPosition> done) override;
  void NextAttachment(const AttachmentChoice& choice,
                      Done<std::optional<WaitingAttachment>> done) override;
  void ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max,
                      Done<Bytes> done) override;
  void ApplyAttachmentAck(AttachmentAck ack, Done<bool> done) override;
  void SetAttachmentAside(const Digest& digest, Refusal code, std::string reason,
                          Done<bool> done) override;
  void ReadHealth(Done<StoreHealth> done) override;
  void NoteCountyTime(std::int64_t county_ms, const Moment& heard) override;

  struct File {
    Digest digest{};
    Bytes bytes;
  };

  struct State {
    std::vector<std::pair<Uuid, BatchEntry>> waiting;
    std::vector<Uuid> stored;
    int acks = 0;
    int failed_acks = 0;
    std::vector<FeedPage> pages;
    FeedPosition position;
    std::optional<std::int64_t> offset_ms;
    std::vector<File> files;             // waiting
    std::vector<File> stored_files;      // the county's word came
    std::vector<std::string> set_aside;  // reasons
    std::vector<Refusal> refusals;       // beside them
    int pieces = 0;                      // read
    Uuid ledger;
    bool broken = false;
  };
  // Waits until the state satisfies `enough`; false at the deadline.
  bool WaitUntil(const std::function<bool(const State&)>& enough);
  State Now() const;

 private:
  void Post(std::function<void()> job);
  PreparedBatch Prepare(const BatchLimits& limits);  // mutex_ held

  const Identity identity_;
  StreamOpening opening_;
  StreamHead head_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  State state_;                             // guarded by mutex_
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_
  bool stopping_ = false;                   // guarded by mutex_
  std::thread thread_;
};

}  // namespace studio::test
