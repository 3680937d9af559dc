// What the terminal shows of its station: a snapshot of the registry, replaced whole whenever the
// feed changed something, and the state of the link. Main thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/feed/attendance.h"
#include "shared/feed/kinds.h"
#include "shared/mechanism/mechanism.h"

namespace studio {

// A claim of a wish made here that the feed has not settled yet (待确认), or that came to nothing.
struct WishClaim {
  std::string record;  // id
  std::string wish;    // id
  std::string member, member_name;
  std::int64_t made_at_ms = 0;
  bool lost = false;  // somebody else was first; told for some days
  bool operator==(const WishClaim&) const = default;
};

// Everything public that came down the feed, parsed once by the store thread: what the rows of the
// table of kinds show (shared/feed/kinds.h), and what is made of it here.
struct Station : ShownKinds {
  Mechanism mechanism;  // the one that the county names; before it is heard of, the defaults
  std::vector<Quota> duty_quotas;    // of its rotation (DutyQuotas); empty: its rules ask for none
  std::vector<Shift> shifts;         // this studio's, from yesterday on, by date and time
  std::vector<Attendance> in_today;  // who came to this studio today and yesterday, and went
  std::vector<WishClaim> claims;     // made here, oldest first
  std::int64_t as_of_ms = 0;         // county time of the newest page applied; 0: nothing yet
};

enum class LinkCondition {
  kStarting,  // nothing tried yet
  kConnected,
  kOffline,     // no answer from the county
  kRefused,     // 401/403: the terminal is unknown or revoked
  kUntrusted,   // a certificate or a signature that does not verify (captive portal, wrong CA)
  kClockWrong,  // connected, but this machine's clock is off by more than five minutes
};

struct LinkState {
  LinkCondition condition = LinkCondition::kStarting;
  std::string reason;                 // English, for the manager and the log
  std::int64_t last_exchange_ms = 0;  // county time; 0: none since the start
  std::int64_t clock_offset_ms = 0;   // county minus terminal, for who looks after it
};

struct OutboxSummary {
  int waiting = 0;
  int waiting_requests = 0;  // villagers' own among them
  int set_aside = 0;
  bool operator==(const OutboxSummary&) const = default;
};

// Roster changes asked for here.
struct RosterSummary {
  int waiting = 0;  // 待确认
  int refused = 0;  // not applied, and nobody has read it yet
  bool operator==(const RosterSummary&) const = default;
};

// Something is broken that a person must see to. The sentence is in ui/strings.
enum class Fault {
  kNone,
  kStorageFull,
  kStorageBroken,     // cannot write: no request is taken
  kDatabaseSalvaged,  // an unreadable database was put aside; work goes on
  kNewerDatabase,     // written by a newer program; left untouched
  kNotEnrolled,
  kCrashing,  // the terminal ended time after time
};

}  // namespace studio
