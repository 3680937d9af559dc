// An attachment's confirmation that reads must read the same after being written again.
#include "fuzz.h"
#include "shared/exchange/attachment_ack.h"

using namespace studio;

FUZZ(attachment_ack)(const std::uint8_t* data, std::size_t size) {
  if (const auto ack = AttachmentAckFromJson(AsText(ByteView(data, size)))) {
    const std::string text = ToJson(*ack);
    const auto again = AttachmentAckFromJson(text);
    Must(again && ToJson(*again) == text);
  }
  return 0;
}
