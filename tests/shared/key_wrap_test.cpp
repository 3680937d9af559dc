#include "shared/record/key_wrap.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

namespace {

BadgeSecret SecretOf(std::uint8_t byte) {
  BadgeSecret secret;
  secret.fill(byte);
  return secret;
}

WrapBinding ABinding() { return {1, "m07", samples::StudioBox().Public()}; }

constexpr std::string_view kPin = "246810";

}  // namespace

TEST_CASE("the studio's key opens with PIN and badge, and with neither alone") {
  const Bytes wrapped = WrapStudioKey(samples::StudioBox(), ABinding(), kPin, SecretOf(1)).value();
  const auto open = [&](std::string_view pin, std::uint8_t secret) {
    return UnwrapStudioKey(wrapped, ABinding(), pin, SecretOf(secret));
  };
  const auto opened = open(kPin, 1);
  REQUIRE(opened);
  CHECK(opened->secret() == samples::StudioBox().secret());
  for (const auto& [pin, secret] :
       {std::pair<const char*, std::uint8_t>{"246811", 1}, {"246810", 2}, {"246810", 0}, {"", 1}}) {
    const auto refused = open(pin, secret);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::kDenied);
  }
  // The folder holds no plain copy of it.
  const Seed& seed = samples::StudioBox().seed();
  CHECK(std::search(wrapped.begin(), wrapped.end(), seed.begin(), seed.begin() + 8) ==
        wrapped.end());
}

TEST_CASE("a key that was wrapped at the former cost still opens") {
  const BoxKeyPair studio =
      BoxKeyPair::FromSeed(Seed{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
                                9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
  const auto wrapped = FromHex(
      "4d535731000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f1011121314151617"
      "8d20e5e0d9258ef19c4521f88028afdaef71953bb06f650c995781860db196bb5f9c7d5a4208db7c633cc0d5"
      "edd2f80c");
  REQUIRE(wrapped);
  const WrapBinding binding{1, "m07", studio.Public()};
  CHECK(UnwrapStudioKey(*wrapped, binding, kPin, SecretOf(1))->secret() == studio.secret());
  CHECK_FALSE(UnwrapStudioKey(*wrapped, binding, "246811", SecretOf(1)).has_value());
  Bytes other = *wrapped;
  other[3] = '2';
  CHECK_FALSE(UnwrapStudioKey(other, binding, kPin, SecretOf(1)).has_value());
}

TEST_CASE("a wrapped key is good for its own member, studio and key only, and unaltered") {
  const Bytes wrapped = WrapStudioKey(samples::StudioBox(), ABinding(), kPin, SecretOf(1)).value();
  WrapBinding other = ABinding();
  other.member = "m08";
  CHECK_FALSE(UnwrapStudioKey(wrapped, other, kPin, SecretOf(1)).has_value());
  other = ABinding();
  other.studio = 2;
  CHECK_FALSE(UnwrapStudioKey(wrapped, other, kPin, SecretOf(1)).has_value());
  other = ABinding();
  other.key = samples::CountyBox().Public();
  CHECK_FALSE(UnwrapStudioKey(wrapped, other, kPin, SecretOf(1)).has_value());
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{10}, std::size_t{30}, std::size_t{60}, wrapped.size() - 1}) {
    Bytes altered = wrapped;
    altered[at] ^= 1;
    CHECK_FALSE(UnwrapStudioKey(altered, ABinding(), kPin, SecretOf(1)).has_value());
  }
  CHECK_FALSE(
      UnwrapStudioKey(ByteView(wrapped).first(40), ABinding(), kPin, SecretOf(1)).has_value());
}

TEST_CASE("a PIN is six to twelve digits") {
  for (const char* good : {"246810", "123456789012"}) CHECK(IsPin(good));
  for (const char* bad : {"", "12345", "1234567890123", "12345a", "１２３４５６", "12 456"}) {
    CAPTURE(bad);
    CHECK_FALSE(IsPin(bad));
    CHECK_FALSE(WrapStudioKey(samples::StudioBox(), ABinding(), bad, SecretOf(1)).has_value());
  }
}
