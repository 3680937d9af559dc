#include "shared/exchange/attachment_ack.h"

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {

std::string ToJson(const AttachmentAck& ack) {
  return JsonText({{"terminal", ack.terminal},
                   {"digest", ToHex(ack.digest)},
                   {"serial", ack.serial},
                   {"safe_serial", ack.safe_serial},
                   {"ledger", ack.ledger.ToString()},
                   {"county_time_ms", ack.county_time_ms}});
}

Result<AttachmentAck> AttachmentAckFromJson(std::string_view json) {
  JsonFields in(json);
  AttachmentAck ack;
  in.Need("terminal", ack.terminal);
  std::string digest;
  in.Need("digest", digest);
  if (const auto bytes = ToArray<32>(FromHex(digest))) {
    ack.digest = *bytes;
  } else {
    in.Refuse("digest");
  }
  in.Need("serial", ack.serial);
  in.Need("safe_serial", ack.safe_serial);
  in.Need("ledger", ack.ledger);
  in.Need("county_time_ms", ack.county_time_ms);
  return in.Finish("attachment ack", ack);
}

}  // namespace studio
