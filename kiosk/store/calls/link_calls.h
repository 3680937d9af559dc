// The county link (store/base/link_store.h). Answers on the store thread.
#pragma once

#include <memory>

#include "store/base/link_store.h"
#include "store/core/store_thread.h"

namespace studio {

class LinkCalls : public LinkStore {
 public:
  explicit LinkCalls(StoreThread thread) : thread_(std::move(thread)) {}

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

 private:
  // The attachment last found to be as it was made.
  using Intact = std::shared_ptr<std::optional<Digest>>;
  static Result<std::optional<WaitingAttachment>> NextOf(StoreCore& core, const Intact& intact,
                                                         const AttachmentChoice& choice);

  StoreThread thread_;
  Intact intact_ = std::make_shared<std::optional<Digest>>();  // store thread
};

}  // namespace studio
