#include "shared/record/attachment.h"

#include <doctest/doctest.h>

#include <array>

using namespace studio;

namespace {

struct SealedPicture {
  Bytes file;
  AttachmentRef ref;
};

Bytes PlainOf(std::size_t size) {
  Bytes plain(size);
  for (std::size_t i = 0; i < size; ++i) plain[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
  return plain;
}

SealedPicture SealInSteps(ByteView plain, std::size_t step) {
  AttachmentSealer sealer;
  SealedPicture sealed;
  while (!plain.empty()) {
    const Bytes out = sealer.Add(plain.first(std::min(step, plain.size())));
    sealed.file.insert(sealed.file.end(), out.begin(), out.end());
    plain = plain.subspan(std::min(step, plain.size()));
  }
  const Bytes end = sealer.Finish();
  sealed.file.insert(sealed.file.end(), end.begin(), end.end());
  sealed.ref = sealer.Ref();
  return sealed;
}

}  // namespace

TEST_CASE("an attachment of any length opens as it was, however it was handed over") {
  for (const std::size_t size : std::array<std::size_t, 6>{
           0, 1, kAttachmentPiece - 1, kAttachmentPiece, kAttachmentPiece + 1, 300'000}) {
    CAPTURE(size);
    const Bytes plain = PlainOf(size);
    const SealedPicture sealed = SealInSteps(plain, 7000);
    CHECK(sealed.ref.bytes == size);
    CHECK(sealed.ref.digest == Sha256(sealed.file));
    const auto opened = OpenAttachment(sealed.file, sealed.ref.key);
    REQUIRE(opened);
    CHECK(*opened == plain);
  }
}

TEST_CASE("an attachment that was cut, extended, altered or re-ordered does not open") {
  const SealedPicture sealed = SealInSteps(PlainOf(200'000), 65'536);
  const auto opens = [&](const Bytes& file) {
    return OpenAttachment(file, sealed.ref.key).has_value();
  };
  REQUIRE(opens(sealed.file));
  const std::size_t piece = kAttachmentPiece + 17;
  for (const std::size_t keep : {std::size_t{0}, std::size_t{3}, std::size_t{28}, 28 + piece,
                                 28 + 2 * piece, sealed.file.size() - 1}) {
    CAPTURE(keep);
    CHECK_FALSE(opens(Bytes(sealed.file.begin(), sealed.file.begin() + static_cast<long>(keep))));
  }
  Bytes longer = sealed.file;
  longer.push_back(0);
  CHECK_FALSE(opens(longer));
  for (std::size_t at = 0; at < sealed.file.size(); at += 997) {
    Bytes altered = sealed.file;
    altered[at] ^= 1;
    CHECK_FALSE(opens(altered));
  }
  Bytes swapped = sealed.file;
  std::swap_ranges(swapped.begin() + 28, swapped.begin() + 28 + static_cast<long>(piece),
                   swapped.begin() + 28 + static_cast<long>(piece));
  CHECK_FALSE(opens(swapped));
  AttachmentKey other = sealed.ref.key;
  other[0] ^= 1;
  CHECK_FALSE(OpenAttachment(sealed.file, other).has_value());
}

TEST_CASE("two attachments of the same picture look nothing alike") {
  const Bytes plain = PlainOf(1000);
  const SealedPicture first = SealInSteps(plain, 1000), second = SealInSteps(plain, 1000);
  CHECK(first.ref.key != second.ref.key);
  CHECK(first.ref.digest != second.ref.digest);
}
