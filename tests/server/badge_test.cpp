// Badges made out and taken back, and what their holders can open.
#define ZX_USE_UTF8
#include <ReadBarcode.h>
#include <stb_image.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "county/test_duty.h"
#include "server/clerk/qr_picture.h"
#include "server/founding/publishing.h"
#include "shared/record/key_wrap.h"

namespace county {
namespace {

using studio::Badge;
using studio::BadgeKind;
using studio::ErrorKind;

Badge OpenedBadge(const TestCounty& county, const std::string& text) {
  const auto token = studio::ReadBadgeToken(text);
  REQUIRE(token);
  const auto badge = OpenBadge(*token, county.keys().Published());
  REQUIRE(badge);
  return *badge;
}

Result<std::string> Issue(TestCounty& county, const BadgeOrder& order) {
  Ledger ledger = county.Open();
  return IssueBadge(ledger, county.folder(), county.keys(), order);
}

std::optional<studio::KeyWrap> WrapOf(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("key_wrap", id);
  if (!body) return std::nullopt;
  return studio::KeyWrapFromJson(*body).value();
}

studio::Revocation RevocationOf(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("revocation", id);
  REQUIRE(body);
  return studio::RevocationFromJson(*body, id).value();
}

}  // namespace

TEST_CASE("a card is the member's, of this county, good for its days, with a secret of its own") {
  TestCounty county;
  BadgeOrder order;
  order.member = "m01";
  order.valid_days = 30;
  order.at_s = 1'790'000'000;
  const auto text = Issue(county, order);
  REQUIRE(text);
  const Badge badge = OpenedBadge(county, *text);
  CHECK(badge.kind == BadgeKind::kCard);
  CHECK(badge.member == "m01");
  CHECK(badge.county == 990'001);
  CHECK(badge.issued_s == 1'790'000'000);
  CHECK(badge.expires_s == 1'790'000'000 + 30 * 86'400);
  const auto first = studio::ReadBadgeToken(*text)->secret;
  REQUIRE(first);
  const auto second = studio::ReadBadgeToken(CardOf(county, "m01"));
  CHECK(second->secret.value() != *first);
  CHECK(OpenedBadge(county, CardOf(county, "m01")).nonce != badge.nonce);
}

TEST_CASE("a live code is good for ninety seconds and holds no secret") {
  TestCounty county;
  const std::string text = LiveCodeOf(county, "m02");
  const Badge badge = OpenedBadge(county, text);
  CHECK(badge.kind == BadgeKind::kLive);
  CHECK(badge.expires_s - badge.issued_s == 90);
  CHECK_FALSE(studio::ReadBadgeToken(text)->secret);
  BadgeOrder order;
  order.member = "m02";
  order.kind = BadgeKind::kLive;
  order.pin = "123456";
  CHECK(Issue(county, order).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("nobody else gets a badge, nor anybody in a county that has no code") {
  TestCounty county;
  BadgeOrder order;
  order.member = "m99";
  CHECK(Issue(county, order).error().detail == "no member has the id m99");
  TestCounty plain("");
  Ledger ledger = plain.Open();
  REQUIRE(Publish(ledger, R"({"changes":[{"kind":"member","id":"m99","body":{}}]})"));
  CHECK(Issue(plain, order).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("a card and its PIN open the keys of the member's studios, and nothing less does") {
  TestCounty county;
  const std::string text = CardOf(county, "m03", "246810");  // of studios 3 and 4
  const auto secret = studio::ReadBadgeToken(text)->secret.value();
  CHECK_FALSE(WrapOf(county, "1/m03"));
  CHECK_FALSE(WrapOf(county, "2/m03"));
  for (const StudioId number : {3U, 4U}) {
    const auto wrap = WrapOf(county, std::to_string(number) + "/m03");
    REQUIRE(wrap);
    CHECK(wrap->card == OpenedBadge(county, text).nonce);
    const auto studio =
        studio::StudioFromJson(*county.Open().EntityBody("studio", std::to_string(number)));
    const studio::WrapBinding binding{number, "m03", studio->sealing_key};
    const auto key = UnwrapStudioKey(wrap->wrapped, binding, "246810", secret);
    REQUIRE(key);
    CHECK(key->Public() == studio->sealing_key);
    CHECK_FALSE(UnwrapStudioKey(wrap->wrapped, binding, "246811", secret));
    CHECK_FALSE(UnwrapStudioKey(wrap->wrapped, binding, "246810", {}));
  }
}

TEST_CASE("the secret of a card is in no file of the county, nor is the PIN") {
  TestCounty county;
  const std::string text = CardOf(county, "m01", "90817263");
  const auto secret = studio::ReadBadgeToken(text)->secret.value();
  county.Close();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(county.folder().root())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    CAPTURE(entry.path().string());
    CHECK(bytes.find(studio::AsText(secret)) == std::string::npos);
    CHECK(bytes.find(studio::ToHex(secret)) == std::string::npos);
    CHECK(bytes.find(studio::ToBase64Url(secret)) == std::string::npos);
    CHECK(bytes.find("90817263") == std::string::npos);
  }
}

TEST_CASE("a studio without a key gets one, its private half for the county's owner alone") {
  TestCounty county;
  Ledger ledger = county.Open();
  REQUIRE(Publish(ledger, R"({"changes":[
    {"kind":"studio","id":"9","body":{"id":9,"name":"新的工作室"}},
    {"kind":"member","id":"m90","body":{"name":"示例甲","studios":[9]}}]})"));
  CardOf(county, "m90", "123456");
  const auto studio = studio::StudioFromJson(*ledger.EntityBody("studio", "9"));
  CHECK(studio->name == "新的工作室");
  CHECK(studio->sealing_key == LoadOrMakeStudioKey(county.folder(), 9)->Public());
  struct stat info {};
  REQUIRE(::stat((county.folder().keys() / "studio-9.sealing").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("revoking a member ends every badge until now and the keys wrapped for them") {
  TestCounty county;
  const Badge old = OpenedBadge(county, CardOf(county, "m01", "123456"));
  Ledger ledger = county.Open();
  REQUIRE(RevokeMember(ledger, "m01", county.now_ms() / 1000));
  const auto revocation = RevocationOf(county, "member/m01");
  CHECK(revocation.member == "m01");
  CHECK(old.issued_s < revocation.before_s);
  CHECK_FALSE(WrapOf(county, "1/m01"));
  // Also where it is made out in the same second.
  CHECK(OpenedBadge(county, CardOf(county, "m01")).issued_s >= revocation.before_s);
  CHECK(RevokeMember(ledger, "m99", 0).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("revoking one badge ends that one, and a key only where it needed that card") {
  TestCounty county;
  const std::string lost = CardOf(county, "m01", "123456");
  const std::string kept = CardOf(county, "m01", "654321");
  Ledger ledger = county.Open();
  REQUIRE(RevokeBadge(ledger, county.keys(), WithoutSecret(lost)));
  const Badge badge = OpenedBadge(county, lost);
  const auto revocation = RevocationOf(county, "badge/" + studio::ToHex(badge.nonce));
  CHECK(revocation.nonce == badge.nonce);
  CHECK(revocation.member.empty());
  REQUIRE(WrapOf(county, "1/m01"));
  REQUIRE(RevokeBadge(ledger, county.keys(), kept));
  CHECK_FALSE(WrapOf(county, "1/m01"));
}

TEST_CASE("what is no badge of this county cannot be revoked") {
  TestCounty county, elsewhere;
  Ledger ledger = county.Open();
  CHECK(RevokeBadge(ledger, county.keys(), "https://example.test/").error().kind ==
        ErrorKind::kMalformed);
  CHECK(RevokeBadge(ledger, county.keys(), CardOf(elsewhere, "m01")).error().kind ==
        ErrorKind::kForged);
  CHECK(ledger.EntityBodies("revocation").empty());
}

TEST_CASE("the picture of a badge reads as its text, with room around it and correction Q") {
  TestCounty county;
  const std::string text = CardOf(county, "m26");
  const auto file = county.folder().root() / "badge.png";
  REQUIRE(WriteQrPicture(file, text));
  int width = 0, height = 0, channels = 0;
  unsigned char* pixels = stbi_load(file.c_str(), &width, &height, &channels, 1);
  REQUIRE(pixels != nullptr);
  CHECK(width == height);
  for (int x = 0; x < width; ++x) {
    for (int y = 0; y < 4 * 8; ++y) CHECK(pixels[y * width + x] == 255);
  }
  CHECK(pixels[4 * 8 * width + 4 * 8] == 0);
  const auto read = ZXing::ReadBarcode({pixels, width, height, ZXing::ImageFormat::Lum});
  CHECK(read.text() == text);
  CHECK(read.ecLevel() == "Q");
  stbi_image_free(pixels);
  CHECK(WriteQrPicture(file, std::string(8000, 'A')).error().kind == ErrorKind::kInvalid);
  CHECK(WriteQrPicture(county.folder().root() / "none" / "b.png", text).error().kind ==
        ErrorKind::kStorage);
}

}  // namespace county
