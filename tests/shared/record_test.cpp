#include "shared/record/record.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

TEST_CASE("a record header survives its bytes") {
  const RecordHeader header = samples::Header();
  const auto back = DecodeRecordHeader(Encode(header));
  REQUIRE(back);
  CHECK(back->id == header.id);
  CHECK(back->kind == header.kind);
  CHECK(back->urgent);
  CHECK(back->studio == 3);
  CHECK(back->terminal == 37);
  CHECK(back->clock.wall_ms == header.clock.wall_ms);
  CHECK(back->clock.monotonic_ms == header.clock.monotonic_ms);
  CHECK(back->clock.boot == header.clock.boot);
  CHECK(back->clock.offset_ms == header.clock.offset_ms);
  CHECK(back->attachments == header.attachments);
  CHECK(back->sealed_hash == header.sealed_hash);
}

TEST_CASE("an offset never heard stays absent, and zero stays zero") {
  RecordHeader header = samples::Header();
  header.clock.offset_ms.reset();
  CHECK_FALSE(DecodeRecordHeader(Encode(header))->clock.offset_ms);
  header.clock.offset_ms = 0;
  CHECK(DecodeRecordHeader(Encode(header))->clock.offset_ms == 0);
}

TEST_CASE("every altered bit of a header is either refused or another record") {
  const Bytes bytes = Encode(samples::Header());
  const Digest digest = DigestOfHeader(bytes);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      const Bytes altered = samples::Flipped(bytes, at, bit);
      CHECK(DigestOfHeader(altered) != digest);
      // One record has one spelling.
      if (const auto back = DecodeRecordHeader(altered)) CHECK(Encode(*back) == altered);
    }
  }
}

TEST_CASE("a header of any other length is refused") {
  const Bytes bytes = Encode(samples::Header());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(DecodeRecordHeader(ByteView(bytes).first(size)));
  }
  Bytes longer = bytes;
  longer.push_back(0);
  CHECK_FALSE(DecodeRecordHeader(longer));
}

TEST_CASE("an unknown kind is told apart from broken bytes") {
  Bytes bytes = Encode(samples::Header());
  bytes[20] = 16;
  const auto newer = DecodeRecordHeader(bytes);
  REQUIRE_FALSE(newer);
  CHECK(newer.error().kind == ErrorKind::kUnsupported);
  bytes[0] = 'X';
  CHECK(DecodeRecordHeader(bytes).error().kind == ErrorKind::kMalformed);
}

TEST_CASE("reserved flags and seventeen attachments are refused") {
  RecordHeader header = samples::Header();
  Bytes bytes = Encode(header);
  bytes[21] = 2;
  CHECK_FALSE(DecodeRecordHeader(bytes));
  header.attachments.assign(kMaxAttachments, Digest{});
  bytes = Encode(header);
  CHECK(DecodeRecordHeader(bytes));
  bytes[71] = kMaxAttachments + 1;
  bytes.insert(bytes.end(), 32, 0);
  CHECK_FALSE(DecodeRecordHeader(bytes));
}

TEST_CASE("every kind has a name and a byte of its own") {
  for (std::uint8_t byte = 1; byte <= 15; ++byte) {
    REQUIRE(RecordKindFrom(byte));
    CHECK(NameOf(*RecordKindFrom(byte)) != "unknown");
  }
  CHECK_FALSE(RecordKindFrom(0));
  CHECK_FALSE(RecordKindFrom(16));
}
