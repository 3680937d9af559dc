#include "server/front/tls_line.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>

#include "server/front/http_message.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct FreeNames {
  void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string NumbersOf(const ASN1_OCTET_STRING& octets) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const int family = ASN1_STRING_length(&octets) == 4 ? AF_INET : AF_INET6;
  if (family == AF_INET6 && ASN1_STRING_length(&octets) != 16) return {};
  return inet_ntop(family, ASN1_STRING_get0_data(&octets), text.data(), text.size());
}

std::string NameFrom(const GENERAL_NAME& name) {
  if (name.type == GEN_IPADD) return NumbersOf(*name.d.iPAddress);
  if (name.type != GEN_DNS) return {};
  const auto* text = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name.d.dNSName));
  return LowerCase({text, static_cast<std::size_t>(ASN1_STRING_length(name.d.dNSName))});
}

}  // namespace

void FreeTls::operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
void FreeTls::operator()(SSL* line) const { SSL_free(line); }

studio::Result<TlsContext> MakeTlsContext(const std::filesystem::path& certificate,
                                          const std::filesystem::path& key, bool resume) {
  TlsContext context(SSL_CTX_new(TLS_server_method()), FreeTls());
  SSL_CTX* raw = context.get();
  const bool usable = raw && SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION) == 1 &&
                      SSL_CTX_use_certificate_chain_file(raw, certificate.c_str()) == 1 &&
                      SSL_CTX_use_PrivateKey_file(raw, key.c_str(), SSL_FILETYPE_PEM) == 1 &&
                      SSL_CTX_check_private_key(raw) == 1;
  if (!usable) {
    ERR_clear_error();
    return Fail(ErrorKind::kUnavailable,
                certificate.string() + " and " + key.string() + ": cannot be used");
  }
  SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                            SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  if (!resume) {
    SSL_CTX_set_options(raw, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(raw, 0);
  }
  return context;
}

std::vector<std::string> NamesIn(SSL_CTX& context) {
  std::vector<std::string> hosts;
  const X509* certificate = SSL_CTX_get0_certificate(&context);
  const std::unique_ptr<GENERAL_NAMES, FreeNames> names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    std::string host = NameFrom(*sk_GENERAL_NAME_value(names.get(), i));
    if (!host.empty()) hosts.push_back(std::move(host));
  }
  return hosts;
}

TlsLine::TlsLine(const TlsContext& context, int socket, X509* certificate)
    : context_(context), ssl_(SSL_new(context.get())) {
  if (ssl_ && (SSL_set_fd(ssl_.get(), socket) != 1 ||
               (certificate && SSL_use_certificate(ssl_.get(), certificate) != 1))) {
    ssl_.reset();
  }
  if (ssl_) SSL_set_accept_state(ssl_.get());
}

TlsLine::State TlsLine::StateAfter(int result) {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return State::kWantsRead;
    case SSL_ERROR_WANT_WRITE:
      return State::kWantsWrite;
    case SSL_ERROR_ZERO_RETURN:
      return State::kEnded;
    default:
      return State::kBroken;
  }
}

TlsLine::State TlsLine::Shake() {
  if (!ssl_) return State::kBroken;
  ERR_clear_error();
  const int result = SSL_do_handshake(ssl_.get());
  return result == 1 ? State::kDone : StateAfter(result);
}

TlsLine::Moved TlsLine::Read(std::span<char> into) {
  ERR_clear_error();
  std::size_t bytes = 0;
  const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &bytes);
  if (result == 1) return {State::kDone, bytes};
  return {StateAfter(result)};
}

TlsLine::Moved TlsLine::Write(std::string_view bytes) {
  ERR_clear_error();
  std::size_t written = 0;
  const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written);
  if (result == 1) return {State::kDone, written};
  return {StateAfter(result)};
}

void TlsLine::SayGoodbye() {
  ERR_clear_error();
  if (ssl_) SSL_shutdown(ssl_.get());
}

}  // namespace county
