#include "server/faults/faults.h"

#include <httplib.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <memory>

#include "server/faults/fault_line.h"
#include "shared/feed/feed.h"
#include "shared/record/ack.h"
#include "shared/record/envelope.h"

namespace county {

using httplib::Request;
using httplib::Response;

namespace {

constexpr int kMostHanging = 16;  // of the surface's threads
constexpr std::chrono::milliseconds kLongestHang = std::chrono::minutes(2);
constexpr std::size_t kTricklePieces = 64;
constexpr std::chrono::milliseconds kTricklePause{25};
constexpr std::size_t kSignatureAt = 4 + 8;  // in an envelope
constexpr std::size_t kPayloadAt = kSignatureAt + 64;
constexpr const char* kPortal =
    "<!DOCTYPE html><html><head><title>Welcome</title></head><body>"
    "<form action=\"/login\">Please log in to use this network.</form></body></html>";

constexpr std::array kToConnections = {Fault::kRefuse, Fault::kExpiredCertificate,
                                       Fault::kForeignCertificate};
constexpr std::array kToRequests = {Fault::kReset,     Fault::kHang,       Fault::kStatus500,
                                    Fault::kStatus503, Fault::kStatus429,  Fault::kCaptivePortal,
                                    Fault::kRedirect,  Fault::kDropAnswer, Fault::kTrickle,
                                    Fault::kTruncated, Fault::kGarbage,    Fault::kWrongSignature};
constexpr std::array kToBatches = {Fault::kWrongBatch, Fault::kDuplicate};
constexpr std::array kToPages = {Fault::kFeedAltered, Fault::kFeedPast};

// What befalls the request that this thread is answering.
thread_local std::optional<Fault> chosen;

void SetBody(Response& response, int status, const std::string& body, const char* type) {
  response.status = status;
  response.headers.erase("Content-Type");
  response.headers.erase("Content-Length");
  response.set_header("Content-Length", std::to_string(body.size()));
  response.set_content(body, type);
}

// Hands the body out through `provider`, which may break it off.
void SendThrough(Response& response, httplib::ContentProvider provider) {
  const std::size_t size = response.body.size();
  const std::string type = response.get_header_value("Content-Type");
  response.headers.erase("Content-Type");
  response.body.clear();
  response.set_content_provider(size, type, std::move(provider));
}

void BreakOff(Response& response) {
  auto body = std::make_shared<const std::string>(response.body);
  SendThrough(response, [body](std::size_t, std::size_t, httplib::DataSink& sink) {
    sink.write(body->data(), body->size() / 2);
    FaultLine::Mine().Close();
    return false;
  });
}

}  // namespace

std::optional<Refusal> FaultBeforeWork() {
  if (!chosen || *chosen < Fault::kReset || *chosen > Fault::kRedirect) return std::nullopt;
  return Refusal{503, "fault", "a fault that was asked for"};
}

bool DeliveredTwice() { return chosen == Fault::kDuplicate; }

Faults::Faults(const FaultPlan& plan, CountyKeys keys, FaultCertificates certificates)
    : plan_(plan),
      keys_(std::move(keys)),
      certificates_(std::move(certificates)),
      random_(plan.seed) {}

void Faults::InstallOn(httplib::SSLServer& server) {
  SSL_CTX* context = server.ssl_context();
  SSL_CTX_set_cert_cb(context, &Faults::OnHandshake, this);
  if (plan_.TouchesConnections()) {
    // A resumed session shows no certificate.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context, 0);
    server.set_keep_alive_max_count(1);
  }
  server.set_pre_routing_handler([this](const Request& request, Response&) {
    Choose(request);
    return httplib::Server::HandlerResponse::Unhandled;
  });
}

void Faults::Stop() { stopping_ = true; }

bool Faults::Happens(Fault fault) {
  if (plan_.Of(fault) == 0) return false;
  const std::lock_guard lock(mutex_);
  // 53 random bits, as many as a double has.
  return static_cast<double>(random_() >> 11) * 0x1p-53 < plan_.Of(fault);
}

int Faults::OnHandshake(SSL* ssl, void* self) { return static_cast<Faults*>(self)->Shake(ssl); }

bool Faults::Shake(SSL* ssl) {
  FaultLine& line = FaultLine::Mine();
  line.Begin(SSL_get_fd(ssl));
  const auto* fault = std::find_if(kToConnections.begin(), kToConnections.end(),
                                   [this](Fault each) { return Happens(each); });
  if (fault == kToConnections.end()) return true;
  spdlog::info("fault {}: a connection", NameOf(*fault));
  if (*fault == Fault::kRefuse) {
    line.Close();
    return false;
  }
  return SSL_use_certificate(ssl, *fault == Fault::kExpiredCertificate
                                      ? certificates_.expired.get()
                                      : certificates_.foreign.get()) == 1;
}

void Faults::Choose(const Request& request) {
  chosen.reset();
  if (request.path == "/v1/enrol") return;
  const auto choose_of = [this](const auto& faults) {
    for (const Fault fault : faults) {
      if (!chosen && Happens(fault)) chosen = fault;
    }
  };
  choose_of(kToRequests);
  // There is no envelope in a page for a phone.
  const bool of_envelopes = chosen == Fault::kGarbage || chosen == Fault::kWrongSignature;
  if (of_envelopes && request.path.starts_with("/t/")) chosen.reset();
  if (request.path == "/v1/records") choose_of(kToBatches);
  if (request.path == "/v1/changes") choose_of(kToPages);
}

void Faults::Serve(const Request& request, Response& response) {
  const bool page = request.path == "/v1/changes" && response.status == 200;
  if (chosen) {
    const Fault fault = *chosen;
    if (ServeOnLine(fault, response) || Replace(fault, response) || Alter(fault, response)) {
      spdlog::info("fault {}: {} {}", NameOf(fault), request.method, request.path);
    }
  } else if (page) {
    RememberPage(response.body);
  }
  chosen.reset();
}

bool Faults::ServeOnLine(Fault fault, Response& response) {
  switch (fault) {
    case Fault::kReset:
      FaultLine::Mine().Reset();
      return true;
    case Fault::kHang:
      Hang();
      return true;
    case Fault::kDropAnswer:
      FaultLine::Mine().Close();
      return true;
    case Fault::kTrickle:
      return Trickle(response);
    case Fault::kTruncated:
      if (response.body.size() < 2) return false;
      BreakOff(response);
      return true;
    default:
      return fault == Fault::kDuplicate;
  }
}

bool Faults::Replace(Fault fault, Response& response) {
  int status = 0;
  switch (fault) {
    case Fault::kStatus500:
      status = 500;
      break;
    case Fault::kStatus503:
      status = 503;
      break;
    case Fault::kStatus429:
      status = 429;
      break;
    case Fault::kCaptivePortal:
      SetBody(response, 200, kPortal, "text/html");
      return true;
    case Fault::kRedirect:
      SetBody(response, 302, "", "text/html");
      response.set_header("Location", "https://login.example.invalid/");
      return true;
    case Fault::kGarbage:
      SetBody(response, 200, Noise(std::max<std::size_t>(response.body.size(), 64)),
              "application/vnd.member-studio.envelope");
      return true;
    default:
      return false;
  }
  SetBody(response, status, "<html><body>Service trouble</body></html>", "text/html");
  response.set_header("Retry-After", std::to_string(plan_.retry_after_s));
  return true;
}

bool Faults::Alter(Fault fault, Response& response) {
  if (response.status != 200 || response.body.size() <= kPayloadAt) return false;
  std::string body = response.body;
  if (fault == Fault::kWrongSignature) {
    body[kSignatureAt] ^= 1;
  } else if (fault == Fault::kFeedAltered) {
    body[kPayloadAt + (body.size() - kPayloadAt) / 2] ^= 1;
  } else if (!(fault == Fault::kWrongBatch ? AnswerOtherBatch(body) : AnswerFromPast(body))) {
    return false;
  }
  SetBody(response, 200, body, "application/vnd.member-studio.envelope");
  return true;
}

void Faults::Hang() {
  if (++hanging_ <= kMostHanging) FaultLine::Mine().WaitForEnd(kLongestHang, stopping_);
  --hanging_;
  FaultLine::Mine().Close();
}

bool Faults::Trickle(Response& response) {
  if (response.body.empty()) return false;
  auto body = std::make_shared<const std::string>(response.body);
  const std::size_t piece = body->size() / kTricklePieces + 1;
  SendThrough(response,
              [this, body, piece](std::size_t at, std::size_t left, httplib::DataSink& sink) {
                sink.write(body->data() + at, std::min(piece, left));
                return !FaultLine::Mine().WaitForEnd(kTricklePause, stopping_);
              });
  return true;
}

bool Faults::AnswerOtherBatch(std::string& body) const {
  const auto key = keys_.signing.Public();
  const auto payload = studio::OpenEnvelope(studio::kAckContext, studio::AsBytes(body), {&key, 1});
  if (!payload) return false;
  auto ack = studio::AckFromJson(*payload);
  if (!ack) return false;
  ack->batch_hash[0] ^= 1;
  body = studio::AsText(
      studio::SealEnvelope(studio::kAckContext, studio::ToJson(*ack), keys_.signing));
  return true;
}

void Faults::RememberPage(const std::string& body) {
  if (plan_.Of(Fault::kFeedPast) == 0 || body.size() <= kPayloadAt) return;
  const auto page = studio::FeedPageFromJson(std::string_view(body).substr(kPayloadAt));
  if (!page) return;
  const std::lock_guard lock(mutex_);
  first_page_.emplace(page->studio, body);
}

bool Faults::AnswerFromPast(std::string& body) {
  RememberPage(body);
  const auto page = studio::FeedPageFromJson(std::string_view(body).substr(kPayloadAt));
  if (!page) return false;
  const std::lock_guard lock(mutex_);
  const std::string& past = first_page_.at(page->studio);
  if (past == body) return false;
  body = past;
  return true;
}

std::string Faults::Noise(std::size_t size) {
  std::string noise(size, '\0');
  const std::lock_guard lock(mutex_);
  std::generate(noise.begin(), noise.end(), [this] { return static_cast<char>(random_()); });
  return noise;
}

}  // namespace county
