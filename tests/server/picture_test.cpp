#include <stb_image.h>
#include <stb_image_write.h>

#include <string>

#include "county/test_county.h"
#include "server/founding/publishing.h"
#include "shared/base/picture_turn.h"
#include "shared/feed/public_entities.h"

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
  CHECK(studio::PictureFromJson(*body).value() != jpeg);  // written anew
  CHECK(PublishPicture(ledger, jpeg).value() == *id);
  CHECK(ledger.Entities("picture").size() == 1);
  CHECK(PublishPicture(ledger, Jpeg(64, 81, 80)).value() != *id);
}

// The file of a phone that was held in one of eight ways, with where it was taken, a comment, XMP
// and something behind its end.
Bytes FromPhone(int orientation) {
  // Upright it is red at the upper left, and wide.
  constexpr int kWide = 64, kHigh = 32;
  studio::Pixels pixels{kWide, kHigh, 3, Bytes(std::size_t{kWide} * kHigh * 3, 0x20)};
  for (int y = 0; y < kHigh / 2; ++y)
    for (int x = 0; x < kWide / 2; ++x) pixels.bytes[std::size_t(y * kWide + x) * 3] = 0xF0;
  // 6 undoes 8 and 8 undoes 6; the others undo themselves.
  const int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
  pixels = studio::Upright(std::move(pixels), back);
  Bytes plain;
  stbi_write_jpg_to_func(
      [](void* to, void* data, int size) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        static_cast<Bytes*>(to)->insert(static_cast<Bytes*>(to)->end(), bytes, bytes + size);
      },
      &plain, pixels.width, pixels.height, 3, pixels.bytes.data(), 95);
  const auto segment = [](std::uint8_t marker, const std::string& body) {
    const std::size_t length = body.size() + 2;
    return std::string{'\xFF', static_cast<char>(marker), static_cast<char>(length >> 8),
                       static_cast<char>(length & 0xFF)} +
           body;
  };
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0", 24);
  exif += std::string{static_cast<char>(orientation), 0, 0, 0};
  exif += std::string("\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0GPS-HERE", 24);
  const std::string head = segment(0xE1, exif) +
                           segment(0xE1, "http://ns.adobe.com/xap/1.0/<place>XMP-HERE</place>") +
                           segment(0xFE, "COMMENT-HERE");
  const std::string all = std::string(plain.begin(), plain.begin() + 2) + head +
                          std::string(plain.begin() + 2, plain.end()) + "TRAILER-HERE";
  return Bytes(all.begin(), all.end());
}

TEST_CASE("a phone's photo is published upright and says nothing but the picture") {
  TestCounty county;
  Ledger ledger = county.Open();
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const Bytes phone = FromPhone(orientation);
    REQUIRE(studio::OrientationOf(phone) == orientation);
    const std::string one =
        ledger.EntityBody("picture", PublishPicture(ledger, phone).value()).value();
    const std::string published = R"({"changes":[{"kind":"picture","id":"p","body":{"jpeg":")" +
                                  studio::ToBase64Url(phone) + "\"}}]}";
    REQUIRE(Publish(ledger, published));
    for (const std::string& body : {one, ledger.EntityBody("picture", "p").value()}) {
      const Bytes jpeg = studio::PictureFromJson(body).value();
      const std::string text(studio::AsText(jpeg));
      for (const char* trace : {"Exif", "GPS", "XMP", "COMMENT", "TRAILER", "HERE"})
        CHECK(text.find(trace) == text.npos);
      CHECK(studio::OrientationOf(jpeg) == 1);
      int width = 0, height = 0, channels = 0;
      stbi_uc* pixels =
          stbi_load_from_memory(jpeg.data(), int(jpeg.size()), &width, &height, &channels, 3);
      REQUIRE(pixels != nullptr);
      CHECK(width == 64);
      CHECK(height == 32);
      const auto red = [&](int x, int y) { return int(pixels[(y * width + x) * 3]); };
      CHECK(red(8, 8) > 180);
      CHECK(red(56, 8) < 90);
      CHECK(red(8, 24) < 90);
      stbi_image_free(pixels);
    }
  }
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
