// SHA-256 with a domain: every hash says what it is a hash of.
#pragma once

#include <string_view>

#include "shared/base/bytes.h"

namespace studio {

using Digest = ByteArray<32>;

// SHA-256(domain, one zero byte, bytes).
Digest HashOf(std::string_view domain, ByteView bytes);
// Plain SHA-256, where somebody else's format asks for it (RFC 9530).
Digest Sha256(ByteView bytes);

}  // namespace studio
