// HOST:PORT, as `serve --listen` is given it.
#pragma once

#include <charconv>
#include <string>

#include "shared/base/result.h"

namespace county {

struct ListenAddress {
  std::string host;  // IPv6 without brackets
  int port = 0;
};

inline studio::Result<ListenAddress> ParseListenAddress(const std::string& text) {
  using studio::ErrorKind;
  using studio::Fail;
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) {
    return Fail(ErrorKind::kInvalid, "--listen: HOST:PORT is needed, not " + text);
  }
  ListenAddress address{text.substr(0, colon), 0};
  if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']') {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
  if (error != std::errc() || stop != end || address.port < 0 || address.port > 65535) {
    return Fail(ErrorKind::kInvalid, "--listen: the port is a number up to 65535");
  }
  return address;
}

}  // namespace county
