// Base45 (RFC 9285): bytes as characters of QR's alphanumeric mode, three for two bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace studio {

std::string ToBase45(ByteView bytes);
std::optional<Bytes> FromBase45(std::string_view text);

}  // namespace studio
