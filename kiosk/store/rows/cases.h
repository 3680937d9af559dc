// What became of a matter, opened with its slip. A try is counted before it is made; the derivation
// itself runs on the worker between the two. Of what is opened nothing is kept. Store thread;
// throws SQLite::Exception.
#pragma once

#include <optional>

#include "app/base/clock.h"
#include "app/rules/pin_lock.h"
#include "app/tracking/case_store.h"
#include "store/rows/tables.h"

namespace studio {

struct TrackTry {
  TrackReply refused;  // where there is nothing to try
  bool allowed = false;
  PinLock before;   // as it was
  PinLock counted;  // as it is kept, the try counted as a failure
  std::int64_t county_ms = 0;
};

// One transaction. `word`: what the county just said; then nothing else is asked for a status.
// kNotForUs: the word is about another number.
Result<TrackTry> BeginTrack(Tables& tables, const ReceiptNumber& number,
                            const std::optional<StatusWord>& word, const Moment& now,
                            const Uuid& boot, std::int64_t county_ms);
// One transaction: a success clears the lock; a try that could not be made at all is not counted,
// and its error is the answer.
Result<TrackReply> EndTrack(Tables& tables, const ReceiptNumber& number,
                            const std::optional<StatusWord>& word, const TrackTry& attempt,
                            const Result<BoxKeyPair>& key);

}  // namespace studio
