// TLS on a socket that does not block, by OpenSSL itself: between two requests it keeps no buffers,
// so a terminal that waits costs little.
#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace county {

struct FreeTls {
  void operator()(SSL_CTX* context) const;
  void operator()(SSL* line) const;
};
using TlsContext = std::shared_ptr<SSL_CTX>;

// From PEM: TLS 1.2 on, neither session cache nor renegotiation. resume: with tickets.
// kUnavailable: they cannot be used together.
studio::Result<TlsContext> MakeTlsContext(const std::filesystem::path& certificate,
                                          const std::filesystem::path& key, bool resume);
// Hosts in its certificate's subjectAltName, lower case; addresses as numbers.
std::vector<std::string> NamesIn(SSL_CTX& context);

class TlsLine {
 public:
  enum class State { kDone, kWantsRead, kWantsWrite, kEnded, kBroken };
  struct Moved {
    State state;
    std::size_t bytes = 0;  // where it is kDone
  };

  // The socket outlives it. certificate: instead of the context's, with the same key.
  TlsLine(const TlsContext& context, int socket, X509* certificate);

  State Shake();
  Moved Read(std::span<char> into);
  Moved Write(std::string_view bytes);
  // Tells the other side that this was all, once; not waited for.
  void SayGoodbye();

 private:
  State StateAfter(int result);

  TlsContext context_;
  std::unique_ptr<SSL, FreeTls> ssl_;
};

}  // namespace county
