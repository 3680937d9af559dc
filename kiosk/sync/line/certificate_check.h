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
  // The last second of the certificate that was shown, Unix time; none before a handshake, or where
  // a session was taken up again.
  std::optional<std::int64_t> end_s() const { return end_s_; }
  void SetEnd(std::int64_t end_s) { end_s_ = end_s; }
  // After a failed handshake.
  const std::optional<CertificateProblem>& problem() const { return problem_; }
  void SetProblem(CertificateProblem problem) { problem_ = std::move(problem); }

 private:
  DateRule rule_;
  std::optional<CertificateProblem> problem_;
  std::optional<std::int64_t> end_s_;
};

}  // namespace studio
