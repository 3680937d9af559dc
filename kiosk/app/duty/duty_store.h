// What the flows of members and managers need of the store, in their own words. Calls return at
// once; `done` runs on the main thread. Implemented by store/.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/duty/duty_notes.h"
#include "app/rules/check_in.h"
#include "app/rules/rotation.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/record/badge.h"

namespace studio {

// A handover that lies here for the next shift, and whether somebody has read it. What it says has
// names and numbers to call back: it is sealed to the studio's key, which card and PIN open.
struct KeptHandover {
  std::string record;               // id of its record
  std::string member, shift, date;  // who left it, at the end of which shift
  Bytes sealed;                     // empty: the studio had no key when it was left
  std::int64_t made_at_ms = 0;
  bool confirmed = false;

  // Empty where the studio has no key (zeros). Errors as studio::Seal.
  static Result<Bytes> Seal(const Uuid& record, const HandoverBody& body,
                            const BoxPublicKey& studio);
  // kNotForUs: sealed to another key. kForged: altered, or of another record. kMalformed.
  Result<HandoverBody> Open(const BoxKeyPair& studio) const;
};

// A change asked for here that the feed has not shown yet (待确认), or that was not applied.
struct PendingRosterChange {
  std::string record;
  RosterChangeBody body;
  std::int64_t made_at_ms = 0;
  // Why not: as in shared/feed/entities.h, Superseded, or "rejected" where the county would not
  // have the record. Empty: it is still waited for.
  std::string refused{};
};

// All shifts of all studios, with what was asked for here and is not confirmed.
struct RosterNow {
  std::vector<Member> members;
  std::vector<Studio> studios;
  std::vector<Shift> shifts;
};

struct UnlockAnswer {
  enum class Outcome {
    kOpen,
    kWrong,        // PIN or badge
    kLocked,       // nothing was tried: wait_ms still to go
    kNotEntitled,  // no key is wrapped for this member
  };
  Outcome outcome = Outcome::kNotEntitled;
  std::shared_ptr<const BoxKeyPair> studio_key;  // kOpen; wiped when the last holder lets go
  int tries_left = 0;                            // kWrong: before it locks
  std::int64_t wait_ms = 0;                      // kLocked: still to go; kWrong: until the next try
};

class DutyStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~DutyStore() = default;

  // All that a verdict depends on but the time: the mechanism's settings, members, keys,
  // revocations, this studio's shifts of yesterday and today, who is in, live codes used.
  virtual void ReadGrounds(Done<CheckInGrounds> done) = 0;
  // One transaction: the record, who is in, and a live code's nonce until `code_until_s`.
  // kConflict: that code has been used meanwhile.
  virtual void CheckIn(CheckInBody body, std::optional<BadgeNonce> live_code,
                       std::int64_t code_until_s, Done<bool> done) = 0;

  virtual void ReadHandover(Done<std::optional<KeptHandover>> done) = 0;  // the newest left here
  virtual void LeaveHandover(HandoverBody body, Done<bool> done) = 0;
  virtual void ConfirmHandover(std::string record, std::string member, Done<bool> done) = 0;

  // Everything a month's rotation is computed from, of all studios; `now_ms` is the caller's.
  virtual void ReadMonth(std::chrono::year_month month, Done<RotationInput> done) = 0;
  // What was written beside its duty at this studio; errors as opening it.
  virtual void ReadNotes(std::chrono::year_month month,
                         std::shared_ptr<const BoxKeyPair> studio_key, Done<DutyNotes> done) = 0;
  virtual void ReadRoster(Done<RosterNow> done) = 0;
  virtual void ChangeRoster(RosterChangeBody body, Done<bool> done) = 0;
  // All of them in one transaction, or none: an import.
  virtual void ChangeRosterAtOnce(std::vector<RosterChangeBody> bodies, Done<bool> done) = 0;
  // Oldest first; those that were refused stay until somebody has read it.
  virtual void ReadPendingChanges(Done<std::vector<PendingRosterChange>> done) = 0;
  virtual void ForgetRefused(std::vector<std::string> records, Done<bool> done) = 0;

  // Opens the studio's key with the PIN and the secret of the printed badge. A try counts before it
  // is made, so that pulling the plug is no way to guess for nothing.
  virtual void Unlock(std::string member, BadgeSecret secret, std::string pin,
                      Done<UnlockAnswer> done) = 0;
  // Derives beforehand what Unlock with the same card and PIN will need, which takes tenths of a
  // second. Tells nothing and counts nothing. ForgetReady wipes it.
  virtual void ReadyUnlock(std::string member, BadgeSecret secret, std::string pin) = 0;
  virtual void ForgetReady() = 0;
};

}  // namespace studio
