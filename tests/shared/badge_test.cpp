#include "shared/record/badge.h"

#include <doctest/doctest.h>

#include "samples.h"
#include "shared/base/base45.h"

using namespace studio;

namespace {

Badge ACard() {
  Badge badge;
  badge.county = 990'001;
  badge.member = "m07";
  badge.issued_s = 1'790'000'000;
  badge.expires_s = 1'820'000'000;
  badge.nonce.fill(0x5a);
  return badge;
}

BadgeSecret ASecret() {
  BadgeSecret secret;
  secret.fill(0xc3);
  return secret;
}

const std::array kTrusted = {SigningKey::FromSeed(samples::SeedOf(9)).Public(),
                             samples::County().Public()};

}  // namespace

TEST_CASE("base45 is RFC 9285's") {
  CHECK(ToBase45(AsBytes("AB")) == "BB8");
  CHECK(ToBase45(AsBytes("Hello!!")) == "%69 VD92EX0");
  CHECK(ToBase45(AsBytes("base-45")) == "UJCLQE7W581");
  CHECK(AsText(*FromBase45("QED8WEX0")) == "ietf!");
  CHECK(FromBase45("")->empty());
  for (const char* wrong : {"A", "GGW", "::", "QED8WEX", "qed", "Q-é"}) {
    CAPTURE(wrong);
    CHECK_FALSE(FromBase45(wrong).has_value());
  }
}

TEST_CASE("a badge is read by whoever trusts one of the county's keys") {
  const BadgeToken token = SignBadge(ACard(), samples::County(), ASecret());
  const auto read = ReadBadgeToken(token.Text(true));
  REQUIRE(read);
  CHECK(read->secret == ASecret());
  const auto badge = OpenBadge(*read, kTrusted);
  REQUIRE(badge);
  CHECK(*badge == ACard());
}

TEST_CASE("what is stored of a badge is good without its secret, and does not hold it") {
  const BadgeToken token = SignBadge(ACard(), samples::County(), ASecret());
  const auto stripped = ReadBadgeToken(token.Text(false));
  REQUIRE(stripped);
  CHECK_FALSE(stripped->secret.has_value());
  CHECK(OpenBadge(*stripped, kTrusted).has_value());
  const Bytes bytes = *FromBase45(token.Text(false).substr(4));
  CHECK(std::search_n(bytes.begin(), bytes.end(), 16, std::uint8_t{0xc3}) == bytes.end());
  const Bytes whole = *FromBase45(token.Text(true).substr(4));
  CHECK(std::search_n(whole.begin(), whole.end(), 16, std::uint8_t{0xc3}) != whole.end());
}

TEST_CASE("one bit changed anywhere makes a badge forged or no badge, but for the secret's bits") {
  const Bytes good = *FromBase45(SignBadge(ACard(), samples::County()).Text(false).substr(4));
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes altered = good;
    altered[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
    const auto token = ReadBadgeToken(std::string(kBadgePrefix) + ToBase45(altered));
    if (token) CHECK_FALSE(OpenBadge(*token, kTrusted).has_value());
  }
}

TEST_CASE("a badge of nobody we trust, and any other QR in the world") {
  const auto foreign = SignBadge(ACard(), SigningKey::FromSeed(samples::SeedOf(77)));
  const auto opened = OpenBadge(*ReadBadgeToken(foreign.Text(false)), kTrusted);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::kForged);
  CHECK(DecodeBadge(foreign.content)->county == 990'001);  // tells whose it claims to be
  for (const std::string& text : {std::string(), std::string("MS1:"), std::string("MS1:ABC"),
                                  std::string("ms1:BB8"), std::string("https://example.test/"),
                                  std::string(4000, 'A'), "MS1:" + std::string(2000, '0')}) {
    CAPTURE(text);
    CHECK_FALSE(ReadBadgeToken(text).has_value());
  }
  const auto newer = ReadBadgeToken("MS1:" + ToBase45(Bytes{2, 0, 0}));
  REQUIRE_FALSE(newer);
  CHECK(newer.error().kind == ErrorKind::kUnsupported);
}

TEST_CASE("a badge's content is spelled in one way only") {
  const Bytes content = Encode(ACard());
  CHECK(*DecodeBadge(content) == ACard());
  for (std::size_t size = 0; size < content.size(); ++size) {
    CHECK_FALSE(DecodeBadge(ByteView(content).first(size)).has_value());
  }
  Bytes longer = content;
  longer.push_back(0);
  CHECK_FALSE(DecodeBadge(longer).has_value());
  Badge nameless = ACard();
  nameless.member.clear();
  CHECK_FALSE(DecodeBadge(Encode(nameless)).has_value());
  nameless.member.assign(kMaxMemberId + 1, 'm');
  CHECK_FALSE(DecodeBadge(Encode(nameless)).has_value());
}
