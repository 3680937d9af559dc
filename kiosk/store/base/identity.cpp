#include "store/base/identity.h"

#include "shared/base/json.h"
#include "shared/files/durable_file.h"

namespace studio {
namespace {

constexpr const char* kKeyFile = "terminal.key";
constexpr const char* kIdentityFile = "identity.json";
constexpr const char* kCaFile = "ca.pem";

// terminal.key: the Ed25519 seed, 64 hex digits and a newline.
Result<SigningKey> LoadTerminalKey(const std::filesystem::path& folder) {
  auto text = ReadWhole(folder / kKeyFile);
  if (!text) return tl::unexpected(text.error());
  while (!text->empty() && text->back() == '\n') text->pop_back();
  const auto seed = ToArray<32>(FromHex(*text));
  if (!seed) return Fail(ErrorKind::kMalformed, "terminal.key is not a key");
  return SigningKey::FromSeed(*seed);
}

}  // namespace

Result<SigningKey> LoadOrMakeTerminalKey(const std::filesystem::path& folder) {
  auto known = LoadTerminalKey(folder);
  if (known || known.error().kind != ErrorKind::kNotFound) return known;
  SigningKey key = SigningKey::Generate();
  auto written = WriteDurably(folder / kKeyFile, ToHex(key.seed()) + "\n");
  if (!written) return tl::unexpected(written.error());
  return key;
}

Result<bool> SaveIdentity(const std::filesystem::path& folder, const Identity& identity,
                          const std::filesystem::path& ca_file) {
  auto ca = ReadWhole(ca_file);
  if (!ca) return tl::unexpected(ca.error());
  auto written = WriteDurably(folder / kCaFile, *ca);
  if (!written) return written;
  const nlohmann::json json = {
      {"server", identity.server_url},
      {"terminal_key", ToBase64Url(identity.terminal_key.Public().bytes)},
      {"enrolment", nlohmann::json::parse(ToJson(identity.county))},
  };
  return WriteDurably(folder / kIdentityFile, json.dump(2) + "\n");
}

Result<Identity> LoadIdentity(const std::filesystem::path& folder) {
  auto text = ReadWhole(folder / kIdentityFile);
  if (!text && text.error().kind == ErrorKind::kNotFound) {
    return Fail(ErrorKind::kNotFound, "this terminal is not enrolled");
  }
  if (!text) return tl::unexpected(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object() || !json.contains("enrolment") || !json.contains("server") ||
      !json["server"].is_string()) {
    return Fail(ErrorKind::kMalformed, "identity.json is damaged");
  }
  auto county = EnrolmentAnswerFromJson(json["enrolment"].dump());
  if (!county) return Fail(ErrorKind::kMalformed, "identity.json: " + county.error().detail);
  auto key = LoadTerminalKey(folder);
  if (!key) return Fail(ErrorKind::kMalformed, "enrolled, but " + key.error().detail);
  if (json.value("terminal_key", "") != ToBase64Url(key->Public().bytes)) {
    return Fail(ErrorKind::kMalformed, "terminal.key is not the key this terminal enrolled with");
  }
  std::error_code ignored;
  if (!std::filesystem::exists(folder / kCaFile, ignored)) {
    return Fail(ErrorKind::kMalformed, "enrolled, but ca.pem is missing");
  }
  return Identity{*county, json["server"].get<std::string>(), *key};
}

}  // namespace studio
