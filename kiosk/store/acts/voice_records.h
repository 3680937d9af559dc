// What people say besides requests, as transactions: ratings, opinions, wishes and what is done
// about them. All sealed to the county alone; each together with what has to be known of it here.
// Store thread; throws SQLite::Exception, and then nothing was kept.
#pragma once

#include "shared/bodies/case_bodies.h"
#include "shared/bodies/topic_bodies.h"
#include "shared/bodies/wish_bodies.h"
#include "store/outbox/records.h"
#include "store/rows/requests.h"
#include "store/rows/tables.h"

namespace studio {

// kConflict: this round of that number was rated here already.
Result<bool> FileRating(Tables& tables, const RecordMaker& maker, const Readers& readers,
                        const RatingBody& body);
Result<bool> FileOpinion(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const OpinionBody& body);
Result<ReceiptStatus> FileWish(Tables& tables, const RecordMaker& maker, const Readers& readers,
                               const WishBody& body);
// A claim, a grant, or the word of who wished. kConflict: the same waits already, or of one grant
// the other word.
Result<bool> FileWishAct(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const WishBody& body);

}  // namespace studio
