// What a manager says of the year, as transactions: the record, and what the account here goes by
// until the feed tells of it. Store thread; throws SQLite::Exception, and then nothing was kept.
#pragma once

#include "app/checkin/key_session.h"
#include "shared/bodies/review_bodies.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// Each: kInvalid: somebody else's than the session's, or no such body.
Result<bool> FileReview(Tables& tables, const RecordMaker& maker, const Readers& readers,
                        const KeySession& session, const ReviewBody& body);
Result<bool> FileYearClosing(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const YearClosingBody& body);

}  // namespace studio
