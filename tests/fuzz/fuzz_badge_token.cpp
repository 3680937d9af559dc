// The envelope of a badge, as any QR code in the world may spell it.
#include "fuzz.h"
#include "shared/record/badge.h"

FUZZ(badge_token)(const std::uint8_t* data, std::size_t size) {
  static const studio::VerifyKey kCounty = studio::SigningKey::FromSeed({}).Public();
  const std::string_view text = studio::AsText({data, size});
  if (const auto token = studio::ReadBadgeToken(text)) {
    Must(token->Text(true) == text);
    (void)studio::OpenBadge(*token, {&kCounty, 1});
  }
  return 0;
}
