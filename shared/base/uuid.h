// UUIDv7 (RFC 9562): the id of every record and its idempotency key.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace studio {

struct Uuid {
  ByteArray<16> bytes{};

  // unix_ms: milliseconds since 1970; the rest is random.
  static Uuid V7(std::int64_t unix_ms);
  static Uuid Random();  // version 4: streams, boots, generations
  static std::optional<Uuid> Parse(std::string_view text);
  std::string ToString() const;  // 8-4-4-4-12, lower case
  auto operator<=>(const Uuid&) const = default;
};

}  // namespace studio
