#include "server/http/metrics_listener.h"

#include <arpa/inet.h>
#include <poll.h>
#include <spdlog/fmt/fmt.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "server/http/metrics.h"

namespace county {

namespace {

constexpr std::size_t kMaxHead = 8 * 1024;
constexpr timeval kPatience{2, 0};  // for each piece
constexpr int kWaiting = 8;

std::string ReadHead(int line) {
  std::string head;
  std::array<char, 1024> piece{};
  while (head.size() < kMaxHead && head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t size = ::recv(line, piece.data(), piece.size(), 0);
    if (size <= 0) break;
    head.append(piece.data(), static_cast<std::size_t>(size));
  }
  return head;
}

void Send(int line, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
}

void AnswerScrape(int line, const std::function<std::string()>& tell) {
  ::setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(line, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
  const std::string head = ReadHead(line);
  const bool asked = head.starts_with("GET /metrics ") || head.starts_with("GET /metrics?");
  const std::string text = asked ? tell() : "metrics are at /metrics\n";
  Send(line, fmt::format("HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n"
                         "Connection: close\r\n\r\n{}",
                         asked ? "200 OK" : "404 Not Found", asked ? kMetricsType : "text/plain",
                         text.size(), text));
  ::shutdown(line, SHUT_WR);
}

}  // namespace

studio::Result<std::unique_ptr<MetricsListener>> MetricsListener::Begin(
    int port, std::function<std::string()> tell) {
  const int door = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(static_cast<std::uint16_t>(port));
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  if (::bind(door, reinterpret_cast<const sockaddr*>(&place), size) != 0 ||
      ::listen(door, kWaiting) != 0 ||
      ::getsockname(door, reinterpret_cast<sockaddr*>(&place), &size) != 0) {
    const std::string why = std::strerror(errno);
    ::close(door);
    return studio::Fail(studio::ErrorKind::kUnavailable, "cannot listen there (" + why + ")");
  }
  return std::unique_ptr<MetricsListener>(
      new MetricsListener(door, ntohs(place.sin_port), std::move(tell)));
}

MetricsListener::MetricsListener(int door, int port, std::function<std::string()> tell)
    : door_(door),
      end_(::eventfd(0, EFD_CLOEXEC)),
      port_(port),
      tell_(std::move(tell)),
      serving_([this] { Serve(); }) {}

MetricsListener::~MetricsListener() {
  ::eventfd_write(end_, 1);
  serving_.join();
  ::close(end_);
  ::close(door_);
}

void MetricsListener::Serve() {
  std::array<pollfd, 2> awaited{{{end_, POLLIN, 0}, {door_, POLLIN, 0}}};
  while (true) {
    if (::poll(awaited.data(), awaited.size(), -1) < 0 && errno != EINTR) return;
    if (awaited[0].revents != 0) return;
    const int line = ::accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
    if (line < 0) continue;
    AnswerScrape(line, tell_);
    ::close(line);
  }
}

}  // namespace county
