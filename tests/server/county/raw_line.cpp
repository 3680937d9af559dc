#include "raw_line.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/bn.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <memory>
#include <utility>

namespace county {

namespace {

constexpr timeval kPatience{20, 0};

SSL_CTX* ClientContext() {
  static const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
      SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
  return context.get();
}

}  // namespace

PlainLine::PlainLine(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  std::signal(SIGPIPE, SIG_IGN);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(static_cast<std::uint16_t>(port));
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
}

PlainLine::~PlainLine() {
  if (socket_ >= 0) close(socket_);
}

PlainLine::PlainLine(PlainLine&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

bool PlainLine::WaitForEnd(std::chrono::seconds patience) {
  std::array<char, 4096> bytes{};
  for (;;) {
    pollfd watched{socket_, POLLIN, 0};
    if (poll(&watched, 1, static_cast<int>(patience.count() * 1000)) <= 0) return false;
    if (recv(socket_, bytes.data(), bytes.size(), 0) <= 0) return true;
  }
}

RawLine::RawLine(int port) : line_(port), ssl_(SSL_new(ClientContext())) {
  REQUIRE(SSL_set_fd(ssl_, line_.socket()) == 1);
  REQUIRE(SSL_connect(ssl_) == 1);
}

RawLine::~RawLine() { SSL_free(ssl_); }

RawLine::RawLine(RawLine&& other) noexcept
    : line_(std::move(other.line_)), ssl_(std::exchange(other.ssl_, nullptr)) {}

bool RawLine::Send(std::string_view bytes) {
  std::size_t sent = 0;
  return SSL_write_ex(ssl_, bytes.data(), bytes.size(), &sent) == 1;
}

bool RawLine::ReadMore(std::string& into) {
  std::array<char, 4096> bytes{};
  std::size_t size = 0;
  if (SSL_read_ex(ssl_, bytes.data(), bytes.size(), &size) != 1) return false;
  into.append(bytes.data(), size);
  return true;
}

std::optional<std::string> RawLine::ReadToEnd() {
  std::string all;
  while (ReadMore(all)) {
  }
  if (SSL_get_shutdown(ssl_) & SSL_RECEIVED_SHUTDOWN) return all;
  return line_.WaitForEnd() ? std::optional(all) : std::nullopt;
}

std::string RawLine::ReadUntil(std::string_view text) {
  std::string all;
  while (all.find(text) == std::string::npos && ReadMore(all)) {
  }
  return all;
}

bool RawLine::IsAnswered(std::chrono::milliseconds patience) const {
  pollfd watched{line_.socket(), POLLIN, 0};
  return SSL_pending(ssl_) > 0 || poll(&watched, 1, static_cast<int>(patience.count())) > 0;
}

std::string RawLine::CertificateSerial() const {
  const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(ssl_),
                                                          &X509_free);
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
      ASN1_INTEGER_to_BN(X509_get_serialNumber(shown.get()), nullptr), &BN_free);
  char* const text = BN_bn2hex(number.get());
  std::string serial(text);
  OPENSSL_free(text);
  return serial;
}

}  // namespace county
