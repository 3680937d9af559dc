// The bytes are tried as an envelope and, since no fuzzer forges a signature, signed as a payload
// too. An ack that reads must read the same after being written again.
#include "must.h"
#include "shared/ack.h"
#include "shared/envelope.h"

using namespace studio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SigningKey kCounty = SigningKey::FromSeed(Seed{2});
  static const std::vector<VerifyKey> kTrusted{kCounty.Public()};
  const ByteView bytes(data, size);
  Must(!OpenEnvelope(kAckContext, bytes, kTrusted));

  const Bytes envelope = SealEnvelope(kAckContext, AsText(bytes), kCounty);
  const auto payload = OpenEnvelope(kAckContext, envelope, kTrusted);
  Must(payload && *payload == AsText(bytes));
  if (const auto ack = AckFromJson(*payload)) {
    const std::string text = ToJson(*ack);
    const auto again = AckFromJson(text);
    Must(again && ToJson(*again) == text);
  }
  return 0;
}
