#include "server/office/office.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/envelope.h"
#include "shared/record/attachment.h"

namespace county {

namespace {

Refusal Unknown() {
  return {404, "unknown_attachment", "no record of this terminal that has a body names it"};
}
Refusal NotBegun() { return {404, "not_begun", "no upload of it has begun"}; }

// What keeps these bytes from being added.
std::optional<Refusal> FaultOf(const std::optional<KnownAttachment>& known, std::uint64_t offset,
                               std::size_t size) {
  if (!known) return Unknown();
  if (known->length == 0) return NotBegun();
  if (offset != known->received) {
    return Refusal{409, "wrong_offset", "the upload is at " + std::to_string(known->received)};
  }
  if (size > known->length - known->received) {
    return Refusal{413, "too_large", "beyond the length that was told"};
  }
  return std::nullopt;
}

}  // namespace

Answer<Upload> Office::BeginUpload(const Terminal& terminal, const Digest& digest,
                                   std::uint64_t length) {
  if (length == 0) return tl::unexpected(Refusal{400, "malformed", "an attachment is not empty"});
  if (length > studio::kMaxAttachmentBytes) {
    return tl::unexpected(Refusal{
        413, "too_large", "at most " + std::to_string(studio::kMaxAttachmentBytes) + " bytes"});
  }
  Answer<Upload> answer = tl::unexpected(Unknown());
  const std::lock_guard lock(mutex_);
  ledger_.Atomically([&] {
    const auto known = ledger_.FindAttachment(terminal.number, digest);
    if (!known) return;
    if (known->serial || known->length == length) {
      answer = Upload{known->received, known->length};
    } else {
      ledger_.BeginAttachment(terminal.number, digest, length);
      answer = Upload{0, length};
    }
  });
  return answer;
}

Answer<Upload> Office::FindUpload(const Terminal& terminal, const Digest& digest) {
  const std::lock_guard lock(mutex_);
  const auto known = ledger_.FindAttachment(terminal.number, digest);
  if (!known) return tl::unexpected(Unknown());
  if (known->length == 0) return tl::unexpected(NotBegun());
  return Upload{known->received, known->length};
}

Answer<Upload> Office::AddToUpload(const Terminal& terminal, const Digest& digest,
                                   std::uint64_t offset, ByteView bytes) {
  Answer<Upload> answer;
  const std::lock_guard lock(mutex_);
  ledger_.Atomically([&] {
    const auto known = ledger_.FindAttachment(terminal.number, digest);
    if (const auto fault = FaultOf(known, offset, bytes.size())) {
      answer = tl::unexpected(*fault);
      return;
    }
    answer = Upload{offset + bytes.size(), known->length};
    if (bytes.empty()) return;
    ledger_.AddAttachmentBytes(terminal.number, digest, bytes);
    if (answer->offset < answer->length) return;
    if (studio::Sha256(ledger_.AttachmentBytes(terminal.number, digest)) == digest) {
      ledger_.FinishAttachment(terminal.number, digest);
    } else {
      ledger_.BeginAttachment(terminal.number, digest, known->length);
      answer = tl::unexpected(Refusal{460, "wrong_digest", "not the announced bytes; begin at 0"});
    }
  });
  return answer;
}

Answer<Bytes> Office::ConfirmAttachment(const Terminal& terminal, const Digest& digest) {
  studio::AttachmentAck ack;
  ack.terminal = terminal.number;
  ack.digest = digest;
  ack.county_time_ms = clock_();
  const CountyKeys keys = KeysNow();
  {
    const std::lock_guard lock(mutex_);
    const auto known = ledger_.FindAttachment(terminal.number, digest);
    if (!known) return tl::unexpected(Unknown());
    if (!known->serial) {
      return tl::unexpected(
          Refusal{404, "incomplete", std::to_string(known->received) + " bytes have arrived"});
    }
    ack.serial = *known->serial;
    ack.safe_serial = ledger_.SafeSerial();
    ack.ledger = ledger_.Id();
  }
  return studio::SealEnvelope(studio::kAttachmentContext, ToJson(ack), keys.signing);
}

}  // namespace county
