#include "badge_text.h"

#include "shared/record/badge.h"

namespace studio {

std::string BadgeText(std::uint8_t which) {
  Badge badge;
  badge.county = 990'001;
  badge.member = "m0" + std::to_string(which);
  badge.issued_s = 1'790'000'000;
  badge.expires_s = 1'820'000'000;
  badge.nonce.fill(which);
  BadgeSecret secret;
  secret.fill(0xc3);
  return SignBadge(badge, SigningKey::FromSeed({1}), secret).Text(true);
}

}  // namespace studio
