#include "commands/line_probe.h"

#include <sodium.h>

#include <ctime>

#include "platform/system_clock.h"
#include "shared/exchange/enrolment.h"
#include "sync/line/http_client.h"
#include "sync/link/county_protocol.h"

namespace studio {
namespace {

HttpAnswer AskOnce(HttpClient& client, HttpRequest request) {
  request.at_most = std::chrono::seconds(15);
  std::optional<HttpAnswer> answer;
  client.Send(std::move(request), [&](HttpAnswer got) { answer = std::move(got); });
  while (!answer) client.Run(std::chrono::seconds(1));
  return std::move(*answer);
}

LineCondition ConditionOf(HttpFault fault) {
  switch (fault) {
    case HttpFault::kNone:
      return LineCondition::kGood;
    case HttpFault::kUnreachable:
      return LineCondition::kUnreachable;
    case HttpFault::kCertificateDates:
      return LineCondition::kCertificateDates;
    case HttpFault::kCertificate:
      return LineCondition::kOtherCertificate;
    case HttpFault::kNotAnAnswer:
      break;
  }
  return LineCondition::kNotTheCounty;
}

}  // namespace

LineFacts ProbeLine(const std::filesystem::path& folder, const Identity& identity,
                    const std::string& proxy) {
  LineFacts facts;
  const auto county = CountyProtocol::For(identity);
  if (!county) {
    facts.detail = county.error().detail;
    return facts;
  }
  HttpClient client({folder / "ca.pem", proxy});
  ByteArray<16> nonce;
  randombytes_buf(nonce.data(), nonce.size());
  const HttpAnswer told = AskOnce(client, county->TimeRequest(nonce));
  facts.condition = ConditionOf(told.fault);
  facts.detail = told.detail;
  if (told.fault != HttpFault::kNone) return facts;
  facts.certificate_end_s = told.certificate_end_s;
  const SystemClock clock;
  const std::int64_t now_ms = clock.Now().wall_ms;
  const auto time = county->ReadTime(told.body, nonce);
  if (!time) {
    facts.condition = told.status == 421 ? LineCondition::kOtherName : LineCondition::kNotTheCounty;
    facts.detail = "HTTP " + std::to_string(told.status);
    return facts;
  }
  facts.clock_offset_ms = time->county_time_ms - now_ms;
  // A question about a photo that nobody sent: who is known is told that it is not there.
  const HttpAnswer known =
      AskOnce(client, county->AttachmentAckRequest(Digest{}, time->county_time_ms / 1000));
  facts.condition = ConditionOf(known.fault);
  facts.detail = known.detail;
  if (known.fault != HttpFault::kNone) return facts;
  const std::string code = ErrorCodeFromJson(AsText(known.body));
  if (known.status == 401 || known.status == 403) facts.condition = LineCondition::kRefused;
  // What is signed names the host that was asked: a proxy that passes another on breaks it.
  if (known.status == 421 || code == "bad_signature") facts.condition = LineCondition::kOtherName;
  if (facts.condition != LineCondition::kGood) {
    facts.detail = "HTTP " + std::to_string(known.status) + (code.empty() ? "" : " " + code);
  }
  return facts;
}

}  // namespace studio
