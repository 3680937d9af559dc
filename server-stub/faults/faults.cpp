#include "server/faults/faults.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

#include "shared/exchange/ack.h"
#include "shared/exchange/envelope.h"
#include "shared/feed/feed.h"

namespace county {

namespace {

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

void ReplaceBody(Response& response, int status, std::string body, const char* type) {
  response.status = status;
  response.SetBody(std::move(body), type);
}

}  // namespace

std::optional<Refusal> FaultBeforeWork(std::optional<Fault> fault) {
  if (!fault || *fault < Fault::kReset || *fault > Fault::kRedirect) return std::nullopt;
  return Refusal{503, "fault", "a fault that was asked for"};
}

Faults::Faults(const FaultPlan& plan, CountyKeys keys, FaultCertificates certificates)
    : plan_(plan),
      keys_(std::move(keys)),
      certificates_(std::move(certificates)),
      random_(plan.seed) {}

bool Faults::Happens(Fault fault) {
  if (plan_.Of(fault) == 0) return false;
  const std::lock_guard lock(mutex_);
  // 53 random bits, as many as a double has.
  return static_cast<double>(random_() >> 11) * 0x1p-53 < plan_.Of(fault);
}

Welcome Faults::WelcomeConnection() {
  const auto* fault = std::find_if(kToConnections.begin(), kToConnections.end(),
                                   [this](Fault each) { return Happens(each); });
  if (fault == kToConnections.end()) return {};
  spdlog::info("fault {}: a connection", NameOf(*fault));
  if (*fault == Fault::kRefuse) return {true, nullptr};
  return {false, *fault == Fault::kExpiredCertificate ? certificates_.expired.get()
                                                      : certificates_.foreign.get()};
}

std::optional<Fault> Faults::Choose(const Request& request) {
  std::optional<Fault> chosen;
  if (request.path == "/v1/enrol") return chosen;
  const auto choose_of = [&](const auto& faults) {
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
  return chosen;
}

void Faults::Serve(std::optional<Fault> fault, const Request& request, Response& response) {
  if (fault) {
    if (Befall(*fault, response) || Replace(*fault, response) || Alter(*fault, response)) {
      spdlog::info("fault {}: {} {}", NameOf(*fault), request.method, request.path);
    }
  } else if (request.path == "/v1/changes" && response.status == 200) {
    RememberPage(response.body);
  }
}

// On the line, with what was answered or instead of it.
bool Faults::Befall(Fault fault, Response& response) {
  switch (fault) {
    case Fault::kReset:
      response.delivery = Delivery::kReset;
      return true;
    case Fault::kHang:
      response.delivery = Delivery::kSilent;
      return true;
    case Fault::kDropAnswer:
      response.delivery = Delivery::kDropped;
      return true;
    case Fault::kTrickle:
      if (response.body.empty()) return false;
      response.delivery = Delivery::kInPieces;
      return true;
    case Fault::kTruncated:
      if (response.body.size() < 2) return false;
      response.delivery = Delivery::kHalf;
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
      ReplaceBody(response, 200, kPortal, "text/html");
      return true;
    case Fault::kRedirect:
      ReplaceBody(response, 302, "", "text/html");
      response.Set("Location", "https://login.example.invalid/");
      return true;
    case Fault::kGarbage:
      ReplaceBody(response, 200, Noise(std::max<std::size_t>(response.body.size(), 64)),
                  "application/vnd.member-studio.envelope");
      return true;
    default:
      return false;
  }
  ReplaceBody(response, status, "<html><body>Service trouble</body></html>", "text/html");
  response.Set("Retry-After", std::to_string(plan_.retry_after_s));
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
  ReplaceBody(response, 200, body, "application/vnd.member-studio.envelope");
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
