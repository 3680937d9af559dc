#include "server/intake/duty_examination.h"

namespace county {

using studio::RecordKind;

ExaminedDuty ExamineDuty(RecordKind kind, std::string_view body, const BadgeTrust& trust) {
  ExaminedDuty duty;
  if (kind == RecordKind::kCheckIn) {
    if (auto read = studio::CheckInBodyFromJson(body)) {
      duty.fault = TokenFault(*read, trust);
      duty.body = std::move(*read);
    } else {
      duty.fault = read.error().detail;
    }
  } else if (kind == RecordKind::kRosterChange) {
    if (auto read = studio::RosterChangeBodyFromJson(body)) {
      duty.body = std::move(*read);
    } else {
      duty.fault = read.error().detail;
    }
  } else if (kind == RecordKind::kHandover) {
    if (const auto read = studio::HandoverBodyFromJson(body); !read) {
      duty.fault = read.error().detail;
    }
  }
  return duty;
}

}  // namespace county
