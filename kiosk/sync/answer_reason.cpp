#include "sync/answer_reason.h"

#include "shared/enrolment.h"

namespace studio {

std::string ErrorCodeOf(const HttpAnswer& answer) { return ErrorCodeFromJson(AsText(answer.body)); }

std::string StatusReason(const HttpAnswer& answer) {
  const std::string code = ErrorCodeOf(answer);
  return "the county answered HTTP " + std::to_string(answer.status) +
         (code.empty() ? "" : " (" + code + ")");
}

std::string CertificateReason(const HttpAnswer& answer) {
  if (answer.fault == HttpFault::kCertificateDates && answer.certificate) {
    return "certificate expired or not yet valid by the county's own time: good from " +
           answer.certificate->not_before + " to " + answer.certificate->not_after;
  }
  return "the county's certificate does not verify: " + answer.detail;
}

}  // namespace studio
