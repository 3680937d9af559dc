// What members and managers do about duty, as transactions: each change together with its record
// in the outbox, sealed to the county and to this studio where it has a key. Store thread; throws
// SQLite::Exception, and then nothing was kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/duty/duty_store.h"
#include "store/outbox/records.h"
#include "store/rows/requests.h"
#include "store/rows/tables.h"

namespace studio {

// kConflict: the live code was used before.
Result<bool> FileCheckIn(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const CheckInBody& body, const std::optional<BadgeNonce>& live_code,
                         std::int64_t code_until_s);
Result<bool> FileHandover(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const HandoverBody& body);
// Its record may be one that lies here no more: the confirmation is made all the same. kInvalid:
// no record's id.
Result<bool> FileConfirmation(Tables& tables, const RecordMaker& maker, const Readers& readers,
                              const std::string& record, const std::string& member);
// All of them or none. A new shift without an id is given one. kInvalid: not a change.
Result<bool> FileRosterChanges(Tables& tables, const RecordMaker& maker, const Readers& readers,
                               std::vector<RosterChangeBody> bodies);

// What no verdict and no month asks for any more, by the time that the county signed: live codes
// long over, comings of more than 62 days ago (the county tells them no longer either), shifts
// taken off the roster of such days, an old handover, locks of codes that nobody tried for a week.
// Within the caller's transaction.
void ForgetOldDuty(Tables& tables);

}  // namespace studio
