// What the county signed as an ack, past the signature. One that reads must read the same after
// being written again.
#include "fuzz.h"
#include "shared/exchange/ack.h"

using namespace studio;

FUZZ(ack)(const std::uint8_t* data, std::size_t size) {
  const auto ack = AckFromJson(AsText({data, size}));
  if (!ack) return 0;
  const std::string text = ToJson(*ack);
  const auto again = AckFromJson(text);
  Must(again && ToJson(*again) == text);
  return 0;
}
