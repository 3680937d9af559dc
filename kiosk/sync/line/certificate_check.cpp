#include "sync/line/certificate_check.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <ctime>

namespace studio {
namespace {

int CheckIndex() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

std::string Spell(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return "?";
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
  return text;
}

std::int64_t EndOf(const X509* certificate) {
  std::tm parts{};
  return ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) == 1 ? timegm(&parts) : 0;
}

// Sees each verdict of OpenSSL and never changes one.
int Listen(int ok, X509_STORE_CTX* store) {
  auto* ssl =
      static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  auto* check =
      static_cast<CertificateCheck*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), CheckIndex()));
  if (ok == 1) {
    if (X509_STORE_CTX_get_error_depth(store) == 0) {
      check->SetEnd(EndOf(X509_STORE_CTX_get_current_cert(store)));
    }
    return ok;
  }
  const int error = X509_STORE_CTX_get_error(store);
  CertificateProblem problem;
  problem.dates_only =
      error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
  problem.reason = X509_verify_cert_error_string(error);
  if (X509* certificate = X509_STORE_CTX_get_current_cert(store)) {
    problem.not_before = Spell(X509_get0_notBefore(certificate));
    problem.not_after = Spell(X509_get0_notAfter(certificate));
  }
  check->SetProblem(std::move(problem));
  return ok;
}

}  // namespace

bool CertificateCheck::Install(void* ssl_ctx) {
  auto* context = static_cast<SSL_CTX*>(ssl_ctx);
  X509_VERIFY_PARAM* param = SSL_CTX_get0_param(context);
  if (rule_.kind == DateRule::Kind::kWaived) {
    if (X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_NO_CHECK_TIME) != 1) return false;
  } else if (rule_.kind == DateRule::Kind::kGivenTime) {
    X509_VERIFY_PARAM_set_time(param, static_cast<std::time_t>(rule_.at_s));
  }
  if (SSL_CTX_set_ex_data(context, CheckIndex(), this) != 1) return false;
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, Listen);
  return true;
}

}  // namespace studio
