// The server's certificate ends in time: renewed by a command, shown after SIGHUP, and no terminal
// notices.
#include <doctest/doctest.h>
#include <openssl/bn.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <signal.h>

#include <memory>

#include "village.h"

namespace studio::e2e {
namespace {

// Serial of what is shown to a new connection, hexadecimal; empty where nothing is.
std::string SerialShown(const Village& village) {
  const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context(SSL_CTX_new(TLS_client_method()),
                                                             SSL_CTX_free);
  const std::unique_ptr<BIO, void (*)(BIO*)> line(BIO_new_ssl_connect(context.get()), BIO_free_all);
  BIO_set_conn_hostname(line.get(), ("127.0.0.1:" + std::to_string(village.port())).c_str());
  if (BIO_do_handshake(line.get()) != 1) return {};
  SSL* ssl = nullptr;
  BIO_get_ssl(line.get(), &ssl);
  const std::unique_ptr<X509, void (*)(X509*)> shown(SSL_get1_peer_certificate(ssl), X509_free);
  const std::unique_ptr<BIGNUM, void (*)(BIGNUM*)> number(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(shown.get()), nullptr), BN_free);
  char* const text = BN_bn2hex(number.get());
  std::string serial = text;
  OPENSSL_free(text);
  return serial;
}

}  // namespace

TEST_CASE("a renewed certificate is shown after SIGHUP, and terminals go on as before") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const std::string before = SerialShown(village);
  REQUIRE_FALSE(before.empty());
  const Finished renewed =
      Run("county-stub", {"certificate", "--renew", "--data", village.county().string()});
  REQUIRE_MESSAGE(renewed.status == 0, renewed.err);
  CHECK(renewed.out.starts_with("good until 20"));
  CHECK(SerialShown(village) == before);
  REQUIRE(kill(village.county_pid(), SIGHUP) == 0);
  const auto until = std::chrono::steady_clock::now() + 30s;
  std::string after = before;
  while (after == before && std::chrono::steady_clock::now() < until) after = SerialShown(village);
  CHECK(after != before);
  CHECK_FALSE(after.empty());
  const Finished run = village.RunScript(
      terminal, "wait-for 已连接 60\n" + FileRequest("换证以后") + "wait-for 已收到 60\n");
  CHECK_MESSAGE(run.status == 0, run.err);
  CHECK(village.Ledger().size() == 1);
  const Finished fleet = Run("county-stub", {"fleet", "--data", village.county().string()});
  CHECK(fleet.err.empty());
  CHECK(Holds(village.StopCounty().err, "the certificate was read again"));
}

}  // namespace studio::e2e
