// What the flows need of the store to say what became of a matter, and to take the villager's last
// word on it. Calls return at once; `done` runs on the main thread. Implemented by store/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/request/request_store.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/case_bodies.h"

namespace studio {

// A matter as its slip opens it.
struct TrackedCase {
  std::string number;                   // digits
  bool wish = false;                    // else a request; also before the county has said so
  std::optional<ReceiptStatus> here;    // where it was made at this terminal
  std::optional<CaseAnswer> answer;     // what the county says of it; nullopt: nothing yet
  std::vector<CaseEvent> said_at_desk;  // kReplied, what members answered here; oldest first
  std::int64_t as_of_ms = 0;            // county time up to which that is known; 0: never heard
  bool live = false;                    // the county was asked just now
  // Rated here in this round, and the county has not answered it yet. What was said is sealed to
  // the county alone and cannot be shown again.
  bool said_here = false;
  // Likewise of a wish, on the last time that it was granted.
  bool confirmed_here = false, not_yet_here = false;

  // The county has said something about it: an answer, or that it was received.
  bool Heard() const { return answer || (here && here->received_at_ms > 0); }
  // As of when all of this is: never earlier than the newest of it that came from the county.
  std::int64_t AsOfMs() const {
    std::int64_t newest = as_of_ms;
    if (here) newest = std::max(newest, here->received_at_ms);
    if (!answer) return newest;
    for (const CaseEvent& event : answer->course) newest = std::max(newest, event.at_ms);
    return newest;
  }
};

struct TrackReply {
  enum class Outcome {
    kFound,
    kWrongCode,
    kTooSoon,  // nothing was tried: wait_ms still to go
    kNotHere,  // this terminal has never heard of the number: the county may have
  };
  Outcome outcome = Outcome::kNotHere;
  TrackedCase found;         // kFound
  std::int64_t wait_ms = 0;  // kTooSoon: still to go; kWrongCode: until the next try of that number
};

class CaseStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~CaseStore() = default;

  // Each wrong code makes the next try of that number wait longer, also after a restart. A try
  // counts before it is made.
  virtual void Track(const ReceiptNumber& number, const LookupCode& code,
                     Done<TrackReply> done) = 0;
  // The same with what the county just said of a number that is not known here. Nothing is kept of
  // it but the failed tries.
  virtual void TrackLive(const ReceiptNumber& number, const LookupCode& code, StatusWord word,
                         Done<TrackReply> done) = 0;
  // Durable when `done` says so; attachments as for requests. kConflict: this round has been rated
  // here already.
  virtual void Rate(RatingBody body, Done<bool> done) = 0;
};

}  // namespace studio
