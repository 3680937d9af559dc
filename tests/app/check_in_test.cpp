#include "app/rules/check_in.h"

#include <doctest/doctest.h>

using namespace studio;
using std::chrono::November;

namespace {

const SigningKey& County() {
  static const SigningKey kKey = SigningKey::FromSeed({1});
  return kKey;
}
const SigningKey& Successor() {
  static const SigningKey kKey = SigningKey::FromSeed({2});
  return kKey;
}

// Local time on Saturday 21 November 2026.
std::int64_t At(int hour, int minute = 0) {
  Shift shift;
  shift.date = "2026-11-21";
  shift.from = "00:00";
  shift.to = "24:00";
  return HoursOf(shift)->begin_ms + (hour * 60 + minute) * 60'000;
}

Member MemberOf(const char* id, std::vector<StudioId> studios = {1}) {
  Member member;
  member.id = id;
  member.studios = std::move(studios);
  return member;
}

Shift ShiftAt(const char* id, const char* from, const char* to, std::vector<std::string> members) {
  Shift shift;
  shift.id = id;
  shift.studio = 1;
  shift.date = "2026-11-21";
  shift.from = from;
  shift.to = to;
  shift.members = std::move(members);
  return shift;
}

// "a" has the morning, "b" the afternoon; "c" has no shift, "d" is of studio 2.
CheckInDesk ADay(std::int64_t now_ms) {
  CheckInDesk desk;
  desk.keys = {County().Public(), Successor().Public()};
  desk.county = 990'001;
  desk.members = {MemberOf("a"), MemberOf("b"), MemberOf("c"), MemberOf("d", {2})};
  desk.shifts = {ShiftAt("am", "08:30", "11:30", {"a"}), ShiftAt("pm", "14:00", "17:00", {"b"})};
  desk.studio = 1;
  desk.now_ms = now_ms;
  desk.lists_as_of_ms = now_ms - 3'600'000;
  return desk;
}

Badge CardOf(const char* member, std::int64_t now_ms) {
  Badge badge;
  badge.county = 990'001;
  badge.member = member;
  badge.issued_s = now_ms / 1000 - 86'400;
  badge.expires_s = now_ms / 1000 + 86'400;
  badge.nonce.fill(7);
  return badge;
}

Badge LiveCodeOf(const char* member, std::int64_t issued_ms) {
  Badge badge = CardOf(member, issued_ms);
  badge.kind = BadgeKind::kLive;
  badge.issued_s = issued_ms / 1000;
  badge.expires_s = badge.issued_s + kLiveSeconds;
  return badge;
}

std::string TextOf(const Badge& badge, const SigningKey& key = County()) {
  BadgeSecret secret;
  secret.fill(0xc3);
  return SignBadge(badge, key, secret).Text(true);
}

CheckInVerdict VerdictFor(const char* member, const CheckInDesk& desk, bool leaving = false) {
  return JudgeCode(TextOf(CardOf(member, desk.now_ms)), desk, leaving).verdict;
}

Attendance In(const char* shift, const char* member, std::int64_t in_ms) {
  Attendance one;
  one.shift = shift;
  one.member = member;
  one.in_ms = in_ms;
  return one;
}

}  // namespace

TEST_CASE("a member on today's list is on duty, or late by the minutes") {
  CheckInDesk desk = ADay(At(8, 25));
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  REQUIRE(answer.shift);
  CHECK(answer.shift->id == "am");
  CHECK(answer.member->id == "a");
  desk.now_ms = At(8, 44);
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kOnDuty);
  desk.now_ms = At(8, 45);
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kLate);
  CHECK(JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk).minutes == 15);
  // Their shift is over, and nobody knew them there.
  desk.now_ms = At(11, 30);
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kExtra);
}

TEST_CASE("any of the county's keys of now will do") {
  const CheckInDesk desk = ADay(At(8, 25));
  CHECK(JudgeCode(TextOf(CardOf("a", desk.now_ms), Successor()), desk).verdict ==
        CheckInVerdict::kOnDuty);
}

TEST_CASE("who is not on the list is extra, or of another studio; both are taken") {
  const CheckInDesk desk = ADay(At(9));
  CHECK(VerdictFor("c", desk) == CheckInVerdict::kExtra);
  CHECK(VerdictFor("d", desk) == CheckInVerdict::kOtherStudio);
  CHECK(IsTaken(CheckInVerdict::kExtra));
  CHECK(IsTaken(CheckInVerdict::kOtherStudio));
}

TEST_CASE("a stand-in is told for whom, and whoever was on leave may come all the same") {
  CheckInDesk desk = ADay(At(8, 30));
  desk.shifts[0].changes = {{ShiftChange::Kind::kLeave, "a", "", "a", "", ""},
                            {ShiftChange::Kind::kStandIn, "a", "c", "a", "c", ""}};
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("c", desk.now_ms)), desk);
  CHECK(answer.verdict == CheckInVerdict::kStandingIn);
  CHECK(answer.stand_in_for == "a");
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kOnDuty);
}

TEST_CASE("with two shifts a day the one that is on is theirs, and after it the next") {
  CheckInDesk desk = ADay(At(10));
  desk.shifts = {ShiftAt("pm", "14:00", "17:00", {"a"}), ShiftAt("am", "08:30", "11:30", {"a"})};
  const auto shift = [&] { return JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk).shift->id; };
  CHECK(shift() == "am");
  desk.attendance = {In("am", "a", At(8, 30))};
  desk.attendance[0].out_ms = At(11, 30);
  desk.now_ms = At(11, 40);
  CHECK(shift() == "pm");
  desk.now_ms = At(13, 30);
  CHECK(shift() == "pm");
}

TEST_CASE("a shift over midnight is still theirs after midnight") {
  CheckInDesk desk = ADay(At(0, 30));
  desk.shifts = {ShiftAt("night", "20:00", "02:00", {"a"})};
  desk.shifts[0].date = "2026-11-20";
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kLate);
}

TEST_CASE("whoever is in is asked whether they go; so soon after coming it was the same scan") {
  CheckInDesk desk = ADay(At(11));
  desk.attendance = {In("am", "a", At(8, 30))};
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kAlreadyIn);
  CHECK_FALSE(IsTaken(CheckInVerdict::kAlreadyIn));
  const CheckInAnswer early = JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk, true);
  CHECK(early.verdict == CheckInVerdict::kLeftEarly);
  CHECK(early.minutes == 30);
  CHECK(early.shift->id == "am");
  desk.now_ms = At(11, 20);
  CHECK(VerdictFor("a", desk, true) == CheckInVerdict::kLeaving);
  desk.attendance = {In("am", "a", At(11, 19))};
  CHECK(VerdictFor("a", desk, true) == CheckInVerdict::kAlreadyIn);
}

TEST_CASE("somebody who forgot to check out yesterday is not in today") {
  CheckInDesk desk = ADay(At(8, 30));
  desk.attendance = {In("yesterday", "a", At(8, 30) - 86'400'000)};
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kOnDuty);
}

TEST_CASE("a live code is good for ninety seconds, and once") {
  CheckInDesk desk = ADay(At(8, 30));
  const Badge code = LiveCodeOf("a", desk.now_ms);
  const std::string text = TextOf(code);
  const auto verdict = [&] { return JudgeCode(text, desk).verdict; };
  CHECK(verdict() == CheckInVerdict::kOnDuty);
  desk.now_ms += 89'000;
  CHECK(verdict() == CheckInVerdict::kOnDuty);
  desk.settings.clock_tolerance_s = 0;
  desk.now_ms += 1'000;
  CHECK(verdict() == CheckInVerdict::kExpired);
  desk.now_ms = At(8, 29);
  CHECK(verdict() == CheckInVerdict::kNotYetValid);
  desk.now_ms = At(8, 30);
  desk.used_live_codes = {code.nonce};
  CHECK(verdict() == CheckInVerdict::kAlreadyUsed);
  desk.now_ms += 3'600'000;
  CHECK(verdict() == CheckInVerdict::kAlreadyUsed);
}

TEST_CASE("expired, not yet valid, revoked") {
  CheckInDesk desk = ADay(At(8, 30));
  Badge card = CardOf("a", desk.now_ms);
  const std::string text = TextOf(card);
  desk.now_ms = card.expires_s * 1000 - 1;
  CHECK(JudgeCode(text, desk).verdict != CheckInVerdict::kExpired);
  desk.now_ms = card.expires_s * 1000;
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kExpired);
  CHECK(JudgeCode(text, desk).until_s == card.expires_s);
  desk.now_ms = card.issued_s * 1000 - 1000;
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kNotYetValid);

  desk = ADay(At(8, 30));
  desk.revocations.resize(1);
  desk.revocations[0].member = "a";
  desk.revocations[0].before_s = card.issued_s;
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kOnDuty);  // issued after
  desk.revocations[0].before_s = card.issued_s + 1;
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kRevoked);
  desk.revocations[0] = {"r", "", 0, card.nonce};
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kRevoked);
  desk.revocations[0].nonce[0] ^= 1;
  CHECK(JudgeCode(text, desk).verdict == CheckInVerdict::kOnDuty);
}

TEST_CASE("before the county was heard no card is called forged or of another county") {
  CheckInDesk desk = ADay(At(8, 30));
  desk.keys.clear();
  desk.county = 0;
  CHECK(VerdictFor("a", desk) == CheckInVerdict::kNothingHeard);
  CHECK(JudgeCode("hello", desk).verdict == CheckInVerdict::kNotABadge);
}

TEST_CASE("forged, of another county, unknown, no badge at all") {
  const CheckInDesk desk = ADay(At(8, 30));
  const SigningKey stranger = SigningKey::FromSeed({9});
  CHECK(JudgeCode(TextOf(CardOf("a", desk.now_ms), stranger), desk).verdict ==
        CheckInVerdict::kForged);
  Badge elsewhere = CardOf("a", desk.now_ms);
  elsewhere.county = 990'002;
  CHECK(JudgeCode(TextOf(elsewhere, stranger), desk).verdict == CheckInVerdict::kOtherCounty);
  CHECK(JudgeCode(TextOf(elsewhere), desk).verdict == CheckInVerdict::kOtherCounty);
  CHECK(VerdictFor("nobody", desk) == CheckInVerdict::kUnknownMember);
  for (const char* text : {"", "hello", "https://example.test/x", "MS1:", "WIFI:T:WPA;S:x;;"}) {
    CAPTURE(text);
    const CheckInAnswer answer = JudgeCode(text, desk);
    CHECK(answer.verdict == CheckInVerdict::kNotABadge);
    CHECK_FALSE(answer.badge.has_value());
  }
}

TEST_CASE("old lists and an unsure clock take the check-in and say so") {
  CheckInDesk desk = ADay(At(8, 30));
  desk.lists_as_of_ms = desk.now_ms - 31LL * 86'400'000;
  CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  CHECK(answer.trust_stale);
  desk = ADay(At(8, 30));
  desk.clock_sure = false;
  Badge card = CardOf("a", desk.now_ms + 400LL * 86'400'000);
  answer = JudgeCode(TextOf(card), desk);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  CHECK(answer.clock_unsure);
}

TEST_CASE("what was over when the county last told the time is over, whatever the clock says") {
  CheckInDesk desk = ADay(At(8, 30));
  desk.clock_sure = false;
  const Badge live = LiveCodeOf("a", desk.now_ms);
  CHECK(JudgeCode(TextOf(live), desk).verdict == CheckInVerdict::kOnDuty);
  desk.lists_as_of_ms = (live.expires_s + desk.settings.clock_tolerance_s) * 1000;
  const CheckInAnswer answer = JudgeCode(TextOf(live), desk);
  CHECK(answer.verdict == CheckInVerdict::kExpired);
  CHECK(answer.until_s == live.expires_s);
}

TEST_CASE("what is kept of a card does not hold its secret") {
  const CheckInDesk desk = ADay(At(8, 30));
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", desk.now_ms)), desk);
  const auto kept = ReadBadgeToken(answer.token);
  REQUIRE(kept);
  CHECK_FALSE(kept->secret.has_value());
  CHECK(OpenBadge(*kept, desk.keys).has_value());
}
