// What members do about their duty, as records and as what the feed then says.
#pragma once

#include <string>

#include "server/clerk/badges.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/feed/entities.h"
#include "test_county.h"
#include "test_terminal.h"

namespace county {

// Of a studio in the demo, at the day of the test clock: 2026-11-18.
inline constexpr const char* kMorning = "1/2026-11-18/08:30";
inline constexpr const char* kAfternoon = "1/2026-11-18/14:00";

// Unix time of a day in November 2026, Asia/Shanghai.
std::int64_t NovemberMs(int day, int hour, int minute = 0);

std::string CardOf(TestCounty& county, const std::string& member, const std::string& pin = {});
std::string LiveCodeOf(TestCounty& county, const std::string& member);
// As it may be stored and sent.
std::string WithoutSecret(const std::string& text);

// Of a shift, in the morning of the 18th, with a card that is good.
studio::CheckInBody CameIn(TestCounty& county, const std::string& member,
                           const std::string& shift = kMorning);
studio::CheckInBody WentOut(studio::CheckInBody in, std::int64_t at_ms);

studio::BatchEntry Placed(TestTerminal& terminal, const studio::CheckInBody& body);
studio::BatchEntry Placed(TestTerminal& terminal, const studio::RosterChangeBody& body);

// As published; fails the test where it is not.
studio::Shift ShiftOf(const TestCounty& county, const std::string& id);
std::optional<studio::AttendanceLine> LineOf(const TestCounty& county, const std::string& id);
std::optional<studio::Superseded> SupersededOf(const TestCounty& county, const std::string& record);
std::uint64_t VersionOf(const TestCounty& county, const std::string& shift);
std::string IdOf(const studio::BatchEntry& entry);

}  // namespace county
