// The bodies of what members do about their duty: `check_in`, `handover` and `roster_change`
// records. JSON (UTF-8) inside the seal; field names are the wire's, in protocol.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time_units.h"
#include "shared/record/record.h"

namespace studio {

// A coming that nobody has left for longer is over; how long comings are told and kept.
inline constexpr std::int64_t kLongestStayMs = 16 * kHourMs;
inline constexpr int kAttendanceDays = 62;

struct CheckInBody {
  bool out = false;  // 签退
  std::string member;
  std::string member_name;
  StudioId studio = 0;
  std::string shift;       // id; empty: extra
  std::string date;        // of the shift, or the day
  std::int64_t at_ms = 0;  // Unix time, corrected by the county's clock where known
  std::string verdict;     // "on_duty", "late", "standing_in", "extra", "other_studio", "leaving",
                           // "left_early"
  std::string badge;       // "card" or "live"
  std::string token;       // the badge as shown, without its secret
  std::string stand_in_for;
  int minutes = 0;  // late, or early to leave
  bool trust_stale = false;
  bool clock_unsure = false;
  bool with_pin = false;
  // 外出走访: "out" from then on, "back" again. Empty: nothing is said of it.
  std::string visit{};
};

// What one shift leaves to the next.
struct HandoverItem {
  std::string kind;  // "open" 未结事项, "call_back" 待回电, "device" 设备
  std::string text;
  bool operator==(const HandoverItem&) const = default;
};

struct HandoverBody {
  std::string member;
  StudioId studio = 0;
  std::string shift;
  std::string date;
  std::vector<HandoverItem> items;  // of a handover that is left
  std::string confirms;             // id of the record that is confirmed; empty: one is left
  bool danger = false;              // it was answered that somebody is in danger
  std::vector<std::string> danger_words{};  // what made the terminal ask
};

struct RosterChangeBody {
  // "leave", "stand_in", "swap", "put" (a new or changed shift), "remove", "take_back" (leave or
  // stand-in of a place: its member comes after all)
  std::string kind;
  std::string shift;
  std::uint64_t saw_version = 0;  // of the shift; 0: there was none
  std::string member;
  std::string other;        // who comes instead, or whose place is taken
  std::string other_shift;  // swap: the shift given for it
  std::uint64_t other_saw_version = 0;
  std::string asked_by;
  std::string agreed_by;
  std::string reason;
  // put
  StudioId studio = 0;
  std::string date, from, to;
  std::vector<std::string> members;
};

std::string ToJson(const CheckInBody& body);
Result<CheckInBody> CheckInBodyFromJson(std::string_view json);
std::string ToJson(const HandoverBody& body);
Result<HandoverBody> HandoverBodyFromJson(std::string_view json);
std::string ToJson(const RosterChangeBody& body);
// kMalformed also where the kind is unknown or lacks what it needs.
Result<RosterChangeBody> RosterChangeBodyFromJson(std::string_view json);

}  // namespace studio
