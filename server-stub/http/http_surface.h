// The county on HTTPS (shared/openapi.yaml): turns requests into calls to the office and its
// answers into responses, behind the front (front/front.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/front/bounds.h"
#include "server/office/office.h"

namespace county {

class Faults;

struct SurfaceSettings {
  // What goes wrong on purpose; outlives the surface; nullptr: nothing.
  Faults* faults = nullptr;
  // HOST or HOST:PORT that a proxy in front is asked for, beside the certificate's names.
  std::vector<std::string> authorities;
  CrowdBounds bounds;
  FrontTimes times;
};

class HttpSurface {
 public:
  // kUnavailable: the certificate or its key cannot be used.
  static Result<HttpSurface> Make(Office& office, const DataFolder& folder,
                                  const SurfaceSettings& settings = {});
  HttpSurface(HttpSurface&&) noexcept;
  ~HttpSurface();

  // From here on connections queue. port 0 takes a free one; the result is the port taken.
  // kUnavailable where it cannot be had, or where somebody listens on it.
  Result<int> Bind(const std::string& host, int port);
  // Serves until Stop(); returns when the requests under way are answered.
  void Run();

  // Any thread:
  bool Running() const;
  // As OpenMetrics text. ledger: as it is now; nullopt: it cannot be reached.
  std::string Metrics(const std::optional<LedgerState>& ledger, std::int64_t now_ms) const;
  void Stop();
  // From the folder, for connections from now on. kUnavailable: those before stay.
  Result<void> ReadCertificateAgain();

 private:
  struct Parts;
  explicit HttpSurface(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace county
