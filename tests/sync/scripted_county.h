// A county in this process, over real TLS on the loopback. It answers as a county should, and a
// script may answer otherwise, request by request.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/enrolment.h"
#include "shared/feed/feed.h"
#include "store/base/identity.h"
#include "test_authority.h"

namespace studio::test {

struct Received {
  std::string method;
  std::string path;   // "/v1/records"
  std::string query;  // "?after=" or "?"
  std::string body;
  std::string authority;
  std::string content_digest, signature_input, signature;
  std::string accept_encoding;
  std::string tus_version, upload_length, upload_metadata, upload_offset;
  std::string method_override;
  int client_port = 0;
  std::size_t records = 0;  // in the batch, where it is one
};

struct Reply {
  int status = 200;
  std::string body;
  std::string retry_after;
  std::string upload_offset = {};
  std::string content_encoding = {};
  bool broken = false;  // the connection ends in the middle of the answer
};

class ScriptedCounty {
 public:
  // nullopt: answer as a county should. Runs on the server's threads.
  using Script = std::function<std::optional<Reply>(const Received&)>;

  explicit ScriptedCounty(ServerCertificate certificate);
  ~ScriptedCounty();
  void Start();  // again, at the same port
  void Stop();

  void SetScript(Script script);
  void SetTimeOffset(std::int64_t offset_ms);  // the county's clock
  void SetPages(std::vector<FeedPage> pages);  // each page's `from` finds it

  Identity MakeIdentity() const;  // enrolled here
  const SigningKey& key() const { return key_; }
  std::string Url() const;
  std::int64_t TimeMs() const;

  // What a county would answer; scripts bend it.
  Reply Genuine(const Received& request);
  Ack GenuineAck(ByteView batch);
  Reply Sealed(std::string_view context, const std::string& json) const;
  AttachmentAck GenuineAttachmentAck(const Digest& digest);

  // What has arrived of an attachment, whole or not.
  Bytes Arrived(const Digest& digest) const;
  void BeginWith(const Digest& digest, ByteView begun, std::size_t length);
  // No record names it, as far as this county knows.
  void Disown(const Digest& digest);
  // Last night's ledger under a new id: records are known, attachments are not.
  void Restore();

  // False at the deadline.
  bool WaitForRequests(const std::string& path, std::size_t count);
  // False where fewer than `count` requests came in this time.
  bool CameWithin(std::chrono::milliseconds time, std::size_t count);
  bool Asked(const std::string& path, std::size_t count) const;  // at least so often, so far
  std::vector<Received> RequestsBy(const std::string& method) const;
  std::vector<Received> Requests() const;
  std::vector<Uuid> Ledger() const;  // ids in order of arrival, each once

 private:
  struct Server;
  struct Upload {
    std::size_t length = 0;
    Bytes bytes;
    bool whole() const { return bytes.size() == length; }
  };
  Reply Attachment(const Received& request);
  Reply BeginUpload(const Received& request);
  Reply AddPiece(const Received& request, Upload& upload, const Digest& digest);
  Reply Serve(Received request);
  std::size_t Count(const std::string& path) const;  // mutex_ held

  ServerCertificate certificate_;
  SigningKey key_ = SigningKey::Generate();
  SigningKey terminal_key_ = SigningKey::Generate();
  EnrolmentAnswer enrolment_;
  int port_ = 0;
  std::unique_ptr<Server> server_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Script script_;                   // guarded by mutex_, as all below
  std::vector<Received> requests_;  // noted before they are answered
  std::vector<Uuid> ledger_;
  std::vector<FeedPage> pages_;
  Uuid ledger_id_ = Uuid::Random();
  std::map<Digest, Upload> uploads_;
  std::vector<Digest> disowned_;
  std::int64_t offset_ms_ = 0;
};

}  // namespace studio::test
