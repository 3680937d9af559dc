// A round's first part: records up until none wait.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "sync/line/answer_reason.h"
#include "sync/link/link_loop.h"

namespace studio {

void LinkLoop::PrepareRecords() {
  work_waiting_ = false;
  if (!greeted_) {
    parts_.store->PrepareGreeting(OnThisThread(&LinkLoop::OnPrepared));
  } else {
    const bool try_behind = behind_.Due(parts_.clock->Now().monotonic_ms);
    parts_.store->PrepareBatch(
        {batch_records_, parts_.options.batch.bytes, behind_.ids(), try_behind},
        OnThisThread(&LinkLoop::OnPrepared));
  }
}

void LinkLoop::OnPrepared(Result<PreparedBatch> prepared) {
  if (!prepared) return GiveUpLocally(prepared.error());
  protocol_.Trust(prepared->county_keys);
  // A batch without records is a greeting, and one exchange a round is enough to be up to date.
  if (prepared->records == 0 && exchanged_) return AskFeedPosition();
  batch_ = std::move(*prepared);
  Exchange([this](std::int64_t now_s) { return protocol_.RecordsRequest(batch_.bytes, now_s); },
           [this](const HttpAnswer& answer) { OnRecordsAnswer(answer); });
}

void LinkLoop::OnRecordsAnswer(const HttpAnswer& answer) {
  // On a line that breaks off, less at a time gets through.
  if (answer.fault == HttpFault::kUnreachable) {
    batch_records_ = std::max<std::size_t>(batch_records_ / 2, 1);
  }
  if (batch_.records > 0 && MayBeOfWhatWasSent(answer)) return OnBatchRefused(answer);
  if (!IsAnswer(answer)) return;
  Result<Ack> ack = protocol_.ReadAck(answer.body, batch_.bytes, batch_.records);
  if (!ack) {
    return GiveUp(LinkCondition::kUntrusted, "not the county's ack: " + ack.error().detail,
                  TryFailure::kUntrusted);
  }
  if (last_batch_ == ack->batch_hash) {
    return GiveUpLocally({ErrorKind::kConflict, "the store offers an acknowledged batch again"});
  }
  last_batch_ = ack->batch_hash;
  for (const RecordAnswer& record : ack->answers) {
    behind_.GotThrough(record.id);
    if (record.status == RecordStatus::kConflict || record.status == RecordStatus::kRejected) {
      rest_.heartbeats().SetAsideChanged();
    }
  }
  if (behind_.ids().empty()) record_trouble_.clear();
  if (!ack->answers.empty()) failed_alone_ = 0;
  if (!ack->answers.empty() && std::exchange(struggling_, false)) {
    behind_.TryNow(parts_.clock->Now().monotonic_ms);
  }
  newest_cursor_ = ack->feed_cursor;
  HeardFromCounty(ack->county_time_ms);
  parts_.store->ApplyAck(std::move(*ack), OnThisThread(&LinkLoop::OnAckApplied));
}

void LinkLoop::OnBatchRefused(const HttpAnswer& answer) {
  if (batch_.records > 1) {
    batch_records_ = batch_.records / 2;
    return PrepareRecords();
  }
  const auto batch = DecodeBatch(batch_.bytes);
  const auto header = batch ? DecodeRecordHeader(batch->entries.at(0).header)
                            : Result<RecordHeader>(tl::unexpected(batch.error()));
  if (!header) return GiveUpLocally(header.error());
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  behind_.Failed(header->id, now_ms);
  record_trouble_ = "a record steps behind: " + StatusReason(answer);
  spdlog::warn("county link: record {}: {}", header->id.ToString(), record_trouble_);
  // One of them may be what is wrong; of two, rather the county.
  if (++failed_alone_ == 1) return PrepareRecords();
  struggling_ = true;
  (void)IsAnswer(answer);
}

void LinkLoop::OnAckApplied(Result<AckOutcome> outcome) {
  if (!outcome) return GiveUpLocally(outcome.error());
  if (outcome->moved_to_new_stream) spdlog::warn("county link: moved to a new stream");
  if (outcome->resending) spdlog::warn("county link: the county's ledger changed; sending again");
  greeted_ = true;
  exchanged_ = true;
  batch_records_ = std::min(batch_records_ * 2, parts_.options.batch.records);
  Announce(LinkCondition::kConnected, Trouble());
  PrepareRecords();
}

}  // namespace studio
