// What the terminal answers to a code held in front of it: a closed set of verdicts, decided from
// badge, roster and time alone. Nothing is written here.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/known_time.h"
#include "shared/feed/attendance.h"
#include "shared/record/badge.h"

namespace studio {

enum class CheckInVerdict {
  // Taken.
  kOnDuty,
  kLate,
  kStandingIn,   // for somebody on today's list, by the roster
  kExtra,        // a member of this studio, not on today's list
  kOtherStudio,  // likewise, of another studio
  // Is in already: asks whether they are leaving.
  kAlreadyIn,
  kLeaving,    // check-out, at the end of the shift or after it
  kLeftEarly,  // check-out before
  // Not taken.
  kNothingHeard,  // the county's keys and lists have not come yet
  kAlreadyUsed,   // a live code that was shown before
  kExpired,
  kNotYetValid,
  kRevoked,
  kForged,
  kOtherCounty,
  kUnknownMember,
  kNotABadge,
};
// As in a record (those that are taken) and in `badge check`: "standing_in".
std::string_view NameOf(CheckInVerdict verdict);
bool IsTaken(CheckInVerdict verdict);  // a record is made of it
bool IsLeaving(CheckInVerdict verdict);

struct CheckInSettings {
  PunctualityRule punctuality;
  int early_arrival_minutes = 90;       // before a shift that count as its own
  bool ask_pin = false;                 // nothing is recorded without a printed card's PIN
  std::int64_t trust_days = 30;         // older lists are stale
  std::int64_t double_scan_s = 120;     // the same badge again so soon is no leaving
  std::int64_t clock_tolerance_s = 30;  // between phone and terminal, for live codes
};

// Whether a PIN goes with a printed card, before anybody types one.
enum class CardPin {
  kGoes,
  kNone,       // no key is wrapped for its member
  kOlderCard,  // it went with this one before: the PIN is the newer card's
};

// All that a verdict depends on.
struct CheckInGrounds {
  std::vector<VerifyKey> keys;  // the county's, all that are good now
  std::uint32_t county = 0;     // division code
  std::vector<Revocation> revocations;
  std::vector<Member> members;
  std::vector<Shift> shifts;  // this studio's, of yesterday and today
  std::vector<Attendance> attendance;
  std::set<BadgeNonce> used_live_codes;
  std::map<std::string, BadgeNonce> pin_cards;  // by member: the card with a PIN; zeros: not told
  StudioId studio = 0;
  std::int64_t now_ms = 0;          // Unix time, as far as the county's is known
  bool clock_sure = true;           // false: that is a guess (app/base/known_time.h)
  std::int64_t at_least_ms = 0;     // then: it is not earlier than that
  std::int64_t lists_as_of_ms = 0;  // of members, keys and revocations
  CheckInSettings settings;

  void TellTime(const TimeNow& now);
};

struct CheckInAnswer {
  CheckInVerdict verdict = CheckInVerdict::kNotABadge;
  std::optional<Badge> badge;  // whenever one was read and its signature held
  std::string token;           // as it may be stored and sent: without the secret
  const Member* member = nullptr;
  const Shift* shift = nullptr;      // whose duty it is; null: none
  std::string stand_in_for;          // member id, where the roster says so
  int minutes = 0;                   // late, or early to leave; kAlreadyIn: early to leave now
  const Attendance* open = nullptr;  // kAlreadyIn, kLeaving, kLeftEarly: the coming it is about
  // Who came for the same place before them (protocol.md, Duty on the feed); empty: nobody.
  std::string beside;
  std::int64_t until_s = 0;   // of an expired badge, when; of one not yet valid, from when
  bool trust_stale = false;   // taken, and flagged
  bool clock_unsure = false;  // likewise
};

// Which of the codes in one picture is meant: the badge among them, else any. nullopt: there are
// two badges, and neither is taken. `texts` is not empty.
std::optional<std::string> OneCode(std::vector<std::string> texts);

// `text` is what the code says, whatever it is. `leaving`: they have said that they go.
// Pointers are into `grounds`.
CheckInAnswer JudgeCode(std::string_view text, const CheckInGrounds& grounds, bool leaving = false);

// Came so lately that showing the badge once more is the same scan. A coming that lies ahead, of a
// clock that was put back since, is none.
bool JustCame(const Attendance& one, const CheckInGrounds& grounds);

CardPin PinOf(const Badge& card, const CheckInGrounds& grounds);

}  // namespace studio
