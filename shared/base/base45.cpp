#include "shared/base/base45.h"

namespace studio {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

}  // namespace

std::string ToBase45(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() + 1) / 2 * 3);
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const bool pair = at + 1 < bytes.size();
    unsigned value = pair ? bytes[at] * 256u + bytes[at + 1] : bytes[at];
    for (int digit = 0; digit < (pair ? 3 : 2); ++digit, value /= 45) {
      text += kAlphabet[value % 45];
    }
  }
  return text;
}

std::optional<Bytes> FromBase45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  Bytes bytes;
  bytes.reserve(text.size() / 3 * 2 + 1);
  while (!text.empty()) {
    const bool pair = text.size() >= 3;
    unsigned value = 0, weight = 1;
    for (const char c : text.substr(0, pair ? 3 : 2)) {
      const std::size_t digit = kAlphabet.find(c);
      if (digit == std::string_view::npos) return std::nullopt;
      value += static_cast<unsigned>(digit) * weight;
      weight *= 45;
    }
    if (value > (pair ? 0xFFFFu : 0xFFu)) return std::nullopt;
    if (pair) bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value & 0xFF));
    text.remove_prefix(pair ? 3 : 2);
  }
  return bytes;
}

}  // namespace studio
