// Something the county signed: acks, feed pages, the time, an enrolment. The payload is JSON
// (UTF-8) and is signed as the bytes that travel, so nobody needs to agree on canonical JSON.
//   "MSE1" | key id 8 | signature 64 | payload to the end
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"

namespace studio {

inline constexpr std::size_t kMaxEnvelopeBytes = 16 * 1024 * 1024;

Bytes SealEnvelope(std::string_view context, std::string_view payload, const SigningKey& key);

// The payload, once the signature by one of `trusted` holds under `context`.
// kMalformed: no envelope. kForged: unknown key or bad signature.
Result<std::string> OpenEnvelope(std::string_view context, ByteView bytes,
                                 std::span<const VerifyKey> trusted);

}  // namespace studio
