// A mechanism as a place wrote it down: what the county takes of it is an object that goes to
// terminals.
#include <string>
#include <string_view>

#include "fuzz.h"
#include "server/founding/mechanism_file.h"
#include "shared/base/json.h"

namespace {

// The name that the file says itself, so that more than its first line is read.
std::string_view NameIn(std::string_view toml) {
  const std::size_t open = toml.find('"');
  if (open == toml.npos) return {};
  const std::size_t close = toml.find('"', open + 1);
  return close == toml.npos ? std::string_view() : toml.substr(open + 1, close - open - 1);
}

}  // namespace

FUZZ(mechanism_file)(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  const auto body = county::MechanismBody(toml, NameIn(toml));
  if (body) Must(nlohmann::json::parse(*body, nullptr, false).is_object());
  return 0;
}
