#include "store/base/log_check.h"

#include <cstdint>
#include <fstream>
#include <utility>

#include "shared/base/bytes.h"

namespace studio {
namespace {

constexpr std::size_t kLogHeader = 32, kHeaderSummed = 24;
constexpr std::size_t kFrameHeader = 24, kFrameSummed = 8, kPage = 4096;
constexpr std::uint32_t kMagic = 0x377f0682;  // one more: sums are of big-endian words

struct Sum {
  std::uint32_t first = 0, second = 0;
  bool operator==(const Sum&) const = default;
};

std::uint32_t BigEndian(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | bytes[3];
}

std::uint32_t LittleEndian(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[2]} << 16 |
         std::uint32_t{bytes[1]} << 8 | bytes[0];
}

// Goes on from the sum of what came before.
Sum SumOf(ByteView bytes, Sum sum, bool big_endian) {
  const auto word = big_endian ? BigEndian : LittleEndian;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    sum.first += word(bytes.data() + at) + sum.second;
    sum.second += word(bytes.data() + at + 4) + sum.first;
  }
  return sum;
}

Sum SumAt(ByteView bytes, std::size_t at) {
  return {BigEndian(bytes.data() + at), BigEndian(bytes.data() + at + 4)};
}

bool Read(std::ifstream& file, Bytes& into) {
  return static_cast<bool>(
      file.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size())));
}

}  // namespace

bool LogHoldsMore(const std::filesystem::path& log) {
  std::ifstream file(log, std::ios::binary);
  Bytes header(kLogHeader), frame(kFrameHeader + kPage);
  if (!file || !Read(file, header)) return false;
  const std::uint32_t magic = BigEndian(header.data());
  const bool big_endian = magic == kMagic + 1;
  Sum sum = SumOf(ByteView(header).first(kHeaderSummed), {}, big_endian);
  bool broken = (magic != kMagic && !big_endian) || sum != SumAt(header, kHeaderSummed);
  Bytes salts(header.begin() + 16, header.begin() + 24);
  bool first = true, padded = false;
  int transactions = 0;
  while (Read(file, frame)) {
    const Bytes own(frame.begin() + 8, frame.begin() + 16);
    // The first frame is always of this run of the log: where the header is damaged it tells more.
    if (std::exchange(first, false) && broken) salts = own;
    const bool ours = own == salts;
    const bool ends_transaction = BigEndian(frame.data() + 4) != 0;
    if (!broken) {
      sum = SumOf(ByteView(frame).first(kFrameSummed), sum, big_endian);
      sum = SumOf(ByteView(frame).subspan(kFrameHeader), sum, big_endian);
      broken = !ours || sum != SumAt(frame, 16);
    }
    // SQLite may write the last frame twice, to fill a sector.
    const bool ends = ours && ends_transaction;
    if (broken && ends && !padded && ++transactions == 2) return true;
    padded = ends;
  }
  return false;
}

}  // namespace studio
