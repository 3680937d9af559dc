#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "media/receipt_printer.h"
#include "ui/kit/qr.h"
#include "ui/kit/receipt_picture.h"

using namespace studio;

namespace {

SlipWords Words() {
  SlipWords words;
  words.title = "示例乡委员工作室";
  words.subtitle = "登记单";
  words.number_label = "登记号";
  words.number = "037 48215 6";
  words.code_label = "查询码(只有您知道)";
  words.code = "5906 1473";
  words.qr = "037482156-59061473";
  words.date = "2026-11-21 09:41";
  words.hints = {"办得怎么样,随时来这里查。", "10 分钟内可以撤回。"};
  return words;
}

int InkIn(const BitPicture& picture) {
  int ink = 0;
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) ink += picture.Ink(x, y) ? 1 : 0;
  return ink;
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a slip is as wide as the paper and holds what it is told") {
  const auto slip = DrawSlip(Words());
  REQUIRE(slip);
  CHECK(slip->width == kSlipWidth);
  CHECK(slip->height > 500);
  CHECK(slip->rows.size() == static_cast<std::size_t>(48 * slip->height));
  SlipWords longer = Words();
  longer.title = "𬱖㛃𫖯";
  const auto other = DrawSlip(longer);
  REQUIRE(other);
  CHECK(InkIn(*other) > 5000);
  CHECK(other->rows != slip->rows);
}

TEST_CASE("the printer gets raster bands that add up to the picture, then a cut") {
  BitPicture picture(kSlipWidth, 300);
  for (int i = 0; i < 300; ++i) picture.SetInk(i, i);
  const std::string bytes = EscPosOf(picture);
  CHECK(bytes.substr(0, 2) == "\x1B@");
  std::string raster;
  std::size_t at = 2;
  while (bytes.substr(at, 4) == std::string("\x1Dv0\0", 4)) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    CHECK(byte(4) == 48);
    const std::size_t size = 48u * (byte(6) + 256u * byte(7));
    raster += bytes.substr(at + 8, size);
    at += 8 + size;
  }
  CHECK(raster == std::string(picture.rows.begin(), picture.rows.end()));
  CHECK(bytes.substr(at) == std::string("\x1B"
                                        "d\x04\x1DV\x01"));
}

TEST_CASE("slips go into a file one after the other, and a place that cannot be opened is told") {
  const auto path = std::filesystem::path(STUDIO_BINARY_DIR) / "slips.bin";
  std::filesystem::remove(path);
  auto printer = ReceiptPrinter::Open("file:" + path.string());
  REQUIRE(printer);
  const BitPicture picture(kSlipWidth, 10);
  REQUIRE((*printer)->Print(picture));
  REQUIRE((*printer)->Print(picture));
  CHECK(ReadFile(path) == EscPosOf(picture) + EscPosOf(picture));
  auto missing = ReceiptPrinter::Open("device:/nowhere/lp0");
  REQUIRE(missing);
  CHECK((*missing)->Print(picture).error().kind == ErrorKind::kUnavailable);
}

TEST_CASE("only the three kinds of printers are understood") {
  CHECK(*ReceiptPrinter::Open("none") == nullptr);
  for (const char* wrong : {"", "file", "file:", "usb:/dev/usb/lp0", "/dev/usb/lp0"})
    CHECK_MESSAGE(ReceiptPrinter::Open(wrong).error().kind == ErrorKind::kInvalid, wrong);
}

TEST_CASE("a QR code too long for any code is none at all") {
  CHECK(MakeQr("037482156-59061473").side >= 21);
  CHECK(MakeQr(std::string(5000, 'x')).side == 0);
}

TEST_CASE("a code on the screen is made once, and is forgotten with the first frame without it") {
  QrCodes codes;
  const QrModules& made = codes.Get("037482156-59061473");
  CHECK(made.dark == MakeQr("037482156-59061473").dark);
  codes.EndFrame();
  CHECK(&codes.Get("037482156-59061473") == &made);
  codes.Get("other");
  CHECK(codes.size() == 2);
  codes.EndFrame();
  codes.Get("other");
  codes.EndFrame();
  CHECK(codes.size() == 1);
  codes.EndFrame();
  CHECK(codes.size() == 0);
}
