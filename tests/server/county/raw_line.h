// A line to a served county, by hand: what no client of ours would send.
#pragma once

#include <openssl/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace county {

// Without TLS.
class PlainLine {
 public:
  explicit PlainLine(int port);  // fails the test where nobody listens
  ~PlainLine();
  PlainLine(PlainLine&& other) noexcept;
  PlainLine(const PlainLine&) = delete;

  int socket() const { return socket_; }
  // Waits until the other side has ended it. False: it still stands after `patience`.
  bool WaitForEnd(std::chrono::seconds patience = std::chrono::seconds(20));

 private:
  int socket_ = -1;
};

class RawLine {
 public:
  explicit RawLine(int port);
  ~RawLine();
  RawLine(RawLine&& other) noexcept;
  RawLine(const RawLine&) = delete;

  bool Send(std::string_view bytes);  // in one record, where it fits
  // All that comes until the county ends it; nullopt where it does not within 20 s.
  std::optional<std::string> ReadToEnd();
  // All until `text` has come.
  std::string ReadUntil(std::string_view text);
  // Whether something to read came within `patience`.
  bool IsAnswered(std::chrono::milliseconds patience) const;
  // In hexadecimal, of the certificate that the county showed.
  std::string CertificateSerial() const;

 private:
  bool ReadMore(std::string& into);

  PlainLine line_;
  SSL* ssl_ = nullptr;
};

}  // namespace county
