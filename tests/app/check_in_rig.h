// Where members check in, and what it takes to hold a code before it.
#pragma once

#include <string>

#include "app/checkin/check_in_flow.h"
#include "fakes/fake_duty_store.h"
#include "fakes/fake_request_store.h"

namespace studio {

inline const SigningKey& RigCounty() {
  static const SigningKey kKey = SigningKey::FromSeed({1});
  return kKey;
}

// A studio where "a" is on duty from an hour ago for three hours, and "b" with them; "c" is of the
// studio and not on the list.
struct CheckInRig {
  CheckInRig() {
    state.time->Heard(clock.now.wall_ms, clock.now);
    store.grounds.keys = {RigCounty().Public()};
    store.grounds.county = 990'001;
    store.grounds.studio = 1;
    store.grounds.lists_as_of_ms = clock.now.wall_ms;
    for (const char* id : {"a", "b", "c"}) {
      Member& member = store.grounds.members.emplace_back();
      member.id = id;
      member.name = "示例";
    }
    Shift& shift = store.grounds.shifts.emplace_back();
    shift.id = "s";
    shift.studio = 1;
    const LocalTime begin = LocalTime::At(clock.now.wall_ms - 60 * 60'000);
    const LocalTime end = LocalTime::At(clock.now.wall_ms + 120 * 60'000);
    shift.date = begin.Date();
    shift.from = begin.HourMin();
    shift.to = end.HourMin();
    shift.members = {"a", "b"};
  }

  std::string CodeOf(const char* member, BadgeKind kind = BadgeKind::kCard,
                     std::optional<BadgeSecret> secret = std::nullopt) {
    Badge badge;
    badge.kind = kind;
    badge.county = 990'001;
    badge.member = member;
    badge.issued_s = clock.now.wall_ms / 1000 - 10;
    badge.expires_s = badge.issued_s + kLiveSeconds;
    badge.nonce.fill(++nonce);
    return SignBadge(badge, RigCounty(), secret).Text(true);
  }

  TestClock clock;
  KioskState state;
  FakeDutyStore store;
  CheckInFlow flow{store, state, clock};
  std::uint8_t nonce = 0;
};

}  // namespace studio
