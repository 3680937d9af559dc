// Bytes and their spellings. Numbers are big-endian in everything this project writes.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
template <std::size_t N>
using ByteArray = std::array<std::uint8_t, N>;

ByteView AsBytes(std::string_view text);
std::string_view AsText(ByteView bytes);

std::string ToHex(ByteView bytes);  // lower case
std::optional<Bytes> FromHex(std::string_view hex);
std::string ToBase64(ByteView bytes);  // RFC 4648 §4, padded
std::optional<Bytes> FromBase64(std::string_view text);
std::string ToBase64Url(ByteView bytes);  // RFC 4648 §5, unpadded
std::optional<Bytes> FromBase64Url(std::string_view text);

template <std::size_t N>
std::optional<ByteArray<N>> ToArray(const std::optional<Bytes>& bytes) {
  if (!bytes || bytes->size() != N) return std::nullopt;
  ByteArray<N> out{};
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

// Cryptographically random bytes (libsodium).
void FillRandom(std::span<std::uint8_t> out);
// Uniform in [0, bound).
std::uint32_t RandomBelow(std::uint32_t bound);

class ByteWriter {
 public:
  void U8(std::uint8_t value);
  void U16(std::uint16_t value);
  void U32(std::uint32_t value);
  void U64(std::uint64_t value);
  void I64(std::int64_t value);
  void Raw(ByteView bytes);
  void Sized16(ByteView bytes);  // a u16 length, then the bytes; longer input is a bug
  void Sized32(ByteView bytes);
  Bytes Take() { return std::move(out_); }
  std::size_t size() const { return out_.size(); }

 private:
  Bytes out_;
};

// Reads what ByteWriter writes from bytes that may be hostile. A read past the end yields zeros
// and makes ok() false for good, so a decoder checks once, at the end.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}
  std::uint8_t U8();
  std::uint16_t U16();
  std::uint32_t U32();
  std::uint64_t U64();
  std::int64_t I64();
  ByteView Raw(std::size_t size);  // a view into the input
  ByteView Sized16();
  ByteView Sized32();
  template <std::size_t N>
  ByteArray<N> Array() {
    ByteArray<N> out{};
    ByteView raw = Raw(N);
    if (raw.size() == N) std::copy(raw.begin(), raw.end(), out.begin());
    return out;
  }
  // For a decoder that has read something its format forbids.
  void Refuse();
  bool ok() const { return ok_; }
  bool AtEnd() const { return ok_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

 private:
  ByteView rest_;
  bool ok_ = true;
};

}  // namespace studio
