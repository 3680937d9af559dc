#include "server/keys/county_keys.h"

#include <sstream>
#include <string>

namespace county {

using studio::BoxKeyPair;
using studio::ErrorKind;
using studio::Fail;
using studio::Seed;
using studio::SigningKey;
using studio::VerifyKey;

namespace {

constexpr const char* kSigningFile = "county.signing";
constexpr const char* kSealingFile = "county.sealing";
constexpr const char* kSuccessorFile = "county.signing.next";
constexpr const char* kRetiredFile = "county.retired";  // public halves in hex, a line each

Result<Seed> LoadSeed(const std::filesystem::path& path) {
  Result<Bytes> text = ReadFile(path);
  if (!text) return tl::unexpected(text.error());
  while (!text->empty() && text->back() == '\n') text->pop_back();
  const auto seed = studio::ToArray<32>(studio::FromHex(studio::AsText(*text)));
  if (!seed) return Fail(ErrorKind::kMalformed, path.string() + ": not a key");
  return *seed;
}

Result<Seed> LoadOrMakeSeed(const std::filesystem::path& path) {
  Result<Seed> seed = LoadSeed(path);
  if (seed || seed.error().kind != ErrorKind::kNotFound) return seed;
  Seed fresh{};
  studio::FillRandom(fresh);
  const std::string text = studio::ToHex(fresh) + "\n";
  if (auto written = WriteFile(path, studio::AsBytes(text), FileMode::kPrivate); !written) {
    return tl::unexpected(written.error());
  }
  return fresh;
}

Result<std::vector<VerifyKey>> LoadRetired(const std::filesystem::path& path) {
  std::vector<VerifyKey> retired;
  const auto text = ReadFile(path);
  if (!text && text.error().kind == ErrorKind::kNotFound) return retired;
  if (!text) return tl::unexpected(text.error());
  std::istringstream lines{std::string(studio::AsText(*text))};
  for (std::string line; std::getline(lines, line);) {
    const auto key = studio::ToArray<32>(studio::FromHex(line));
    if (!key) return Fail(ErrorKind::kMalformed, path.string() + ": not a key in each line");
    retired.push_back({*key});
  }
  return retired;
}

Result<CountyKeys> Assemble(const DataFolder& folder, const Result<Seed>& signing,
                            const Result<Seed>& sealing) {
  if (!signing) return tl::unexpected(signing.error());
  if (!sealing) return tl::unexpected(sealing.error());
  CountyKeys keys{SigningKey::FromSeed(*signing), BoxKeyPair::FromSeed(*sealing)};
  if (const auto successor = LoadSeed(folder.keys() / kSuccessorFile)) {
    keys.successor = SigningKey::FromSeed(*successor);
  } else if (successor.error().kind != ErrorKind::kNotFound) {
    return tl::unexpected(successor.error());
  }
  auto retired = LoadRetired(folder.keys() / kRetiredFile);
  if (!retired) return tl::unexpected(retired.error());
  keys.retired = std::move(*retired);
  return keys;
}

}  // namespace

Result<CountyKeys> CountyKeys::Load(const DataFolder& folder) {
  return Assemble(folder, LoadSeed(folder.keys() / kSigningFile),
                  LoadSeed(folder.keys() / kSealingFile));
}

Result<CountyKeys> CountyKeys::LoadOrMake(const DataFolder& folder) {
  return Assemble(folder, LoadOrMakeSeed(folder.keys() / kSigningFile),
                  LoadOrMakeSeed(folder.keys() / kSealingFile));
}

std::vector<VerifyKey> CountyKeys::Published() const {
  std::vector<VerifyKey> keys = {signing.Public()};
  if (successor) keys.push_back(successor->Public());
  return keys;
}

Result<void> MakeSuccessor(const DataFolder& folder) {
  const auto seed = LoadOrMakeSeed(folder.keys() / kSuccessorFile);
  if (!seed) return tl::unexpected(seed.error());
  return {};
}

Result<void> RetireSigningKey(const DataFolder& folder) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  if (!keys->successor) return Fail(ErrorKind::kNotFound, "no successor has been made");
  std::string lines;
  for (const VerifyKey& key : keys->retired) lines += studio::ToHex(key.bytes) + "\n";
  lines += studio::ToHex(keys->signing.Public().bytes) + "\n";
  if (auto written =
          WriteFile(folder.keys() / kRetiredFile, studio::AsBytes(lines), FileMode::kPrivate);
      !written) {
    return written;
  }
  std::error_code error;
  std::filesystem::rename(folder.keys() / kSuccessorFile, folder.keys() / kSigningFile, error);
  if (error) return Fail(ErrorKind::kStorage, "the successor's key: " + error.message());
  return SyncFolder(folder.keys());
}

Result<BoxKeyPair> LoadOrMakeStudioKey(const DataFolder& folder, studio::StudioId id) {
  const Result<Seed> seed =
      LoadOrMakeSeed(folder.keys() / ("studio-" + std::to_string(id) + ".sealing"));
  if (!seed) return tl::unexpected(seed.error());
  return BoxKeyPair::FromSeed(*seed);
}

}  // namespace county
