// The content of a badge past its signature.
#include "fuzz.h"
#include "shared/record/badge.h"

FUZZ(badge_content)(const std::uint8_t* data, std::size_t size) {
  const studio::ByteView content(data, size);
  if (const auto badge = studio::DecodeBadge(content)) {
    Must(studio::Encode(*badge) == studio::Bytes(content.begin(), content.end()));
  }
  return 0;
}
