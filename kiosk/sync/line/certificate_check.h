// How one connection's certificate is looked at, and what was wrong with it. Everything is always
// verified; what a caller can choose is the time that the dates are compared with, and for the one
// request that asks for that time, none.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace studio {

struct DateRule {
  enum class Kind { kMachineClock, kGivenTime, kWaived };
  Kind kind = Kind::kMachineClock;
  std::int64_t at_s = 0;  // kGivenTime: Unix time
};

// The certificate that did not verify.
struct CertificateProblem {
  bool dates_only = false;  // expired or not yet valid, so far as was looked
  std::string reason;       // OpenSSL's words
  std::string not_before;   // "2026-11-21 09:32 UTC"
  std::string not_after;
};

class CertificateCheck {
 public:
  explicit CertificateCheck(DateRule rule) : rule_(rule) {}
  CertificateCheck(const CertificateCheck&) = delete;
  CertificateCheck& operator=(const CertificateCheck&) = delete;

  // Before the handshake: puts the rule on the connection's SSL_CTX and listens for its verdict.
  // The check must outlive the handshake.
  bool Install(void* ssl_ctx);
  // After a failed handshake.
  const std::optional<CertificateProblem>& problem() const { return problem_; }
  void SetProblem(CertificateProblem problem) { problem_ = std::move(problem); }

 private:
  DateRule rule_;
  std::optional<CertificateProblem> problem_;
};

}  // namespace studio
