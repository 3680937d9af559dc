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
CheckInGrounds ADay(std::int64_t now_ms) {
  CheckInGrounds grounds;
  grounds.keys = {County().Public(), Successor().Public()};
  grounds.county = 990'001;
  grounds.members = {MemberOf("a"), MemberOf("b"), MemberOf("c"), MemberOf("d", {2})};
  grounds.shifts = {ShiftAt("am", "08:30", "11:30", {"a"}), ShiftAt("pm", "14:00", "17:00", {"b"})};
  grounds.studio = 1;
  grounds.now_ms = now_ms;
  grounds.lists_as_of_ms = now_ms - 3'600'000;
  return grounds;
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

CheckInVerdict VerdictFor(const char* member, const CheckInGrounds& grounds, bool leaving = false) {
  return JudgeCode(TextOf(CardOf(member, grounds.now_ms)), grounds, leaving).verdict;
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
  CheckInGrounds grounds = ADay(At(8, 25));
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  REQUIRE(answer.shift);
  CHECK(answer.shift->id == "am");
  CHECK(answer.member->id == "a");
  grounds.now_ms = At(8, 44);
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kOnDuty);
  grounds.now_ms = At(8, 45);
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kLate);
  CHECK(JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds).minutes == 15);
  // Their shift is over, and nobody knew them there.
  grounds.now_ms = At(11, 30);
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kExtra);
}

TEST_CASE("any of the county's keys of now will do") {
  const CheckInGrounds grounds = ADay(At(8, 25));
  CHECK(JudgeCode(TextOf(CardOf("a", grounds.now_ms), Successor()), grounds).verdict ==
        CheckInVerdict::kOnDuty);
}

TEST_CASE("who is not on the list is extra, or of another studio; both are taken") {
  const CheckInGrounds grounds = ADay(At(9));
  CHECK(VerdictFor("c", grounds) == CheckInVerdict::kExtra);
  CHECK(VerdictFor("d", grounds) == CheckInVerdict::kOtherStudio);
  CHECK(IsTaken(CheckInVerdict::kExtra));
  CHECK(IsTaken(CheckInVerdict::kOtherStudio));
}

TEST_CASE("a stand-in is told for whom, and whoever was on leave may come all the same") {
  CheckInGrounds grounds = ADay(At(8, 30));
  grounds.shifts[0].changes = {{ShiftChange::Kind::kLeave, "a", "", "a", "", ""},
                               {ShiftChange::Kind::kStandIn, "a", "c", "a", "c", ""}};
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("c", grounds.now_ms)), grounds);
  CHECK(answer.verdict == CheckInVerdict::kStandingIn);
  CHECK(answer.stand_in_for == "a");
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kOnDuty);
}

TEST_CASE("with two shifts a day the one that is on is theirs, and after it the next") {
  CheckInGrounds grounds = ADay(At(10));
  grounds.shifts = {ShiftAt("pm", "14:00", "17:00", {"a"}), ShiftAt("am", "08:30", "11:30", {"a"})};
  const auto shift = [&] {
    return JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds).shift->id;
  };
  CHECK(shift() == "am");
  grounds.attendance = {In("am", "a", At(8, 30))};
  grounds.attendance[0].out_ms = At(11, 30);
  grounds.now_ms = At(11, 40);
  CHECK(shift() == "pm");
  grounds.now_ms = At(13, 30);
  CHECK(shift() == "pm");
}

TEST_CASE("a shift over midnight is still theirs after midnight") {
  CheckInGrounds grounds = ADay(At(0, 30));
  grounds.shifts = {ShiftAt("night", "20:00", "02:00", {"a"})};
  grounds.shifts[0].date = "2026-11-20";
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kLate);
}

TEST_CASE("whoever is in is asked whether they go; so soon after coming it was the same scan") {
  CheckInGrounds grounds = ADay(At(11));
  grounds.attendance = {In("am", "a", At(8, 30))};
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kAlreadyIn);
  CHECK_FALSE(IsTaken(CheckInVerdict::kAlreadyIn));
  const CheckInAnswer early = JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds, true);
  CHECK(early.verdict == CheckInVerdict::kLeftEarly);
  CHECK(early.minutes == 30);
  CHECK(early.shift->id == "am");
  grounds.now_ms = At(11, 20);
  CHECK(VerdictFor("a", grounds, true) == CheckInVerdict::kLeaving);
  grounds.attendance = {In("am", "a", At(11, 19))};
  CHECK(VerdictFor("a", grounds, true) == CheckInVerdict::kAlreadyIn);
}

TEST_CASE("somebody who forgot to check out yesterday is not in today") {
  CheckInGrounds grounds = ADay(At(8, 30));
  grounds.attendance = {In("yesterday", "a", At(8, 30) - 86'400'000)};
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kOnDuty);
}

TEST_CASE("a live code is good for ninety seconds, and once") {
  CheckInGrounds grounds = ADay(At(8, 30));
  const Badge code = LiveCodeOf("a", grounds.now_ms);
  const std::string text = TextOf(code);
  const auto verdict = [&] { return JudgeCode(text, grounds).verdict; };
  CHECK(verdict() == CheckInVerdict::kOnDuty);
  grounds.now_ms += 89'000;
  CHECK(verdict() == CheckInVerdict::kOnDuty);
  grounds.settings.clock_tolerance_s = 0;
  grounds.now_ms += 1'000;
  CHECK(verdict() == CheckInVerdict::kExpired);
  grounds.now_ms = At(8, 29);
  CHECK(verdict() == CheckInVerdict::kNotYetValid);
  grounds.now_ms = At(8, 30);
  grounds.used_live_codes = {code.nonce};
  CHECK(verdict() == CheckInVerdict::kAlreadyUsed);
  grounds.now_ms += 3'600'000;
  CHECK(verdict() == CheckInVerdict::kAlreadyUsed);
}

TEST_CASE("expired, not yet valid, revoked") {
  CheckInGrounds grounds = ADay(At(8, 30));
  Badge card = CardOf("a", grounds.now_ms);
  const std::string text = TextOf(card);
  grounds.now_ms = card.expires_s * 1000 - 1;
  CHECK(JudgeCode(text, grounds).verdict != CheckInVerdict::kExpired);
  grounds.now_ms = card.expires_s * 1000;
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kExpired);
  CHECK(JudgeCode(text, grounds).until_s == card.expires_s);
  grounds.now_ms = card.issued_s * 1000 - 1000;
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kNotYetValid);

  grounds = ADay(At(8, 30));
  grounds.revocations.resize(1);
  grounds.revocations[0].member = "a";
  grounds.revocations[0].before_s = card.issued_s;
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kOnDuty);  // issued after
  grounds.revocations[0].before_s = card.issued_s + 1;
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kRevoked);
  grounds.revocations[0] = {"r", "", 0, card.nonce};
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kRevoked);
  grounds.revocations[0].nonce[0] ^= 1;
  CHECK(JudgeCode(text, grounds).verdict == CheckInVerdict::kOnDuty);
}

TEST_CASE("before the county was heard no card is called forged or of another county") {
  CheckInGrounds grounds = ADay(At(8, 30));
  grounds.keys.clear();
  grounds.county = 0;
  CHECK(VerdictFor("a", grounds) == CheckInVerdict::kNothingHeard);
  CHECK(JudgeCode("hello", grounds).verdict == CheckInVerdict::kNotABadge);
}

TEST_CASE("forged, of another county, unknown, no badge at all") {
  const CheckInGrounds grounds = ADay(At(8, 30));
  const SigningKey stranger = SigningKey::FromSeed({9});
  CHECK(JudgeCode(TextOf(CardOf("a", grounds.now_ms), stranger), grounds).verdict ==
        CheckInVerdict::kForged);
  Badge elsewhere = CardOf("a", grounds.now_ms);
  elsewhere.county = 990'002;
  CHECK(JudgeCode(TextOf(elsewhere, stranger), grounds).verdict == CheckInVerdict::kOtherCounty);
  CHECK(JudgeCode(TextOf(elsewhere), grounds).verdict == CheckInVerdict::kOtherCounty);
  CHECK(VerdictFor("nobody", grounds) == CheckInVerdict::kUnknownMember);
  for (const char* text : {"", "hello", "https://example.test/x", "MS1:", "WIFI:T:WPA;S:x;;"}) {
    CAPTURE(text);
    const CheckInAnswer answer = JudgeCode(text, grounds);
    CHECK(answer.verdict == CheckInVerdict::kNotABadge);
    CHECK_FALSE(answer.badge.has_value());
  }
}

TEST_CASE("old lists and an unsure clock take the check-in and say so") {
  CheckInGrounds grounds = ADay(At(8, 30));
  grounds.lists_as_of_ms = grounds.now_ms - 31LL * 86'400'000;
  CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  CHECK(answer.trust_stale);
  grounds = ADay(At(8, 30));
  grounds.clock_sure = false;
  Badge card = CardOf("a", grounds.now_ms + 400LL * 86'400'000);
  answer = JudgeCode(TextOf(card), grounds);
  CHECK(answer.verdict == CheckInVerdict::kOnDuty);
  CHECK(answer.clock_unsure);
}

TEST_CASE("what was over when the county last told the time is over, whatever the clock says") {
  CheckInGrounds grounds = ADay(At(8, 30));
  grounds.clock_sure = false;
  const Badge live = LiveCodeOf("a", grounds.now_ms);
  CHECK(JudgeCode(TextOf(live), grounds).verdict == CheckInVerdict::kOnDuty);
  grounds.lists_as_of_ms = (live.expires_s + grounds.settings.clock_tolerance_s) * 1000;
  const CheckInAnswer answer = JudgeCode(TextOf(live), grounds);
  CHECK(answer.verdict == CheckInVerdict::kExpired);
  CHECK(answer.until_s == live.expires_s);
}

TEST_CASE("what is kept of a card does not hold its secret") {
  const CheckInGrounds grounds = ADay(At(8, 30));
  const CheckInAnswer answer = JudgeCode(TextOf(CardOf("a", grounds.now_ms)), grounds);
  const auto kept = ReadBadgeToken(answer.token);
  REQUIRE(kept);
  CHECK_FALSE(kept->secret.has_value());
  CHECK(OpenBadge(*kept, grounds.keys).has_value());
}

TEST_CASE("who came in a time that lies ahead has not just come, and may go") {
  CheckInGrounds desk = ADay(At(8, 30));
  const std::string card = TextOf(CardOf("a", desk.now_ms));
  desk.attendance.push_back(
      {desk.shifts[0].id, "a", desk.studio, desk.shifts[0].date, At(8, 30) + 2 * 3'600'000, 0, ""});
  CHECK_FALSE(JustCame(desk.attendance[0], desk));
  CHECK(JudgeCode(card, desk).verdict == CheckInVerdict::kAlreadyIn);
  CHECK(IsLeaving(JudgeCode(card, desk, true).verdict));
  desk.attendance[0].in_ms = At(8, 30) - 1000;
  CHECK(JustCame(desk.attendance[0], desk));
  CHECK(JudgeCode(card, desk, true).verdict == CheckInVerdict::kAlreadyIn);
}

TEST_CASE("what is over for sure is over on an unsure clock, too") {
  CheckInGrounds desk = ADay(At(8, 30));
  const Badge live = LiveCodeOf("a", desk.now_ms);
  desk.TellTime({desk.now_ms - 400LL * 86'400'000, false, desk.now_ms});
  CHECK(JudgeCode(TextOf(live), desk).verdict != CheckInVerdict::kExpired);
  desk.TellTime({desk.now_ms, false, (live.expires_s + desk.settings.clock_tolerance_s) * 1000});
  CHECK(JudgeCode(TextOf(live), desk).verdict == CheckInVerdict::kExpired);
}
