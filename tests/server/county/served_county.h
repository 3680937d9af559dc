// A county served over TLS on loopback, and a client that trusts its CA.
#pragma once

#include <doctest/doctest.h>
#include <httplib.h>

#include <string>
#include <thread>

#include "server/faults/faults.h"
#include "server/http/http_surface.h"
#include "test_county.h"
#include "test_terminal.h"

namespace county {

class Served {
 public:
  // port: 0 takes one that is free.
  explicit Served(TestCounty& county, Faults* faults = nullptr, int port = 0)
      : Served(county, SurfaceSettings{faults, {}, {}, {}}, port) {}
  Served(TestCounty& county, const SurfaceSettings& settings, int port = 0)
      : surface_(HttpSurface::Make(county.office(), county.folder(), settings).value()),
        port_(surface_.Bind("127.0.0.1", port).value()),
        ca_(county.folder().ca_certificate().string()) {
    thread_ = std::thread([this] { surface_.Run(); });
    while (!surface_.Running()) std::this_thread::yield();
  }
  ~Served() { Stop(); }

  // Returns once the requests under way are answered.
  void Stop() {
    if (!thread_.joinable()) return;
    surface_.Stop();
    thread_.join();
  }

  HttpSurface& surface() { return surface_; }
  int port() const { return port_; }
  std::string authority() const { return "localhost:" + std::to_string(port_); }

  const std::string& ca() const { return ca_; }

  httplib::Headers SignedBy(const TestTerminal& terminal, const std::string& method,
                            const std::string& path, const std::string& query,
                            const std::string& body) const {
    const auto headers =
        studio::SignRequest({method, authority(), path, query, studio::AsBytes(body)},
                            terminal.number(), terminal.key(), 0);
    return {{"Content-Digest", headers.content_digest},
            {"Signature-Input", headers.signature_input},
            {"Signature", headers.signature}};
  }

 private:
  HttpSurface surface_;
  int port_;
  std::string ca_;
  std::thread thread_;
};

struct Client : httplib::Client {
  explicit Client(const Served& served) : Client(served, served.ca()) {}
  Client(const Served& served, const std::string& ca)
      : httplib::Client("https://localhost:" + std::to_string(served.port())) {
    set_ca_cert_path(ca.c_str());
    enable_server_certificate_verification(true);
  }
};

inline void CheckRefused(const httplib::Result& result, int status, const std::string& code) {
  REQUIRE(result);
  CHECK(result->status == status);
  CHECK(studio::ErrorCodeFromJson(result->body) == code);
}

}  // namespace county
