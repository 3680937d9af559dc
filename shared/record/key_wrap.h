// The studio's private key as it lies on the terminal: wrapped once for each member who may use it,
// under a key made (Argon2id) of that member's PIN and of the secret in their printed badge. With
// the folder alone, or the PIN alone, or the badge alone, it does not open. protocol.md, "Studio
// key".
#pragma once

#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/badge.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kMinPinDigits = 6;
inline constexpr std::size_t kMaxPinDigits = 12;

// Six to twelve digits.
bool IsPin(std::string_view text);

struct WrapBinding {
  StudioId studio = 0;
  std::string member;  // id
  BoxPublicKey key;    // the studio's public half
};

// 128 MiB and about 0.4 s, so never on the main thread. kInvalid: not a PIN. kUnavailable: the
// memory cannot be had.
Result<Bytes> WrapStudioKey(const BoxKeyPair& studio, const WrapBinding& binding,
                            std::string_view pin, const BadgeSecret& secret);
// kDenied: the PIN, the badge or the binding is another one. kMalformed: not a wrapped key.
Result<BoxKeyPair> UnwrapStudioKey(ByteView wrapped, const WrapBinding& binding,
                                   std::string_view pin, const BadgeSecret& secret);

}  // namespace studio
