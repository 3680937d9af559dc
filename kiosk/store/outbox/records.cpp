#include "store/outbox/records.h"

#include "app/request/withdrawal.h"

namespace studio {

Result<OutboxRow> RecordMaker::Make(const SenderChoice& choice, bool urgent, std::string_view body,
                                    const Readers& readers,
                                    std::span<const AttachmentRef> attachments) const {
  const Moment now = clock_->Now();
  RecordHeader header;
  header.id = Uuid::V7(now.wall_ms);
  header.kind = choice.kind;
  header.urgent = urgent;
  header.studio = studio_;
  header.terminal = terminal_;
  header.clock = {now.wall_ms, now.monotonic_ms, boot_, time_->SureOffset(now)};
  for (const AttachmentRef& ref : attachments) header.attachments.push_back(ref.digest);
  const std::vector<BoxPublicKey> keys = KeysFor(ReadershipOf(choice), readers);
  auto sealed = Seal({header.id, choice.kind, terminal_}, AsBytes(body), keys);
  if (!sealed) return tl::unexpected(sealed.error());
  header.sealed_hash = HashOfSealed(*sealed);
  OutboxRow row;
  row.header = Encode(header);
  row.sealed = std::move(*sealed);
  row.keep = keys.size() > 1;
  row.made_at_ms = time_->At(now).ms;
  return row;
}

std::int64_t RecordMaker::WithdrawableUntil(const ClockEvidence& made) const {
  Moment filed{made.wall_ms, made.monotonic_ms}, now = clock_->Now();
  if (made.offset_ms) {  // then both by the county's time
    filed.wall_ms += *made.offset_ms;
    now.wall_ms = time_->At(now).ms;
  }
  return studio::WithdrawableUntil(filed, made.boot == boot_, now);
}

}  // namespace studio
