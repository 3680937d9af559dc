#include "sync/line/answer_reason.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/exchange/enrolment.h"

namespace studio {
namespace {

std::string CertificateReason(const HttpAnswer& answer) {
  if (answer.fault == HttpFault::kCertificateDates && answer.certificate) {
    return "certificate expired or not yet valid by the county's own time: good from " +
           answer.certificate->not_before + " to " + answer.certificate->not_after;
  }
  return "the county's certificate does not verify: " + answer.detail;
}

}  // namespace

std::string ErrorCodeOf(const HttpAnswer& answer) { return ErrorCodeFromJson(AsText(answer.body)); }

std::string StatusReason(const HttpAnswer& answer) {
  const std::string code = ErrorCodeOf(answer);
  return "the county answered HTTP " + std::to_string(answer.status) +
         (code.empty() ? "" : " (" + code + ")");
}

std::optional<AnswerTrouble> TroubleOf(const HttpAnswer& answer) {
  const auto untrusted = [](std::string reason) {
    return AnswerTrouble{LinkCondition::kUntrusted, TryFailure::kUntrusted, std::move(reason)};
  };
  switch (answer.fault) {
    case HttpFault::kNone:
      break;
    case HttpFault::kUnreachable:
      return AnswerTrouble{LinkCondition::kOffline, TryFailure::kUnreachable,
                           "no answer from the county: " + answer.detail};
    case HttpFault::kNotAnAnswer:
      return untrusted("not the county's answer: " + answer.detail);
    case HttpFault::kCertificateDates:
    case HttpFault::kCertificate:
      return untrusted(CertificateReason(answer));
  }
  if (answer.status == 200) return std::nullopt;
  std::string reason = StatusReason(answer);
  if (answer.status == 401 || answer.status == 403) {
    return AnswerTrouble{LinkCondition::kRefused, TryFailure::kRefused, std::move(reason)};
  }
  if (answer.status < 400) return untrusted(std::move(reason));
  return AnswerTrouble{LinkCondition::kOffline, TryFailure::kUnreachable, std::move(reason)};
}

bool MayBeOfWhatWasSent(const HttpAnswer& answer) {
  if (answer.fault != HttpFault::kNone || answer.retry_after) return false;
  constexpr std::array kOfOthers = {401, 403, 404, 408, 429, 502, 503, 504};
  return answer.status >= 400 &&
         std::find(kOfOthers.begin(), kOfOthers.end(), answer.status) == kOfOthers.end();
}

}  // namespace studio
