#include "shared/base/bytes.h"

#include <doctest/doctest.h>

#include <limits>

#include "shared/base/digest.h"

using namespace studio;

TEST_CASE("bytes keep their value through every spelling") {
  for (std::size_t size : {0, 1, 2, 3, 4, 31, 32, 33}) {
    Bytes bytes(size);
    FillRandom(bytes);
    CHECK(FromHex(ToHex(bytes)) == bytes);
    CHECK(FromBase64(ToBase64(bytes)) == bytes);
    CHECK(FromBase64Url(ToBase64Url(bytes)) == bytes);
  }
  CHECK(ToHex(Bytes{0x0a, 0xff}) == "0aff");
  CHECK(ToBase64(Bytes{0xfb, 0xff}) == "+/8=");
  CHECK(ToBase64Url(Bytes{0xfb, 0xff}) == "-_8");
}

TEST_CASE("what is not hex or base64 is refused") {
  for (const char* text : {"0", "0g", "0a ", "0a0"}) CHECK_FALSE(FromHex(text));
  for (const char* text : {"-_8=", "+/8", "+/9=", "+/8=\n", "*"}) CHECK_FALSE(FromBase64(text));
  for (const char* text : {"-_8=", "+/8", "-_9", "-", "-_ 8"}) CHECK_FALSE(FromBase64Url(text));
}

TEST_CASE("a reader gives back what a writer wrote, big-endian") {
  ByteWriter out;
  out.U8(1);
  out.U16(0x0203);
  out.U32(0x04050607);
  out.U64(0x08090a0b0c0d0e0f);
  out.I64(std::numeric_limits<std::int64_t>::min());
  out.Sized16(Bytes{7, 8});
  out.Sized32(Bytes{9});
  const Bytes bytes = out.Take();
  CHECK(ToHex(bytes).starts_with("0102030405060708090a0b0c0d0e0f8000"));
  ByteReader in(bytes);
  CHECK(in.U8() == 1);
  CHECK(in.U16() == 0x0203);
  CHECK(in.U32() == 0x04050607);
  CHECK(in.U64() == 0x08090a0b0c0d0e0f);
  CHECK(in.I64() == std::numeric_limits<std::int64_t>::min());
  CHECK(in.Sized16().size() == 2);
  CHECK(in.Sized32().size() == 1);
  CHECK(in.AtEnd());
}

TEST_CASE("a read past the end yields zeros and stays failed") {
  const Bytes bytes{0xff, 0xff, 0xff};
  ByteReader in(bytes);
  CHECK(in.U32() == 0);
  CHECK_FALSE(in.ok());
  CHECK(in.U8() == 0);
  CHECK(in.Array<4>() == ByteArray<4>{});
  CHECK_FALSE(in.AtEnd());
  ByteReader lying(bytes);
  CHECK(lying.Sized16().empty());
  CHECK_FALSE(lying.ok());
}

TEST_CASE("random numbers stay below their bound") {
  for (int i = 0; i < 200; ++i) CHECK(RandomBelow(7) < 7);
}

TEST_CASE("a hash says what it is a hash of") {
  CHECK(HashOf("a", AsBytes("bc")) != HashOf("ab", AsBytes("c")));
  CHECK(HashOf("", {}) == Sha256(Bytes{0}));
  CHECK(ToHex(Sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
