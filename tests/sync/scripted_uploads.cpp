#include <algorithm>

#include "scripted_county.h"
#include "shared/exchange/upload_metadata.h"

namespace studio::test {
namespace {

constexpr std::uint64_t kFirstSerial = 1000;

Reply Refused(int status, const std::string& code) { return {status, ErrorJson(code, ""), ""}; }

}  // namespace

Reply ScriptedCounty::Attachment(const Received& request) {
  if (request.method != "GET" && request.tus_version != "1.0.0") return Refused(412, "");
  const bool by_post = request.method == "POST" && request.method_override == "PATCH";
  if (request.method == "POST" && !by_post) return BeginUpload(request);
  const auto digest =
      ToArray<32>(FromHex(request.path.substr(std::string("/v1/attachments/").size())));
  if (!digest) return Refused(404, "not_found");
  bool whole = false;
  {
    const std::lock_guard lock(mutex_);
    const auto upload = uploads_.find(*digest);
    if (upload == uploads_.end()) return Refused(404, "not_begun");
    if (request.method == "HEAD") {
      return {200, "", "", std::to_string(upload->second.bytes.size())};
    }
    if (request.method == "PATCH" || by_post) return AddPiece(request, upload->second, *digest);
    whole = upload->second.whole();
  }
  if (!whole) return Refused(404, "incomplete");
  return Sealed(kAttachmentContext, ToJson(GenuineAttachmentAck(*digest)));
}

Reply ScriptedCounty::BeginUpload(const Received& request) {
  const auto digest = DigestFromUploadMetadata(request.upload_metadata);
  if (!digest || !request.body.empty()) return Refused(400, "malformed");
  const std::lock_guard lock(mutex_);
  if (std::find(disowned_.begin(), disowned_.end(), *digest) != disowned_.end()) {
    return Refused(404, "unknown_attachment");
  }
  uploads_.try_emplace(*digest, Upload{std::stoul(request.upload_length), {}});
  return {201, "", ""};
}

Reply ScriptedCounty::AddPiece(const Received& request, Upload& upload, const Digest& digest) {
  if (request.upload_offset != std::to_string(upload.bytes.size())) {
    return Refused(409, "wrong_offset");
  }
  upload.bytes.insert(upload.bytes.end(), request.body.begin(), request.body.end());
  if (upload.whole() && Sha256(upload.bytes) != digest) {
    upload.bytes.clear();
    return Refused(460, "wrong_digest");
  }
  return {204, "", "", std::to_string(upload.bytes.size())};
}

AttachmentAck ScriptedCounty::GenuineAttachmentAck(const Digest& digest) {
  AttachmentAck ack;
  ack.terminal = enrolment_.terminal;
  ack.digest = digest;
  ack.county_time_ms = TimeMs();
  const std::lock_guard lock(mutex_);
  ack.serial = kFirstSerial;
  ack.safe_serial = ledger_.size();
  ack.ledger = ledger_id_;
  return ack;
}

Bytes ScriptedCounty::Arrived(const Digest& digest) const {
  const std::lock_guard lock(mutex_);
  const auto upload = uploads_.find(digest);
  return upload == uploads_.end() ? Bytes() : upload->second.bytes;
}

void ScriptedCounty::BeginWith(const Digest& digest, ByteView begun, std::size_t length) {
  const std::lock_guard lock(mutex_);
  uploads_[digest] = {length, Bytes(begun.begin(), begun.end())};
}

void ScriptedCounty::Disown(const Digest& digest) {
  const std::lock_guard lock(mutex_);
  disowned_.push_back(digest);
}

void ScriptedCounty::Restore() {
  const std::lock_guard lock(mutex_);
  ledger_id_ = Uuid::Random();
  uploads_.clear();
}

}  // namespace studio::test
