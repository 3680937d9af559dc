// The envelope that everything signed by the county comes in, as it comes: under no context does
// one open that this key did not sign. The first byte's lowest bit puts the key's id right, which a
// fuzzer finds, so that the signature itself is looked at.
#include <algorithm>

#include "fuzz.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/envelope.h"
#include "shared/feed/feed.h"

using namespace studio;

FUZZ(envelope)(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMagicBytes = 4, kIdBytes = 8;
  // Of no key that a seed was signed with.
  static const std::vector<VerifyKey> kTrusted{SigningKey::FromSeed(Seed{99}).Public()};
  if (size == 0) return 0;
  Bytes envelope(data + 1, data + size);
  if ((data[0] & 1) != 0 && envelope.size() >= kMagicBytes + kIdBytes) {
    const auto id = kTrusted.front().Id();
    std::copy(id.begin(), id.end(), envelope.begin() + kMagicBytes);
  }
  for (const std::string_view context : {kAckContext, kFeedContext, kAttachmentContext}) {
    Must(!OpenEnvelope(context, envelope, kTrusted));
  }
  return 0;
}
