#include <stb_image_write.h>

#include "server/publishing.h"
#include "shared/public_entities.h"
#include "test_county.h"

namespace county {
namespace {

Bytes Jpeg(int width, int height, int quality, bool noise = false) {
  Bytes pixels(std::size_t(width) * std::size_t(height) * 3, 0x80);
  if (noise) studio::FillRandom(pixels);
  Bytes out;
  stbi_write_jpg_to_func(
      [](void* to, void* data, int size) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        static_cast<Bytes*>(to)->insert(static_cast<Bytes*>(to)->end(), bytes, bytes + size);
      },
      &out, width, height, 3, pixels.data(), quality);
  return out;
}

}  // namespace

TEST_CASE("a picture is published under the id of its file, once") {
  TestCounty county;
  Ledger ledger = county.Open();
  const Bytes jpeg = Jpeg(64, 80, 80);
  const auto id = PublishPicture(ledger, jpeg);
  REQUIRE(id);
  const auto body = ledger.EntityBody("picture", *id);
  REQUIRE(body);
  CHECK(studio::PictureFromJson(*body).value() == jpeg);
  CHECK(PublishPicture(ledger, jpeg).value() == *id);
  CHECK(ledger.Entities("picture").size() == 1);
  CHECK(PublishPicture(ledger, Jpeg(64, 80, 40)).value() != *id);
}

TEST_CASE("what is no picture, or too large for a terminal, is not published") {
  TestCounty county;
  Ledger ledger = county.Open();
  const auto fault = [&](const Bytes& bytes) {
    const auto id = PublishPicture(ledger, bytes);
    REQUIRE_FALSE(id);
    CHECK(id.error().kind == studio::ErrorKind::kInvalid);
    return id.error().detail;
  };
  CHECK(fault({}) == "not a JPEG file");
  CHECK(fault(Bytes(100, 'x')) == "not a JPEG file");
  Bytes cut = Jpeg(64, 80, 80);
  cut.resize(12);
  CHECK(fault(cut) == "not a JPEG file");
  CHECK(fault(Jpeg(1601, 8, 50)).find("1600 pixels") != std::string::npos);
  CHECK(fault(Jpeg(640, 640, 100, true)).find("96 KiB") != std::string::npos);
  CHECK(ledger.Entities("picture").empty());
}

}  // namespace county
