// The county on HTTPS (shared/openapi.yaml): turns requests into calls to the office and its
// answers into responses. A keep-alive connection holds one of the worker threads while it is
// open, so there are many threads and idle connections are closed after a few seconds.
#pragma once

#include <memory>
#include <string>

#include "server/office/office.h"

namespace county {

class Faults;

class HttpSurface {
 public:
  // kUnavailable: the certificate or its key cannot be used. faults: what goes wrong on purpose;
  // outlives the surface; nullptr: nothing.
  static Result<HttpSurface> Make(Office& office, const DataFolder& folder,
                                  Faults* faults = nullptr);
  HttpSurface(HttpSurface&&) noexcept;
  ~HttpSurface();

  // From here on connections queue. port 0 takes a free one; the result is the port taken.
  // kUnavailable where it cannot be had.
  Result<int> Bind(const std::string& host, int port);
  // Serves until Stop(); returns when the requests under way are answered.
  void Run();
  bool Running() const;
  // Any thread, once Running().
  void Stop();

 private:
  struct Parts;
  explicit HttpSurface(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace county
