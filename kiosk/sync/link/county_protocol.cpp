#include "sync/link/county_protocol.h"

#include <curl/curl.h>

#include "shared/exchange/http_signature.h"
#include "shared/exchange/upload_metadata.h"

namespace studio {
namespace {

constexpr std::string_view kRecordsPath = "/v1/records";
constexpr std::string_view kChangesPath = "/v1/changes";
constexpr std::string_view kHeartbeatPath = "/v1/heartbeat";
constexpr std::string_view kStatusesPath = "/v1/statuses/";
constexpr std::string_view kTimePath = "/v1/time";
constexpr std::string_view kUploadsPath = "/v1/attachments";
constexpr const char* kTusVersion = "Tus-Resumable: 1.0.0";

std::string UrlEncode(const std::string& text) {
  char* escaped = curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size()));
  std::string out = escaped == nullptr ? "" : escaped;
  curl_free(escaped);
  return out;
}

std::string UploadPath(const Digest& digest) {
  return std::string(kUploadsPath) + "/" + ToHex(digest);
}

}  // namespace

Result<CountyProtocol> CountyProtocol::For(const Identity& identity) {
  auto address = ServerAddress::Parse(identity.server_url);
  if (!address) return tl::unexpected(address.error());
  return CountyProtocol(identity, std::move(*address));
}

CountyProtocol::CountyProtocol(const Identity& identity, ServerAddress address)
    : address_(std::move(address)),
      terminal_(identity.county.terminal),
      studio_(identity.county.studio),
      terminal_key_(identity.terminal_key),
      county_keys_{identity.county.county_signing_key} {}

void CountyProtocol::Trust(std::vector<VerifyKey> county_keys) {
  if (!county_keys.empty()) county_keys_ = std::move(county_keys);
}

void CountyProtocol::Sign(HttpRequest& request, const std::string& path, const std::string& query,
                          std::int64_t created_s) const {
  const SignedHeaders headers = SignRequest(
      {request.method, address_.authority(), path, query.empty() ? "?" : query, request.body},
      terminal_, terminal_key_, created_s);
  request.url = address_.origin() + path + query;
  request.headers.push_back("Content-Digest: " + headers.content_digest);
  request.headers.push_back("Signature-Input: " + headers.signature_input);
  request.headers.push_back("Signature: " + headers.signature);
  request.max_answer_bytes = kMaxEnvelopeBytes;
}

HttpRequest CountyProtocol::RecordsRequest(const Bytes& batch, std::int64_t created_s) const {
  HttpRequest request;
  request.method = "POST";
  request.body = batch;
  request.headers = {"Content-Type: application/vnd.member-studio.batch"};
  Sign(request, std::string(kRecordsPath), "", created_s);
  return request;
}

HttpRequest CountyProtocol::ChangesRequest(const std::string& cursor,
                                           std::int64_t created_s) const {
  HttpRequest request;
  request.zipped = true;
  Sign(request, std::string(kChangesPath), "?after=" + UrlEncode(cursor), created_s);
  return request;
}

HttpRequest CountyProtocol::NewsRequest(const std::string& cursor, std::chrono::seconds wait,
                                        std::int64_t created_s) const {
  HttpRequest request;
  request.zipped = true;
  request.held = wait;
  Sign(request, std::string(kChangesPath),
       "?after=" + UrlEncode(cursor) + "&wait=" + std::to_string(wait.count()), created_s);
  return request;
}

HttpRequest CountyProtocol::HeartbeatRequest(const Heartbeat& heartbeat,
                                             std::int64_t created_s) const {
  const std::string json = ToJson(heartbeat);
  HttpRequest request;
  request.method = "POST";
  request.body.assign(json.begin(), json.end());
  request.headers = {"Content-Type: application/json"};
  Sign(request, std::string(kHeartbeatPath), "", created_s);
  return request;
}

HttpRequest CountyProtocol::BeginUploadRequest(const Digest& digest, std::uint64_t bytes,
                                               std::int64_t created_s) const {
  HttpRequest request;
  request.method = "POST";
  // No body, so no type of one: curl would call it a form.
  request.headers = {"Content-Type:", kTusVersion, "Upload-Length: " + std::to_string(bytes),
                     "Upload-Metadata: " + UploadMetadata(digest)};
  Sign(request, std::string(kUploadsPath), "", created_s);
  return request;
}

HttpRequest CountyProtocol::UploadOffsetRequest(const Digest& digest,
                                                std::int64_t created_s) const {
  HttpRequest request;
  request.method = "HEAD";
  request.headers = {kTusVersion};
  Sign(request, UploadPath(digest), "", created_s);
  return request;
}

HttpRequest CountyProtocol::PieceRequest(PieceMethod method, const Digest& digest,
                                         std::uint64_t offset, const Bytes& piece,
                                         std::int64_t created_s) const {
  HttpRequest request;
  request.method = method == PieceMethod::kPatch ? "PATCH" : "POST";
  request.body = piece;
  request.headers = {"Content-Type: application/offset+octet-stream", kTusVersion,
                     "Upload-Offset: " + std::to_string(offset)};
  if (method == PieceMethod::kPost) request.headers.emplace_back("X-HTTP-Method-Override: PATCH");
  Sign(request, UploadPath(digest), "", created_s);
  return request;
}

HttpRequest CountyProtocol::AttachmentAckRequest(const Digest& digest,
                                                 std::int64_t created_s) const {
  HttpRequest request;
  Sign(request, UploadPath(digest), "", created_s);
  return request;
}

HttpRequest CountyProtocol::StatusRequest(const ReceiptNumber& number,
                                          std::int64_t created_s) const {
  HttpRequest request;
  Sign(request, std::string(kStatusesPath) + number.digits(), "", created_s);
  return request;
}

HttpRequest CountyProtocol::TimeRequest(const ByteArray<16>& nonce) const {
  HttpRequest request;
  request.url = address_.origin() + std::string(kTimePath) + "?nonce=" + ToHex(nonce);
  request.dates.kind = DateRule::Kind::kWaived;
  request.max_answer_bytes = kMaxEnvelopeBytes;
  return request;
}

Result<Ack> CountyProtocol::ReadCarriedAck(ByteView body) const {
  return OpenEnvelope(kAckContext, body, county_keys_)
      .and_then([](const std::string& json) { return AckFromJson(json); })
      .and_then([&](const Ack& ack) -> Result<Ack> {
        if (ack.terminal == terminal_) return ack;
        return Fail(ErrorKind::kNotForUs, "the ack is for another terminal");
      });
}

Result<Ack> CountyProtocol::ReadAck(ByteView body, const Bytes& batch, std::size_t records) const {
  return ReadCarriedAck(body).and_then([&](const Ack& ack) -> Result<Ack> {
    if (ack.batch_hash != HashOfBatch(batch)) {
      return Fail(ErrorKind::kNotForUs, "the ack is for another batch");
    }
    if (ack.answers.size() != records) {
      return Fail(ErrorKind::kMalformed, "the ack does not answer every record");
    }
    return ack;
  });
}

Result<AttachmentAck> CountyProtocol::ReadCarriedAttachmentAck(ByteView body) const {
  return OpenEnvelope(kAttachmentContext, body, county_keys_)
      .and_then([](const std::string& json) { return AttachmentAckFromJson(json); })
      .and_then([&](const AttachmentAck& ack) -> Result<AttachmentAck> {
        if (ack.terminal != terminal_) {
          return Fail(ErrorKind::kNotForUs, "it is for another terminal");
        }
        if (ack.serial == 0) return Fail(ErrorKind::kMalformed, "it has no serial");
        return ack;
      });
}

Result<AttachmentAck> CountyProtocol::ReadAttachmentAck(ByteView body, const Digest& digest) const {
  return ReadCarriedAttachmentAck(body).and_then(
      [&](const AttachmentAck& ack) -> Result<AttachmentAck> {
        if (ack.digest == digest) return ack;
        return Fail(ErrorKind::kNotForUs, "it is about another one");
      });
}

Result<FeedPage> CountyProtocol::ReadCarriedPage(ByteView body) const {
  return OpenEnvelope(kFeedContext, body, county_keys_)
      .and_then([](const std::string& json) { return FeedPageFromJson(json); })
      .and_then([&](const FeedPage& page) -> Result<FeedPage> {
        if (page.studio != studio_) {
          return Fail(ErrorKind::kNotForUs, "the feed page is for another studio");
        }
        if (page.more && page.to == page.from) {
          return Fail(ErrorKind::kMalformed, "the feed page promises more but leads nowhere");
        }
        return page;
      });
}

Result<FeedPage> CountyProtocol::ReadPage(ByteView body, const std::string& cursor) const {
  return ReadCarriedPage(body).and_then([&](const FeedPage& page) -> Result<FeedPage> {
    if (page.from == cursor || page.from.empty()) return page;
    return Fail(ErrorKind::kNotForUs, "the feed page continues from another cursor");
  });
}

Result<StatusWord> CountyProtocol::ReadStatus(ByteView body, const ReceiptNumber& number) const {
  return OpenEnvelope(kStatusContext, body, county_keys_)
      .and_then([](const std::string& json) { return StatusWordFromJson(json); })
      .and_then([&](const StatusWord& word) -> Result<StatusWord> {
        if (word.number == number.digits()) return word;
        return Fail(ErrorKind::kNotForUs, "it is about another number");
      });
}

Result<CountyTime> CountyProtocol::ReadTime(ByteView body, const ByteArray<16>& nonce) const {
  return OpenEnvelope(kTimeContext, body, county_keys_)
      .and_then([](const std::string& json) { return CountyTimeFromJson(json); })
      .and_then([&](const CountyTime& time) -> Result<CountyTime> {
        if (time.nonce != nonce) {
          return Fail(ErrorKind::kNotForUs, "the time answers another question");
        }
        return time;
      });
}

}  // namespace studio
