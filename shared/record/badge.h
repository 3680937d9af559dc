// A member's badge: who it is, signed by the county, as the text of a QR code, so that a terminal
// can check it with no line at all. Layout and reasons: shared/protocol.md, "Badge".
//
// A printed card's code also carries a secret that helps to open the studio's key. It stands behind
// the signed part, and everything that is stored, logged or sent is the token without it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"

namespace studio {

enum class BadgeKind : std::uint8_t {
  kCard = 1,  // printed; good for months
  kLive = 2,  // shown on a phone; good for kLiveSeconds and once
};

using BadgeNonce = ByteArray<16>;
using BadgeSecret = ByteArray<16>;

inline constexpr std::string_view kBadgePrefix = "MS1:";
inline constexpr std::int64_t kLiveSeconds = 90;
inline constexpr std::size_t kMaxBadgeText = 512;
inline constexpr std::size_t kMaxMemberId = 32;  // bytes

struct Badge {
  BadgeKind kind = BadgeKind::kCard;
  std::uint32_t county = 0;                  // administrative division code (GB/T 2260), six digits
  std::string member;                        // id, 1 to kMaxMemberId bytes of UTF-8
  std::int64_t issued_s = 0, expires_s = 0;  // Unix time; good from the first to before the second
  BadgeNonce nonce{};
  bool operator==(const Badge&) const = default;
};

// What a code holds before anybody has checked it.
struct BadgeToken {
  KeyId key{};
  Signature signature{};
  Bytes content;
  std::optional<BadgeSecret> secret;

  // With the secret only for the printed card itself.
  std::string Text(bool with_secret) const;
};

BadgeToken SignBadge(const Badge& badge, const SigningKey& key,
                     std::optional<BadgeSecret> secret = std::nullopt);

// Framing only. kMalformed: not a badge at all. kUnsupported: a badge of a newer version.
Result<BadgeToken> ReadBadgeToken(std::string_view text);
// What the token claims; believe it only after OpenBadge. kMalformed.
Result<Badge> DecodeBadge(ByteView content);
// kForged: no key of `trusted` signed it, or it was altered. kMalformed.
Result<Badge> OpenBadge(const BadgeToken& token, std::span<const VerifyKey> trusted);

Bytes Encode(const Badge& badge);

}  // namespace studio
