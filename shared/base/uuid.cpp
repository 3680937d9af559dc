#include "shared/base/uuid.h"

namespace studio {
namespace {

void Mark(ByteArray<16>& bytes, std::uint8_t version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | version << 4);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

bool IsHyphen(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

}  // namespace

Uuid Uuid::V7(std::int64_t unix_ms) {
  Uuid out;
  FillRandom(out.bytes);
  const auto stamp = static_cast<std::uint64_t>(std::max<std::int64_t>(unix_ms, 0));
  for (std::size_t i = 0; i < 6; ++i) {
    out.bytes[i] = static_cast<std::uint8_t>(stamp >> (40 - 8 * i));
  }
  Mark(out.bytes, 7);
  return out;
}

Uuid Uuid::Random() {
  Uuid out;
  FillRandom(out.bytes);
  Mark(out.bytes, 4);
  return out;
}

std::optional<Uuid> Uuid::Parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string hex;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsHyphen(i)) {
      hex += text[i];
    } else if (text[i] != '-') {
      return std::nullopt;
    }
  }
  const auto bytes = ToArray<16>(FromHex(hex));
  if (!bytes) return std::nullopt;
  return Uuid{*bytes};
}

std::string Uuid::ToString() const {
  std::string out = ToHex(bytes);
  for (std::size_t at : {8, 13, 18, 23}) out.insert(at, 1, '-');
  return out;
}

}  // namespace studio
