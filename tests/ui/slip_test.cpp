#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
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
  words.code_label = "查询码（别告诉旁人）";
  words.code = "5906 1473";
  words.qr = "037482156-59061473";
  words.date = "2026-11-21 09:41";
  words.hints = {"办得怎么样，可以来这里查。", "10 分钟内可以撤回。"};
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

// What a printer makes of the bytes.
struct OnPaper {
  int slips = 0, cuts = 0, garbage = 0;
  std::string raster;
};

OnPaper Printed(const std::string& bytes) {
  OnPaper paper;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = [&](std::size_t i) {
      return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
    };
    if (byte(0) == 0x1B && byte(1) == '@') {
      ++paper.slips;
      at += 2;
    } else if (byte(0) == 0x1B && byte(1) == 'd') {
      at += 3;
    } else if (byte(0) == 0x1D && byte(1) == 'V') {
      ++paper.cuts;
      at += 3;
    } else if (byte(0) == 0x1D && byte(1) == 'v') {
      const std::size_t size = (byte(4) + 256u * byte(5)) * (byte(6) + 256u * byte(7));
      paper.raster += bytes.substr(at + 8, size);
      at += 8 + size;
    } else {
      ++paper.garbage;
      ++at;
    }
  }
  return paper;
}

BitPicture Striped(int height) {
  BitPicture picture(kSlipWidth, height);
  for (int i = 0; i < height; ++i) picture.SetInk(i % kSlipWidth, i);
  return picture;
}

// A printer at the other end of a line, which answers what it was made to.
struct Line {
  Line() : master(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK)) {
    REQUIRE(grantpt(master) == 0);
    REQUIRE(unlockpt(master) == 0);
    name = ptsname(master);
    slave = open(name.c_str(), O_RDWR | O_NOCTTY);
    termios raw{};
    REQUIRE(tcgetattr(slave, &raw) == 0);
    cfmakeraw(&raw);
    REQUIRE(tcsetattr(slave, TCSANOW, &raw) == 0);
  }
  ~Line() {
    close(slave);
    close(master);
  }
  void Answer(unsigned char status) const { REQUIRE(write(master, &status, 1) == 1); }
  std::string Came() const {
    // A terminal hands on what was written piece by piece, and a little later.
    std::string bytes, piece(100'000, '\0');
    pollfd more{master, POLLIN, 0};
    while (poll(&more, 1, 100) == 1) {
      const ssize_t got = read(master, piece.data(), piece.size());
      if (got <= 0) break;
      bytes.append(piece, 0, static_cast<std::size_t>(got));
    }
    return bytes;
  }
  int master, slave = -1;
  std::string name;
};

}  // namespace

TEST_CASE("a picture that was broken off anywhere is ended before the next slip begins") {
  const BitPicture picture = Striped(300);
  const std::string whole = EscPosOf(picture);
  const std::string cut(
      "\x1B"
      "d\x04\x1DV\x01");
  for (std::size_t taken = 0; taken <= whole.size(); taken += taken < 40 ? 1 : 97) {
    INFO(taken);
    const std::string begun = whole.substr(0, taken);
    const OnPaper paper = Printed(begun + RestOfCommand(whole, taken) + cut + whole);
    CHECK(paper.garbage == 0);
    CHECK(paper.slips == (taken == 0 ? 1 : 2));
    CHECK(paper.raster.ends_with(std::string(picture.rows.begin(), picture.rows.end())));
  }
  CHECK(RestOfCommand(whole, whole.size()).empty());
}

TEST_CASE("a printer that ran out of paper in a picture eats nothing of the next slip") {
  const auto path = std::filesystem::path(STUDIO_BINARY_DIR) / "out_of_paper.bin";
  std::filesystem::remove(path);
  auto printer = ReceiptPrinter::Open("file:" + path.string());
  REQUIRE(printer);
  const BitPicture picture = Striped(700);
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  for (const rlim_t taken : {20'000u, 20'500u, 21'000u}) {
    rlimit full = before;
    full.rlim_cur = taken;
    setrlimit(RLIMIT_FSIZE, &full);
    const auto printed = (*printer)->Print(picture);
    setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE_FALSE(printed);
    CHECK(printed.error().kind == ErrorKind::kUnavailable);
  }
  REQUIRE((*printer)->Print(picture));
  const OnPaper paper = Printed(ReadFile(path));
  CHECK(paper.garbage == 0);
  CHECK(paper.slips == 2);
  CHECK(paper.cuts == 2);
  CHECK(paper.raster.ends_with(std::string(picture.rows.begin(), picture.rows.end())));
}

TEST_CASE("a printer that says that it has no paper is believed, and is sent nothing") {
  const Line line;
  auto printer = ReceiptPrinter::Open("device:" + line.name);
  REQUIRE(printer);
  line.Answer(0x72);  // DLE EOT 4: paper end
  const auto printed = (*printer)->Print(Striped(10));
  REQUIRE_FALSE(printed);
  CHECK(printed.error().detail == "the printer has no paper");
  CHECK(line.Came() == "\x10\x04\x04");

  line.Answer(0x12);  // paper
  line.Answer(0x16);  // DLE EOT 2: the cover is open
  CHECK_FALSE((*printer)->Print(Striped(10)));
  CHECK(Printed(line.Came()).slips == 0);

  // It took all of it, and the paper ended on the way.
  line.Answer(0x12);
  line.Answer(0x12);
  line.Answer(0x72);
  CHECK_FALSE((*printer)->Print(Striped(10)));
  CHECK(Printed(line.Came()).slips == 1);

  for (int i = 0; i < 4; ++i) line.Answer(0x12);
  CHECK((*printer)->Print(Striped(10)));
  // One that never answers prints as before.
  CHECK((*printer)->Print(Striped(10)));
}

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
