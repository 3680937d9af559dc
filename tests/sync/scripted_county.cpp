#include "scripted_county.h"

#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "shared/bodies/case_answer.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/http_signature.h"

namespace studio::test {
namespace {

constexpr std::chrono::seconds kDeadline{20};

Received Note(const httplib::Request& request) {
  Received received;
  const std::size_t query = request.target.find('?');
  received.method = request.method;
  received.path = request.target.substr(0, query);
  received.query = query == std::string::npos ? "?" : request.target.substr(query);
  received.body = request.body;
  received.authority = request.get_header_value("Host");
  received.content_digest = request.get_header_value("Content-Digest");
  received.signature_input = request.get_header_value("Signature-Input");
  received.signature = request.get_header_value("Signature");
  received.accept_encoding = request.get_header_value("Accept-Encoding");
  received.tus_version = request.get_header_value("Tus-Resumable");
  received.upload_length = request.get_header_value("Upload-Length");
  received.upload_metadata = request.get_header_value("Upload-Metadata");
  received.upload_offset = request.get_header_value("Upload-Offset");
  received.method_override = request.get_header_value("X-HTTP-Method-Override");
  received.client_port = request.remote_port;
  if (auto batch = DecodeBatch(AsBytes(received.body))) received.records = batch->entries.size();
  return received;
}

}  // namespace

struct ScriptedCounty::Server {
  Server(X509* certificate, EVP_PKEY* key) : http(certificate, key) {}
  httplib::SSLServer http;
  std::thread runner;
};

ScriptedCounty::ScriptedCounty(ServerCertificate certificate)
    : certificate_(std::move(certificate)) {
  enrolment_.terminal = 7;
  enrolment_.studio = 3;
  enrolment_.studio_name = "示例乡委员工作室";
  enrolment_.county_name = "示例政协";
  enrolment_.county_signing_key = key_.Public();
  enrolment_.county_sealing_key = BoxKeyPair::Generate().Public();
  enrolment_.feed_generation = Uuid::Random();
  Start();
}

ScriptedCounty::~ScriptedCounty() { Stop(); }

void ScriptedCounty::Start() {
  if (server_) return;
  server_ = std::make_unique<Server>(certificate_.certificate.get(), certificate_.key.get());
  httplib::SSLServer& http = server_->http;
  http.set_tcp_nodelay(true);
  http.set_keep_alive_max_count(1000);
  const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
    Reply reply = Serve(Note(request));
    response.status = reply.status;
    if (!reply.retry_after.empty()) response.set_header("Retry-After", reply.retry_after);
    if (!reply.upload_offset.empty()) response.set_header("Upload-Offset", reply.upload_offset);
    if (!reply.content_encoding.empty()) {
      response.set_header("Content-Encoding", reply.content_encoding);
    }
    if (reply.broken) {
      response.set_content_provider(
          100, "application/octet-stream",
          [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
      return;
    }
    response.set_content(reply.body, "application/octet-stream");
  };
  http.Get(".*", handler);
  http.Post(".*", handler);
  http.Patch(".*", handler);
  if (port_ == 0) {
    port_ = http.bind_to_any_port("127.0.0.1");
    REQUIRE(port_ > 0);
  } else {
    REQUIRE(http.bind_to_port("127.0.0.1", port_));
  }
  server_->runner = std::thread([&http] { http.listen_after_bind(); });
  while (!http.is_running()) std::this_thread::yield();
}

void ScriptedCounty::Stop() {
  if (!server_) return;
  server_->http.stop();
  server_->runner.join();
  server_.reset();
}

void ScriptedCounty::SetScript(Script script) {
  const std::lock_guard lock(mutex_);
  script_ = std::move(script);
}

void ScriptedCounty::SetTimeOffset(std::int64_t offset_ms) {
  const std::lock_guard lock(mutex_);
  offset_ms_ = offset_ms;
}

void ScriptedCounty::SetPages(std::vector<FeedPage> pages) {
  const std::lock_guard lock(mutex_);
  pages_ = std::move(pages);
}

Identity ScriptedCounty::MakeIdentity() const { return {enrolment_, Url(), terminal_key_}; }

std::string ScriptedCounty::Url() const { return "https://127.0.0.1:" + std::to_string(port_); }

std::int64_t ScriptedCounty::TimeMs() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::lock_guard lock(mutex_);
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count() + offset_ms_;
}

Reply ScriptedCounty::Serve(Received request) {
  Script script;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    script = script_;
  }
  changed_.notify_all();
  if (script) {
    if (auto reply = script(request)) return *reply;
  }
  return Genuine(request);
}

Reply ScriptedCounty::Sealed(std::string_view context, const std::string& json) const {
  return {200, std::string(AsText(SealEnvelope(context, json, key_))), ""};
}

Reply ScriptedCounty::Genuine(const Received& request) {
  if (request.path == "/v1/time") {
    CountyTime time;
    time.nonce = *ToArray<16>(FromHex(request.query.substr(std::string("?nonce=").size())));
    time.county_time_ms = TimeMs();
    return Sealed(kTimeContext, ToJson(time));
  }
  if (request.path == "/v1/enrol") {
    EnrolmentAnswer answer = enrolment_;
    answer.county_time_ms = TimeMs();
    return Sealed(kEnrolmentContext, ToJson(answer));
  }
  const auto terminal = VerifyRequest(
      {request.method, request.authority, request.path, request.query, AsBytes(request.body)},
      {request.content_digest, request.signature_input, request.signature},
      [this](TerminalNumber number) -> std::optional<VerifyKey> {
        if (number != enrolment_.terminal) return std::nullopt;
        return terminal_key_.Public();
      });
  if (!terminal) return {401, ErrorJson("bad_signature", terminal.error().detail), ""};
  if (request.path == "/v1/records") {
    return Sealed(kAckContext, ToJson(GenuineAck(AsBytes(request.body))));
  }
  if (request.path.starts_with("/v1/attachments")) return Attachment(request);
  if (request.path == "/v1/heartbeat") return {204, "", ""};
  if (request.path.starts_with("/v1/statuses/")) {
    StatusWord word;
    word.number = request.path.substr(std::string("/v1/statuses/").size());
    word.county_time_ms = TimeMs();
    return Sealed(kStatusContext, ToJson(word));
  }
  const std::int64_t now_ms = TimeMs();
  const std::lock_guard lock(mutex_);
  for (FeedPage page : pages_) {
    const std::string question = "?after=" + page.from;
    if (request.query != question && !request.query.starts_with(question + "&")) continue;
    page.county_time_ms = now_ms;
    return Sealed(kFeedContext, ToJson(page));
  }
  return {204, "", ""};
}

Ack ScriptedCounty::GenuineAck(ByteView bytes) {
  const auto batch = DecodeBatch(bytes);
  Ack ack;
  ack.terminal = enrolment_.terminal;
  ack.batch_hash = HashOfBatch(bytes);
  ack.county_time_ms = TimeMs();
  ack.stream = batch->opening.stream;
  const std::lock_guard lock(mutex_);
  for (const BatchEntry& entry : batch->entries) {
    const Uuid id = DecodeRecordHeader(entry.header)->id;
    const bool known = std::find(ledger_.begin(), ledger_.end(), id) != ledger_.end();
    if (!known) ledger_.push_back(id);
    ack.answers.push_back(
        {id, known ? RecordStatus::kDuplicate : RecordStatus::kStored, ledger_.size(), ""});
  }
  ack.ledger = ledger_id_;
  ack.safe_serial = ledger_.size();
  if (!pages_.empty()) ack.feed_cursor = pages_.back().to;
  return ack;
}

bool ScriptedCounty::WaitForRequests(const std::string& path, std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kDeadline, [&] { return Count(path) >= count; });
}

bool ScriptedCounty::CameWithin(std::chrono::milliseconds time, std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, time, [&] { return requests_.size() >= count; });
}

bool ScriptedCounty::Asked(const std::string& path, std::size_t count) const {
  const std::lock_guard lock(mutex_);
  return Count(path) >= count;
}

std::size_t ScriptedCounty::Count(const std::string& path) const {
  return static_cast<std::size_t>(std::count_if(requests_.begin(), requests_.end(),
                                                [&](const Received& r) { return r.path == path; }));
}

std::vector<Received> ScriptedCounty::RequestsBy(const std::string& method) const {
  std::vector<Received> found = Requests();
  std::erase_if(found, [&](const Received& request) { return request.method != method; });
  return found;
}

std::vector<Received> ScriptedCounty::Requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<Uuid> ScriptedCounty::Ledger() const {
  const std::lock_guard lock(mutex_);
  return ledger_;
}

}  // namespace studio::test
