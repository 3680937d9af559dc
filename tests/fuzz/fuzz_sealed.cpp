// Nothing a fuzzer makes may open, except the one body in the corpus.
#include "fuzz.h"
#include "shared/record/sealing.h"

using namespace studio;

namespace {

Seed SeedOf(std::uint8_t byte) {
  Seed seed;
  seed.fill(byte);
  return seed;
}

}  // namespace

FUZZ(sealed)(const std::uint8_t* data, std::size_t size) {
  // The reader and record of shared/test_vectors/sealed.json.
  static const BoxKeyPair kReader = BoxKeyPair::FromSeed(SeedOf(3));
  static const Uuid kId = *Uuid::Parse("01934567-89ab-7def-8123-456789abcdef");
  const ByteView sealed(data, size);
  const std::size_t readers = ReadersOf(sealed).size();
  Must(readers <= kMaxReaders);
  if (const auto body = Open({kId, RecordKind::kRequest, 37}, sealed, kReader)) {
    Must(readers > 0);
    Must(AsText(*body).starts_with(R"({"words":)"));
  }
  return 0;
}
