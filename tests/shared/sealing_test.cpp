#include "shared/record/sealing.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

namespace {

const SealBinding kBinding{samples::IdOf(0x17), RecordKind::kRequest, 37};
constexpr std::string_view kWords = "村口的路灯坏了";

Bytes SealedToBoth() {
  const std::vector readers{samples::CountyBox().Public(), samples::StudioBox().Public()};
  return Seal(kBinding, AsBytes(kWords), readers).value();
}

ErrorKind KindOf(const Result<Bytes>& result) {
  REQUIRE_FALSE(result);
  return result.error().kind;
}

}  // namespace

TEST_CASE("each reader opens what was sealed, and nobody else") {
  const Bytes sealed = SealedToBoth();
  for (const BoxKeyPair* reader : {&samples::CountyBox(), &samples::StudioBox()}) {
    const auto body = Open(kBinding, sealed, *reader);
    REQUIRE(body);
    CHECK(AsText(*body) == kWords);
  }
  CHECK(KindOf(Open(kBinding, sealed, BoxKeyPair::Generate())) == ErrorKind::kNotForUs);
  CHECK(ReadersOf(sealed) ==
        std::vector{samples::CountyBox().Public().Id(), samples::StudioBox().Public().Id()});
}

TEST_CASE("every altered bit of a sealed body is refused") {
  const Bytes sealed = SealedToBoth();
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      CHECK_FALSE(Open(kBinding, samples::Flipped(sealed, at, bit), samples::CountyBox()));
    }
  }
}

TEST_CASE("a sealed body cut short or lengthened is refused") {
  Bytes sealed = SealedToBoth();
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    CHECK_FALSE(Open(kBinding, ByteView(sealed).first(size), samples::CountyBox()));
  }
  sealed.resize(sealed.size() + kSealStep);
  CHECK_FALSE(Open(kBinding, sealed, samples::CountyBox()));
}

TEST_CASE("a sealed body moved to another id, kind or terminal does not open") {
  const Bytes sealed = SealedToBoth();
  SealBinding other = kBinding;
  other.id = samples::IdOf(0x18);
  CHECK(KindOf(Open(other, sealed, samples::CountyBox())) == ErrorKind::kForged);
  other = kBinding;
  other.kind = RecordKind::kOpinion;
  CHECK(KindOf(Open(other, sealed, samples::CountyBox())) == ErrorKind::kForged);
  other = kBinding;
  other.terminal = 38;
  CHECK(KindOf(Open(other, sealed, samples::CountyBox())) == ErrorKind::kForged);
}

TEST_CASE("the reader list cannot be shortened") {
  Bytes sealed = SealedToBoth();
  sealed[4] = 1;
  sealed.erase(sealed.begin() + 5 + 88, sealed.begin() + 5 + 2 * 88);
  CHECK(KindOf(Open(kBinding, sealed, samples::CountyBox())) == ErrorKind::kForged);
}

TEST_CASE("bodies of like length cannot be told apart by size") {
  const std::vector readers{samples::CountyBox().Public()};
  const auto size = [&](std::size_t body) {
    const auto sealed = Seal(kBinding, Bytes(body, 'x'), readers).value();
    CHECK(Open(kBinding, sealed, samples::CountyBox())->size() == body);
    return sealed.size();
  };
  CHECK(size(0) == size(kSealStep - 25));
  CHECK(size(kSealStep - 24) == size(0) + kSealStep);
}

TEST_CASE("the same words sealed twice have nothing in common") {
  const Bytes one = SealedToBoth();
  const Bytes other = SealedToBoth();
  CHECK_FALSE(std::equal(one.end() - 32, one.end(), other.end() - 32));
}

TEST_CASE("sealing says why it cannot") {
  std::vector<BoxPublicKey> readers;
  CHECK(KindOf(Seal(kBinding, {}, readers)) == ErrorKind::kInvalid);
  readers.assign(kMaxReaders + 1, samples::CountyBox().Public());
  CHECK(KindOf(Seal(kBinding, {}, readers)) == ErrorKind::kInvalid);
  readers.assign(1, BoxPublicKey{});
  CHECK(KindOf(Seal(kBinding, {}, readers)) == ErrorKind::kInvalid);
  readers.assign(kMaxReaders, samples::CountyBox().Public());
  CHECK(KindOf(Seal(kBinding, Bytes(200 * 1024 + 1), readers)) == ErrorKind::kInvalid);
  const auto largest = Seal(kBinding, Bytes(200 * 1024), readers);
  REQUIRE(largest);
  CHECK(largest->size() <= kMaxSealedBytes);
  CHECK(Open(kBinding, *largest, samples::CountyBox()));
}
