#include "server/http/http_surface.h"

#include <httplib.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "server/faults/faults.h"
#include "server/http/attachment_routes.h"
#include "server/http/held_questions.h"
#include "server/http/http_exchange.h"
#include "server/http/topic_routes.h"
#include "shared/record/heartbeat.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr std::size_t kThreadsAtLeast = 64;
constexpr std::size_t kThreadsToSpare = 16;
constexpr std::size_t kRequestsPerConnection = 100'000;
constexpr int kIdleSeconds = 3;
// The library lets five wait to be accepted. Where terminals come all at once, the sixth would hear
// nothing and try again after a second.
constexpr int kWaitingConnections = 1024;
constexpr int kReadSeconds = 30;
constexpr int kHoldSecondsAtMost = 25;
constexpr std::size_t kMaxEnrolmentBytes = 16 * 1024;

Refusal RefusalFor(int status) {
  switch (status) {
    case 404:
      return {status, "not_found", "no such resource"};
    case 413:
      return {status, "too_large", "the request is too large"};
    case 500:
      return {status, "storage", "the county could not keep or read its ledger"};
    default:
      return {status, "malformed", "the request could not be read"};
  }
}

// 0 where it asks for none, or for something that is no number.
std::chrono::seconds HoldSeconds(const std::string& wait) {
  int seconds = 0;
  const char* const end = wait.data() + wait.size();
  const auto [stop, error] = std::from_chars(wait.data(), end, seconds);
  if (error != std::errc{} || stop != end) return std::chrono::seconds(0);
  return std::chrono::seconds(std::clamp(seconds, 0, kHoldSecondsAtMost));
}

}  // namespace

struct HttpSurface::Parts {
  Parts(Office& the_office, const DataFolder& folder, Faults* the_faults)
      : office(the_office),
        faults(the_faults),
        threads(std::max(kThreadsAtLeast, 2 * office.TerminalCount() + kThreadsToSpare)),
        held([this] { return office.FeedVersion(); }, (threads - kThreadsToSpare) / 2),
        server(folder.server_certificate().c_str(), folder.server_key().c_str()) {}

  void SetUp();
  void Route();
  Answer<std::optional<Bytes>> Changes(const Terminal& terminal, const httplib::Request& request);

  Office& office;
  Faults* faults;
  // A terminal's question that is held has one; what it asks next may come on another connection.
  const std::size_t threads;
  HeldQuestions held;
  httplib::SSLServer server;
  socket_t listening = INVALID_SOCKET;
};

// Where the terminal is patient, the answer waits until there is news for it.
Answer<std::optional<Bytes>> HttpSurface::Parts::Changes(const Terminal& terminal,
                                                         const httplib::Request& request) {
  const std::string after = request.get_param_value("after");
  const auto patience = HoldSeconds(request.get_param_value("wait"));
  if (patience.count() == 0) return office.Changes(terminal, after);
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const std::uint64_t seen = office.FeedVersion();
    if (office.HasNews(terminal, after)) return office.Changes(terminal, after);
    if (!held.WaitForNews(terminal.number, seen, until)) return std::nullopt;
  }
}

void HttpSurface::Parts::SetUp() {
  SSL_CTX_set_min_proto_version(server.ssl_context(), TLS1_2_VERSION);
  server.new_task_queue = [this] { return new httplib::ThreadPool(threads); };
  server.set_socket_options([this](socket_t socket) {
    httplib::default_socket_options(socket);
    listening = socket;
  });
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(kRequestsPerConnection);
  server.set_keep_alive_timeout(kIdleSeconds);
  server.set_read_timeout(kReadSeconds);
  server.set_payload_max_length(studio::kMaxBatchBytes);
  server.set_logger([](const httplib::Request& request, const httplib::Response& response) {
    spdlog::debug("{} {} -> {}", request.method, request.path, response.status);
  });
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty()) SendRefusal(response, RefusalFor(response.status));
  });
  server.set_exception_handler([](const httplib::Request& request, httplib::Response& response,
                                  const std::exception_ptr& thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      spdlog::error("{} {}: {}", request.method, request.path, error.what());
    }
    SendRefusal(response, RefusalFor(500));
  });
  Route();
  if (faults) faults->InstallOn(server);
  server.set_post_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        if (faults) faults->Serve(request, response);
        ZipPage(request, response);
      });
}

void HttpSurface::Parts::Route() {
  server.Post("/v1/enrol", [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& reader) {
    const auto body = ReadBody(request, response, reader, kMaxEnrolmentBytes);
    if (body) Send(response, office.Enrol(*body));
  });
  server.Post("/v1/records", [this](const httplib::Request& request, httplib::Response& response,
                                    const httplib::ContentReader& reader) {
    const auto body = ReadBody(request, response, reader, studio::kMaxBatchBytes);
    if (!body) return;
    const auto terminal = Identify(office, request, *body);
    if (!terminal) return SendRefusal(response, terminal.error());
    held.LetGo(terminal->number);
    if (DeliveredTwice()) office.TakeBatch(*terminal, studio::AsBytes(*body));
    Send(response, office.TakeBatch(*terminal, studio::AsBytes(*body)));
  });
  server.Post("/v1/heartbeat", [this](const httplib::Request& request, httplib::Response& response,
                                      const httplib::ContentReader& reader) {
    const auto body = ReadBody(request, response, reader, studio::kMaxHeartbeatBytes);
    if (!body) return;
    const auto terminal = Identify(office, request, *body);
    if (!terminal) return SendRefusal(response, terminal.error());
    const auto taken = office.TakeHeartbeat(*terminal, *body);
    if (!taken) return SendRefusal(response, taken.error());
    response.status = 204;
  });
  server.Get("/v1/changes", [this](const httplib::Request& request, httplib::Response& response) {
    const auto terminal = Identify(office, request, request.body);
    if (!terminal) return SendRefusal(response, terminal.error());
    const auto page = Changes(*terminal, request);
    if (!page) return SendRefusal(response, page.error());
    if (*page) return SendEnvelope(response, **page);
    response.status = 204;
  });
  server.Get("/v1/time", [this](const httplib::Request& request, httplib::Response& response) {
    Send(response, office.Time(request.get_param_value("nonce")));
  });
  server.Get("/v1/statuses/([^/]+)",
             [this](const httplib::Request& request, httplib::Response& response) {
               const auto terminal = Identify(office, request, request.body);
               if (!terminal) return SendRefusal(response, terminal.error());
               Send(response, office.Status(request.matches[1].str()));
             });
  RouteAttachments(server, office);
  RouteTopics(server, office);
}

Result<HttpSurface> HttpSurface::Make(Office& office, const DataFolder& folder, Faults* faults) {
  auto parts = std::make_unique<Parts>(office, folder, faults);
  if (!parts->server.is_valid()) {
    return Fail(ErrorKind::kUnavailable, folder.server_certificate().string() + " and " +
                                             folder.server_key().string() + ": cannot be used");
  }
  parts->SetUp();
  return HttpSurface(std::move(parts));
}

HttpSurface::HttpSurface(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpSurface::HttpSurface(HttpSurface&&) noexcept = default;
HttpSurface::~HttpSurface() = default;

Result<int> HttpSurface::Bind(const std::string& host, int port) {
  if (port == 0) {
    port = parts_->server.bind_to_any_port(host);
  } else if (!parts_->server.bind_to_port(host, port)) {
    port = -1;
  }
  if (port <= 0 || listen(parts_->listening, kWaitingConnections) != 0) {
    return Fail(ErrorKind::kUnavailable, "cannot listen there: is the port taken?");
  }
  return port;
}

void HttpSurface::Run() { parts_->server.listen_after_bind(); }
bool HttpSurface::Running() const { return parts_->server.is_running(); }
void HttpSurface::Stop() {
  if (parts_->faults) parts_->faults->Stop();
  parts_->held.LetAllGo();
  parts_->server.stop();
}

}  // namespace county
