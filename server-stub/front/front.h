// The county's front to the network: HTTPS by an event loop. A connection costs a descriptor and a
// little memory, whatever it does or leaves undone; threads are held by whole requests alone, and
// by those only while there is work. bounds.h says what anybody may cost.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/front/bounds.h"
#include "server/front/exchange.h"
#include "server/front/route_table.h"
#include "server/front/tls_line.h"

namespace county {

// What befalls a new connection on purpose.
struct Welcome {
  bool refused = false;         // closed before a byte
  X509* certificate = nullptr;  // instead of the county's, with its key; outlives the front
};

struct FrontSettings {
  std::filesystem::path certificate;  // PEM, with those that stand above it
  std::filesystem::path key;
  std::vector<std::string> authorities;  // told beside the certificate's names
  CrowdBounds bounds;
  FrontTimes times;
  // A connection carries one request and is never resumed.
  bool one_request_each = false;
  // On the loop: quick, and safe beside the lanes. Empty: nothing befalls anybody.
  std::function<Welcome()> welcome;
  // What is said to somebody whose request was refused. On the loop.
  std::function<Response(const FrontRefusal&, std::string_view path)> refuse;
};

class Front {
 public:
  // kUnavailable: the certificate or its key. Signals of broken lines are ignored from here on.
  static studio::Result<Front> Make(FrontSettings settings);
  Front(Front&&) noexcept;
  ~Front();

  // Before Run().
  RouteTable& routes();
  // port 0 takes a free one; the result is the one taken, and nobody else's. kUnavailable.
  studio::Result<int> Bind(const std::string& host, int port);
  // Serves until Stop(); returns when requests under way are answered, or after kFarewellTime.
  void Run();

  // Any thread:
  bool Running() const;
  std::size_t Connections() const;
  void Stop();
  void Post(Lane lane, std::function<void()> work);
  // Reads certificate and key again, for connections from now on. kUnavailable: those before stay.
  studio::Result<void> ReadCertificateAgain();
  // What a terminal may have signed who asks for this authority.
  std::vector<std::string> SignedFor(const std::string& authority) const;

 private:
  struct Parts;
  explicit Front(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace county
