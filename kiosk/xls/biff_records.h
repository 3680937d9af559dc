// The records of a workbook's stream ([MS-XLS]), one after another, and what stands in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

// What a record says, its continuations behind it. Reading past the end yields zeros and makes
// ok() false for good.
class RecordReader {
 public:
  explicit RecordReader(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

  std::uint8_t U8();
  std::uint16_t U16();
  std::uint32_t U32();
  double Double();
  void Skip(std::size_t bytes);
  // A text of that many UTF-16 units with what goes before and after it, as UTF-8; characters that
  // no text has are left out.
  std::string Text(std::size_t units);
  bool ok() const { return ok_; }
  std::size_t LeftInPart() const { return part_ < parts_.size() ? parts_[part_].size() - at_ : 0; }

 private:
  bool NextPart();

  std::vector<std::string_view> parts_;
  std::size_t part_ = 0, at_ = 0;
  bool ok_ = true;
};

class BiffRecords {
 public:
  // Of the stream from `at` on.
  BiffRecords(std::string_view stream, std::size_t at) : stream_(stream), at_(at) {}

  bool Next();  // false: there is no whole record any more
  unsigned id() const { return id_; }
  RecordReader Read() const { return RecordReader(parts_); }

 private:
  std::string_view Piece(unsigned& id);

  std::string_view stream_;
  std::size_t at_;
  unsigned id_ = 0;
  std::vector<std::string_view> parts_;
};

}  // namespace studio
