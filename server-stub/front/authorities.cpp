#include "server/front/authorities.h"

#include <algorithm>

#include "server/front/http_message.h"

namespace county {

namespace {

constexpr std::size_t kLongestPort = 5;

bool IsPort(std::string_view text) {
  return !text.empty() && text.size() <= kLongestPort &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Without port and, for IPv6, without brackets; empty where it is none.
std::string_view HostOf(std::string_view authority) {
  std::size_t end = authority.find(':');
  std::string_view host = authority.substr(0, end);
  if (authority.starts_with('[')) {
    const std::size_t close = authority.find(']');
    if (close == std::string_view::npos) return {};
    host = authority.substr(1, close - 1);
    end = close + 1 == authority.size() ? std::string_view::npos : close + 1;
  }
  if (end == std::string_view::npos) return host;
  return authority[end] == ':' && IsPort(authority.substr(end + 1)) ? host : std::string_view();
}

bool Covers(std::string_view name, std::string_view host) {
  if (!name.starts_with("*.")) return name == host;
  const std::size_t dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && host.substr(dot) == name.substr(1);
}

}  // namespace

Authorities::Authorities(std::vector<std::string> names, std::vector<std::string> told)
    : names_(std::move(names)), told_(std::move(told)) {
  for (std::string& each : told_) each = LowerCase(each);
}

bool Authorities::Know(std::string_view authority) const {
  if (std::find(told_.begin(), told_.end(), authority) != told_.end()) return true;
  const std::string_view host = HostOf(authority);
  return !host.empty() && std::any_of(names_.begin(), names_.end(),
                                      [&](const std::string& name) { return Covers(name, host); });
}

std::vector<std::string> Authorities::SignedFor(const std::string& authority) const {
  std::vector<std::string> all{authority};
  for (const std::string& each : told_) {
    if (each != authority) all.push_back(each);
  }
  return all;
}

}  // namespace county
