// HTTPS as the county link needs it: one curl_multi, requests in flight, a completion for each.
// Certificates are verified against one CA file and nothing else; redirects are not followed; a
// proxy comes from the settings and never from the environment.
// One thread uses a client; only Wake() may be called from others.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "sync/line/certificate_check.h"

namespace studio {

struct HttpSettings {
  std::filesystem::path ca_file;
  std::string proxy;  // "http://host:port"; empty: none
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds silence_timeout{30};  // without a byte either way
  std::chrono::seconds whole_timeout{1800};  // against a trickle that never ends
};

struct HttpRequest {
  std::string method = "GET";        // or HEAD, POST, PATCH
  std::string url;                   // https
  std::vector<std::string> headers;  // "Name: value"
  Bytes body;
  DateRule dates;  // kWaived never shares a connection or a TLS session with other requests
  std::size_t max_answer_bytes = 0;  // after unzipping
  bool zipped = false;               // the answer may come in gzip
  // The county was asked to wait so long; silence that is longer is a fault again.
  std::chrono::seconds held{0};
  std::chrono::seconds at_most{0};  // in all, connecting too; 0: as the settings say
  std::uint64_t send_rate = 0;      // at most so many bytes a second; 0: no limit
};

enum class HttpFault {
  kNone,              // an HTTP status came
  kUnreachable,       // no connection, broken off, timed out
  kCertificateDates,  // the certificate is expired or not yet valid
  kCertificate,       // another CA, another host, an unreadable CA file
  kNotAnAnswer,       // not HTTP, or larger than allowed
};

struct HttpAnswer {
  HttpFault fault = HttpFault::kUnreachable;
  std::string detail;  // English, where there is a fault
  int status = 0;
  std::optional<std::chrono::seconds> retry_after;  // from now, whether it was told so or as a date
  std::optional<std::uint64_t> upload_offset;       // Upload-Offset (tus)
  Bytes body;
  std::optional<CertificateProblem> certificate;
  // The last second of the certificate, Unix time; of a connection's first answer, where it shook
  // hands in full.
  std::optional<std::int64_t> certificate_end_s;
};

class HttpClient {
 public:
  using Done = std::function<void(HttpAnswer)>;

  explicit HttpClient(HttpSettings settings);
  ~HttpClient();  // drops what is in flight; no completion runs
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  using Ticket = std::uint64_t;
  // `done` runs inside a later Run().
  Ticket Send(HttpRequest request, Done done);
  // Its `done` does not run any more, and its connection is closed. One that is done: nothing.
  void Cancel(Ticket ticket);
  // Moves transfers on and runs completions; returns after something happened, Wake(), bytes on
  // `watch_fd` (-1: none) or `at_most`.
  void Run(std::chrono::milliseconds at_most, int watch_fd = -1);
  void Wake();

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

}  // namespace studio
