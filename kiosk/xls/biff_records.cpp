#include "xls/biff_records.h"

#include <algorithm>
#include <bit>

#include "shared/base/utf8.h"
#include "xls/little_endian.h"

namespace studio {
namespace {

constexpr unsigned kContinue = 0x3C;
constexpr std::size_t kHeadBytes = 4;

// UTF-16 as it comes, to UTF-8.
class Utf16Text {
 public:
  void Add(char16_t unit) {
    if (high_ != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
      const char32_t code = 0x10000 + ((char32_t{high_} - 0xD800) << 10) + (unit - 0xDC00);
      high_ = 0;
      AppendCodePoint(text_, code);
      return;
    }
    EndPair();
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high_ = unit;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      AppendCodePoint(text_, kBrokenCharacter);
    } else if (unit >= ' ' || unit == '\t' || unit == '\n' || unit == '\r') {
      AppendCodePoint(text_, unit);
    }
  }
  std::string Take() {
    EndPair();
    return std::move(text_);
  }

 private:
  void EndPair() {
    if (high_ != 0) AppendCodePoint(text_, kBrokenCharacter);
    high_ = 0;
  }

  std::string text_;
  char16_t high_ = 0;
};

}  // namespace

bool RecordReader::NextPart() {
  ++part_;
  at_ = 0;
  if (part_ < parts_.size()) return true;
  part_ = parts_.size();
  ok_ = false;
  return false;
}

std::uint8_t RecordReader::U8() {
  while (LeftInPart() == 0) {
    if (!NextPart()) return 0;
  }
  return static_cast<std::uint8_t>(parts_[part_][at_++]);
}

std::uint16_t RecordReader::U16() {
  const std::uint16_t low = U8();
  return static_cast<std::uint16_t>(low | U8() << 8);
}

std::uint32_t RecordReader::U32() {
  const std::uint32_t low = U16();
  return low | std::uint32_t{U16()} << 16;
}

double RecordReader::Double() {
  const std::uint64_t low = U32();
  return std::bit_cast<double>(low | std::uint64_t{U32()} << 32);
}

void RecordReader::Skip(std::size_t bytes) {
  while (bytes > 0) {
    const std::size_t step = std::min(bytes, LeftInPart());
    at_ += step;
    bytes -= step;
    if (bytes > 0 && !NextPart()) return;
  }
}

std::string RecordReader::Text(std::size_t units) {
  constexpr unsigned kWide = 1, kPhonetic = 4, kRuns = 8;
  const unsigned flags = U8();
  bool wide = (flags & kWide) != 0;
  const std::size_t runs = (flags & kRuns) != 0 ? U16() : 0;
  const std::size_t phonetic = (flags & kPhonetic) != 0 ? U32() : 0;
  Utf16Text text;
  for (; units > 0 && ok_; --units) {
    if (LeftInPart() == 0) {
      if (!NextPart()) break;
      wide = (U8() & kWide) != 0;  // a continuation says it again
    }
    text.Add(wide ? U16() : U8());
  }
  Skip(4 * runs + phonetic);
  return text.Take();
}

std::string_view BiffRecords::Piece(unsigned& id) {
  id = static_cast<unsigned>(LittleEndian(stream_, at_, 2));
  return stream_.substr(at_ + kHeadBytes, LittleEndian(stream_, at_ + 2, 2));
}

bool BiffRecords::Next() {
  parts_.clear();
  for (;;) {
    if (at_ > stream_.size() || stream_.size() - at_ < kHeadBytes) return !parts_.empty();
    unsigned id = 0;
    const std::size_t size = LittleEndian(stream_, at_ + 2, 2);
    const std::string_view piece = Piece(id);
    if (!parts_.empty() && id != kContinue) return true;
    if (piece.size() != size) return false;
    if (parts_.empty()) id_ = id;
    parts_.push_back(piece);
    at_ += kHeadBytes + size;
  }
}

}  // namespace studio
