#include "sync/link/attachment_upload.h"

#include <spdlog/spdlog.h>

#include "sync/line/answer_reason.h"
#include "sync/line/http_status.h"

namespace studio {
namespace {

constexpr int kUnknownAtMost = 5;
constexpr int kMismatchedAtMost = 3;
constexpr int kAstrayAtMost = 3;

bool Says(const HttpAnswer& answer, int status) {
  return answer.fault == HttpFault::kNone && answer.status == status;
}

}  // namespace

AttachmentUpload::AttachmentUpload(Parts parts, const Backoff& backoff)
    : parts_(std::move(parts)), backoff_(backoff), behind_(backoff) {}

template <class T>
LinkStore::Done<T> AttachmentUpload::OnThisThread(void (AttachmentUpload::*then)(Result<T>)) {
  return [this, inbox = parts_.inbox, then](Result<T> result) {
    inbox->Post([this, then, result = std::move(result)] { (this->*then)(result); });
  };
}

void AttachmentUpload::NetworkUp() { backoff_.NetworkUp(parts_.clock->Now().monotonic_ms); }

void AttachmentUpload::TryNow() {
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  backoff_.TryNow(now_ms);
  behind_.TryNow(now_ms);
}

void AttachmentUpload::Turn() {
  stepped_ = 0;
  if (backoff_.WaitFrom(parts_.clock->Now().monotonic_ms) > 0) {
    return parts_.done(UploadEnd::kRested);
  }
  AskForNext();
}

void AttachmentUpload::AskForNext() {
  const bool try_behind = behind_.Due(parts_.clock->Now().monotonic_ms);
  parts_.store->NextAttachment({parts_.records_behind(), behind_.ids(), try_behind},
                               OnThisThread(&AttachmentUpload::OnNext));
}

void AttachmentUpload::OnNext(Result<std::optional<WaitingAttachment>> next) {
  if (!next) return Fail("this terminal's store: " + next.error().detail, TryFailure::kLocal);
  if (!*next) {
    current_.reset();
    if (behind_.ids().empty()) trouble_.clear();
    return parts_.done(UploadEnd::kRested);
  }
  if (!current_ || current_->digest != (*next)->digest) {
    current_.emplace();
    current_->digest = (*next)->digest;
    current_->bytes = (*next)->bytes;
  }
  GoOn();
}

void AttachmentUpload::GoOn() {
  if (!current_->begun) return Create();
  if (!current_->offset) return AskOffset();
  if (*current_->offset < current_->bytes) return ReadPiece();
  AskAck();
}

void AttachmentUpload::Create() {
  parts_.exchange(
      [this](std::int64_t now_s) {
        return parts_.protocol->BeginUploadRequest(current_->digest, current_->bytes, now_s);
      },
      [this](const HttpAnswer& answer) { OnCreated(answer); });
}

void AttachmentUpload::OnCreated(const HttpAnswer& answer) {
  // Begun now or long ago, it does not say.
  if (Says(answer, http::kCreated)) {
    current_->begun = true;
    return AskOffset();
  }
  if (Says(answer, http::kNotFound) && ErrorCodeOf(answer) == "unknown_attachment" &&
      ++current_->unknown >= kUnknownAtMost) {
    return SetAside(Refusal::kNoRecord, "the county says that no record names it");
  }
  Stumble(answer);
}

void AttachmentUpload::AskOffset() {
  parts_.exchange(
      [this](std::int64_t now_s) {
        return parts_.protocol->UploadOffsetRequest(current_->digest, now_s);
      },
      [this](const HttpAnswer& answer) { OnOffset(answer); });
}

void AttachmentUpload::OnOffset(const HttpAnswer& answer) {
  if (Says(answer, http::kNotFound)) return BeginAgain();
  if (!Says(answer, http::kOk)) return Stumble(answer);
  if (!answer.upload_offset || *answer.upload_offset > current_->bytes) {
    return Fail("an attachment's offset makes no sense", TryFailure::kUntrusted);
  }
  current_->offset = answer.upload_offset;
  GoOn();
}

void AttachmentUpload::ReadPiece() {
  parts_.store->ReadAttachment(current_->digest, *current_->offset, piece_size_.bytes(),
                               OnThisThread(&AttachmentUpload::OnPiece));
}

void AttachmentUpload::OnPiece(Result<Bytes> piece) {
  if (!piece && piece.error().kind == ErrorKind::kNotFound) {
    // Withdrawn, or for the store to look into.
    current_.reset();
    return AskForNext();
  }
  if (!piece) return Fail("this terminal's store: " + piece.error().detail, TryFailure::kLocal);
  piece_ = std::move(*piece);
  piece_sent_ms_ = parts_.clock->Now().monotonic_ms;
  parts_.exchange(
      [this](std::int64_t now_s) {
        HttpRequest request = parts_.protocol->PieceRequest(piece_method_, current_->digest,
                                                            *current_->offset, piece_, now_s);
        request.send_rate = parts_.rate;
        return request;
      },
      [this](const HttpAnswer& answer) { OnPieceSent(answer); });
}

void AttachmentUpload::OnPieceSent(const HttpAnswer& answer) {
  if (Says(answer, http::kNoContent)) {
    const std::uint64_t reached = *current_->offset + piece_.size();
    if (answer.upload_offset != reached) {
      current_->offset.reset();
      return FindTheWay();
    }
    current_->offset = reached;
    piece_size_.Arrived(parts_.clock->Now().monotonic_ms - piece_sent_ms_);
    Progressed();
    if (parts_.others_wait()) return parts_.done(UploadEnd::kOthersWait);
    return GoOn();
  }
  if (Says(answer, http::kNotFound)) return BeginAgain();
  if (Says(answer, http::kConflict)) {
    current_->offset.reset();
    return FindTheWay();
  }
  if (Says(answer, http::kChecksumMismatch)) {
    if (++current_->mismatched >= kMismatchedAtMost) {
      return SetAside(Refusal::kAltered, "it arrives as something else than its digest");
    }
    current_->offset = 0;
    return GoOn();
  }
  const bool no_patch =
      Says(answer, http::kMethodNotAllowed) || Says(answer, http::kNotImplemented);
  if (no_patch && piece_method_ == PieceMethod::kPatch) {
    spdlog::warn("county link: no PATCH gets through ({}); POST in its place", answer.status);
    piece_method_ = PieceMethod::kPost;
    return GoOn();
  }
  if (Says(answer, http::kTooLarge) && !piece_size_.at_least()) {
    piece_size_.BrokeOff();
    return GoOn();
  }
  piece_size_.BrokeOff();
  Stumble(answer);
}

void AttachmentUpload::AskAck() {
  parts_.exchange(
      [this](std::int64_t now_s) {
        return parts_.protocol->AttachmentAckRequest(current_->digest, now_s);
      },
      [this](const HttpAnswer& answer) { OnAck(answer); });
}

void AttachmentUpload::OnAck(const HttpAnswer& answer) {
  if (Says(answer, http::kNotFound)) return BeginAgain();
  if (!Says(answer, http::kOk)) return Stumble(answer);
  Result<AttachmentAck> ack = parts_.protocol->ReadAttachmentAck(answer.body, current_->digest);
  if (!ack) {
    return Fail("not the county's word for an attachment: " + ack.error().detail,
                TryFailure::kUntrusted);
  }
  parts_.store->ApplyAttachmentAck(*ack, OnThisThread(&AttachmentUpload::OnDealtWith));
}

void AttachmentUpload::OnDealtWith(Result<bool> dealt_with) {
  // Where it no longer waits there is nothing to mark.
  if (!dealt_with && dealt_with.error().kind != ErrorKind::kNotFound) {
    return Fail("this terminal's store: " + dealt_with.error().detail, TryFailure::kLocal);
  }
  if (current_) behind_.GotThrough(current_->digest);
  current_.reset();
  Progressed();
  if (parts_.others_wait()) return parts_.done(UploadEnd::kOthersWait);
  AskForNext();
}

void AttachmentUpload::BeginAgain() {
  current_->begun = false;
  current_->offset.reset();
  FindTheWay();
}

// A county that keeps saying one thing and its contrary is left alone for a while.
void AttachmentUpload::FindTheWay() {
  if (++current_->astray < kAstrayAtMost) return GoOn();
  current_->astray = 0;
  Fail("the county does not say where an attachment goes on", TryFailure::kUnreachable);
}

void AttachmentUpload::SetAside(Refusal code, const std::string& reason) {
  spdlog::warn("county link: attachment {} set aside: {}", ToHex(current_->digest), reason);
  const Digest digest = current_->digest;
  behind_.GotThrough(digest);
  current_.reset();
  parts_.set_aside();
  parts_.store->SetAttachmentAside(digest, code, reason,
                                   OnThisThread(&AttachmentUpload::OnDealtWith));
}

void AttachmentUpload::Stumble(const HttpAnswer& answer) {
  current_->offset.reset();
  if (answer.fault != HttpFault::kNone) {
    return Fail("an attachment: " + answer.detail, answer.fault == HttpFault::kUnreachable
                                                       ? TryFailure::kUnreachable
                                                       : TryFailure::kUntrusted);
  }
  if (answer.status == 401 || answer.status == 403) {
    trouble_ = StatusReason(answer);
    return parts_.done(UploadEnd::kRefused);
  }
  if (current_ && MayBeOfWhatWasSent(answer)) return StepBehind(answer);
  Fail("an attachment: " + StatusReason(answer),
       answer.status < 400 ? TryFailure::kUntrusted : TryFailure::kUnreachable, answer.retry_after);
}

void AttachmentUpload::StepBehind(const HttpAnswer& answer) {
  behind_.Failed(current_->digest, parts_.clock->Now().monotonic_ms);
  current_.reset();
  std::string reason = "an attachment steps behind: " + StatusReason(answer);
  // One of them may be what is wrong; of two, rather the county.
  if (++stepped_ > 1) return Fail(std::move(reason), TryFailure::kUnreachable);
  if (reason != trouble_) spdlog::warn("county link: {}", reason);
  trouble_ = std::move(reason);
  AskForNext();
}

void AttachmentUpload::Fail(std::string reason, TryFailure failure,
                            std::optional<std::chrono::seconds> retry_after) {
  if (reason != trouble_) spdlog::warn("county link: {}", reason);
  trouble_ = std::move(reason);
  backoff_.Failed(parts_.clock->Now().monotonic_ms, failure, retry_after);
  parts_.done(UploadEnd::kRested);
}

void AttachmentUpload::Progressed() {
  if (current_) current_->astray = 0;
  trouble_.clear();
  backoff_.Succeeded();
}

}  // namespace studio
