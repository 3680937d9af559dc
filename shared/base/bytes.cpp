#include "shared/base/bytes.h"

#include <cstdlib>
#include <limits>

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

std::string Base64(ByteView bytes, int variant) {
  RequireSodium();
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
  out.pop_back();  // the terminating zero
  return out;
}

std::optional<Bytes> FromVariant(std::string_view text, int variant) {
  RequireSodium();
  Bytes out(text.size() / 4 * 3 + 3);
  std::size_t size = 0;
  const int refused = sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr,
                                        &size, nullptr, variant);
  if (refused != 0) return std::nullopt;
  out.resize(size);
  return out;
}

}  // namespace

ByteView AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view AsText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string ToHex(ByteView bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

std::optional<Bytes> FromHex(std::string_view hex) {
  Bytes out(hex.size() / 2 + 1);
  std::size_t size = 0;
  const int refused =
      sodium_hex2bin(out.data(), out.size(), hex.data(), hex.size(), nullptr, &size, nullptr);
  if (refused != 0) return std::nullopt;
  out.resize(size);
  return out;
}

std::string ToBase64(ByteView bytes) { return Base64(bytes, sodium_base64_VARIANT_ORIGINAL); }

std::optional<Bytes> FromBase64(std::string_view text) {
  return FromVariant(text, sodium_base64_VARIANT_ORIGINAL);
}

std::string ToBase64Url(ByteView bytes) {
  return Base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<Bytes> FromBase64Url(std::string_view text) {
  return FromVariant(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void FillRandom(std::span<std::uint8_t> out) {
  RequireSodium();
  if (!out.empty()) randombytes_buf(out.data(), out.size());
}

std::uint32_t RandomBelow(std::uint32_t bound) {
  RequireSodium();
  return randombytes_uniform(bound);
}

void ByteWriter::U8(std::uint8_t value) { out_.push_back(value); }

void ByteWriter::U16(std::uint16_t value) {
  U8(static_cast<std::uint8_t>(value >> 8));
  U8(static_cast<std::uint8_t>(value));
}

void ByteWriter::U32(std::uint32_t value) {
  U16(static_cast<std::uint16_t>(value >> 16));
  U16(static_cast<std::uint16_t>(value));
}

void ByteWriter::U64(std::uint64_t value) {
  U32(static_cast<std::uint32_t>(value >> 32));
  U32(static_cast<std::uint32_t>(value));
}

void ByteWriter::I64(std::int64_t value) { U64(static_cast<std::uint64_t>(value)); }

void ByteWriter::Raw(ByteView bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }

void ByteWriter::Sized16(ByteView bytes) {
  if (bytes.size() > std::numeric_limits<std::uint16_t>::max()) std::abort();
  U16(static_cast<std::uint16_t>(bytes.size()));
  Raw(bytes);
}

void ByteWriter::Sized32(ByteView bytes) {
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) std::abort();
  U32(static_cast<std::uint32_t>(bytes.size()));
  Raw(bytes);
}

void ByteReader::Refuse() {
  ok_ = false;
  rest_ = {};
}

ByteView ByteReader::Raw(std::size_t size) {
  if (size > rest_.size()) {
    Refuse();
    return {};
  }
  ByteView out = rest_.first(size);
  rest_ = rest_.subspan(size);
  return out;
}

std::uint8_t ByteReader::U8() {
  ByteView raw = Raw(1);
  return raw.empty() ? std::uint8_t{0} : raw[0];
}

std::uint16_t ByteReader::U16() {
  ByteView raw = Raw(2);
  if (raw.empty()) return 0;
  return static_cast<std::uint16_t>(raw[0] << 8 | raw[1]);
}

std::uint32_t ByteReader::U32() {
  ByteView raw = Raw(4);
  std::uint32_t value = 0;
  for (std::uint8_t byte : raw) value = value << 8 | byte;
  return value;
}

std::uint64_t ByteReader::U64() {
  ByteView raw = Raw(8);
  std::uint64_t value = 0;
  for (std::uint8_t byte : raw) value = value << 8 | byte;
  return value;
}

std::int64_t ByteReader::I64() { return static_cast<std::int64_t>(U64()); }

ByteView ByteReader::Sized16() { return Raw(U16()); }

ByteView ByteReader::Sized32() { return Raw(U32()); }

}  // namespace studio
