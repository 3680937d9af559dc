// The county's word that an attachment is there whole, in an envelope (kAttachmentContext). The
// upload's own answers are unsigned and carry no such news: only this counts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace studio {

struct AttachmentAck {
  TerminalNumber terminal = 0;
  Digest digest{};  // of the encrypted file, as in the record's header; hex in JSON, as in its path
  // Arrival number in the county's ledger, of the same sequence as the records': the terminal
  // erases its copy once a safe_serial reaches it.
  std::uint64_t serial = 0;
  std::uint64_t safe_serial = 0;  // every arrival up to here is in the county's backup too
  Uuid ledger;                    // which the serials are of
  std::int64_t county_time_ms = 0;
};

std::string ToJson(const AttachmentAck& ack);
Result<AttachmentAck> AttachmentAckFromJson(std::string_view json);

}  // namespace studio
