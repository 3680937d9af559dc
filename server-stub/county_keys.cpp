#include "server/county_keys.h"

#include <string>

namespace county {

using studio::BoxKeyPair;
using studio::ErrorKind;
using studio::Fail;
using studio::Seed;
using studio::SigningKey;

namespace {

constexpr const char* kSigningFile = "county.signing";
constexpr const char* kSealingFile = "county.sealing";

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

Result<CountyKeys> Assemble(const Result<Seed>& signing, const Result<Seed>& sealing) {
  if (!signing) return tl::unexpected(signing.error());
  if (!sealing) return tl::unexpected(sealing.error());
  return CountyKeys{SigningKey::FromSeed(*signing), BoxKeyPair::FromSeed(*sealing)};
}

}  // namespace

Result<CountyKeys> CountyKeys::Load(const DataFolder& folder) {
  return Assemble(LoadSeed(folder.keys() / kSigningFile), LoadSeed(folder.keys() / kSealingFile));
}

Result<CountyKeys> CountyKeys::LoadOrMake(const DataFolder& folder) {
  return Assemble(LoadOrMakeSeed(folder.keys() / kSigningFile),
                  LoadOrMakeSeed(folder.keys() / kSealingFile));
}

Result<BoxKeyPair> LoadOrMakeStudioKey(const DataFolder& folder, studio::StudioId id) {
  const Result<Seed> seed =
      LoadOrMakeSeed(folder.keys() / ("studio-" + std::to_string(id) + ".sealing"));
  if (!seed) return tl::unexpected(seed.error());
  return BoxKeyPair::FromSeed(*seed);
}

}  // namespace county
