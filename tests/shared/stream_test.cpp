#include "shared/record/stream.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

namespace {

const Digest kDigest = HashOf("record", {});

SignedPlace PlaceSample() {
  return SignPlace(samples::Terminal(), kDigest, {samples::IdOf(5), 7, HashOf("before", {})});
}

bool Holds(const SignedPlace& place) {
  return VerifyPlace(samples::Terminal().Public(), kDigest, place);
}

}  // namespace

TEST_CASE("a signed place holds") { CHECK(Holds(PlaceSample())); }

TEST_CASE("every altered bit of a signed place is refused") {
  for (unsigned bit = 0; bit < 8; ++bit) {
    const auto mask = static_cast<std::uint8_t>(1U << bit);
    const auto each = [&](auto field) {
      SignedPlace place = PlaceSample();
      for (std::uint8_t& byte : field(place)) {
        byte ^= mask;
        CHECK_FALSE(Holds(place));
        byte ^= mask;
      }
    };
    each([](SignedPlace & place) -> auto& { return place.place.stream.bytes; });
    each([](SignedPlace & place) -> auto& { return place.place.previous; });
    each([](SignedPlace & place) -> auto& { return place.key; });
    each([](SignedPlace & place) -> auto& { return place.signature; });
  }
  for (unsigned bit = 0; bit < 64; ++bit) {
    SignedPlace place = PlaceSample();
    place.place.seq ^= std::uint64_t{1} << bit;
    CHECK_FALSE(Holds(place));
  }
}

TEST_CASE("a place signed for one record or by another terminal is no place") {
  CHECK_FALSE(VerifyPlace(samples::Terminal().Public(), HashOf("other", {}), PlaceSample()));
  CHECK_FALSE(VerifyPlace(samples::County().Public(), kDigest, PlaceSample()));
}

TEST_CASE("a signature made for one thing is never good for another") {
  const Bytes message{1, 2, 3};
  const Signature signature = samples::Terminal().Sign(kPlaceContext, message);
  CHECK(samples::Terminal().Public().Verify(kPlaceContext, message, signature));
  CHECK_FALSE(samples::Terminal().Public().Verify(kAckContext, message, signature));
  CHECK_FALSE(samples::Terminal().Public().VerifyBare(message, signature));
}

TEST_CASE("a stream's first place names the opening, so its succession cannot be rewritten") {
  const StreamOpening first{samples::IdOf(5), 37, std::nullopt, {}};
  StreamOpening successor = first;
  successor.succeeds = samples::IdOf(4);
  successor.old_head = {3, kDigest};
  StreamOpening other = successor;
  other.old_head.seq = 2;
  CHECK(first.FirstPrevious() != successor.FirstPrevious());
  CHECK(successor.FirstPrevious() != other.FirstPrevious());
}

TEST_CASE("an opening survives its bytes, and has one spelling") {
  for (const auto& succeeds : {std::optional<Uuid>{}, std::optional{samples::IdOf(4)}}) {
    StreamOpening opening{samples::IdOf(5), 37, succeeds, {}};
    if (succeeds) opening.old_head = {3, kDigest};
    ByteWriter out;
    Encode(opening, out);
    const Bytes bytes = out.Take();
    ByteReader in(bytes);
    const StreamOpening back = DecodeStreamOpening(in);
    REQUIRE(in.AtEnd());
    CHECK(back.FirstPrevious() == opening.FirstPrevious());
    CHECK(back.succeeds == opening.succeeds);
    CHECK(back.old_head == opening.old_head);

    for (std::size_t at = 20; at < bytes.size(); ++at) {
      const Bytes altered = samples::Flipped(bytes, at, 1);
      ByteReader hostile(altered);
      const StreamOpening read = DecodeStreamOpening(hostile);
      if (hostile.ok()) CHECK(read.FirstPrevious() == HashOf("ms.stream.v1", altered));
      if (!succeeds) CHECK_FALSE(hostile.ok());
    }
  }
}
