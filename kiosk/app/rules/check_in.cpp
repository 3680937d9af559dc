#include "app/rules/check_in.h"

#include <algorithm>

#include "shared/base/time_units.h"
#include "shared/bodies/duty_bodies.h"

namespace studio {
namespace {

const Member* FindMember(const CheckInGrounds& grounds, const std::string& id) {
  const auto it = std::find_if(grounds.members.begin(), grounds.members.end(),
                               [&](const Member& member) { return member.id == id; });
  return it == grounds.members.end() ? nullptr : &*it;
}

bool IsRevoked(const CheckInGrounds& grounds, const Badge& badge) {
  return std::any_of(
      grounds.revocations.begin(), grounds.revocations.end(), [&](const Revocation& revocation) {
        if (revocation.nonce != BadgeNonce{}) return revocation.nonce == badge.nonce;
        return revocation.member == badge.member && badge.issued_s < revocation.before_s;
      });
}

// Where this member's place is in the shift; null: not on its list.
const DutyPlace* PlaceOf(const std::vector<DutyPlace>& places, const std::string& member) {
  const auto find = [&](auto field) -> const DutyPlace* {
    const auto it = std::find_if(places.begin(), places.end(),
                                 [&](const DutyPlace& place) { return place.*field == member; });
    return it == places.end() ? nullptr : &*it;
  };
  const DutyPlace* comes = find(&DutyPlace::comes);
  return comes ? comes : find(&DutyPlace::planned);
}

class Judging {
 public:
  Judging(const CheckInGrounds& grounds, bool leaving) : grounds_(grounds), leaving_(leaving) {}

  CheckInAnswer Judge(std::string_view text) {
    const auto token = ReadBadgeToken(text);
    if (!token) return Answer(CheckInVerdict::kNotABadge);
    if (grounds_.county == 0) return Answer(CheckInVerdict::kNothingHeard);
    auto badge = OpenBadge(*token, grounds_.keys);
    if (!badge) {
      // Only to choose the words: what it claims is believed by nobody.
      const auto claimed = DecodeBadge(token->content);
      return Answer(claimed && claimed->county != grounds_.county ? CheckInVerdict::kOtherCounty
                                                                  : CheckInVerdict::kForged);
    }
    answer_.badge = std::move(*badge);
    answer_.token = token->Text(false);
    return JudgeBadge(*answer_.badge);
  }

 private:
  CheckInAnswer Answer(CheckInVerdict verdict) {
    answer_.verdict = verdict;
    return std::move(answer_);
  }

  CheckInAnswer JudgeBadge(const Badge& badge) {
    if (badge.county != grounds_.county) return Answer(CheckInVerdict::kOtherCounty);
    if (IsRevoked(grounds_, badge)) return Answer(CheckInVerdict::kRevoked);
    answer_.member = FindMember(grounds_, badge.member);
    if (badge.kind == BadgeKind::kLive && grounds_.used_live_codes.contains(badge.nonce)) {
      return Answer(CheckInVerdict::kAlreadyUsed);
    }
    answer_.clock_unsure = !grounds_.clock_sure;
    if (const auto wrong = WrongTime(badge)) return Answer(*wrong);
    if (!answer_.member) return Answer(CheckInVerdict::kUnknownMember);
    answer_.trust_stale =
        grounds_.now_ms - grounds_.lists_as_of_ms > grounds_.settings.trust_days * kDayMs;
    return JudgeMember();
  }

  std::optional<CheckInVerdict> WrongTime(const Badge& badge) {
    const std::int64_t tolerance =
        badge.kind == BadgeKind::kLive ? grounds_.settings.clock_tolerance_s : 0;
    // A clock that may be a year off refuses nobody; the record says so. What is over for sure is
    // over, whatever the clock says.
    if (!grounds_.clock_sure) {
      const std::int64_t least_ms = std::max(grounds_.lists_as_of_ms, grounds_.at_least_ms);
      if (least_ms / 1000 < badge.expires_s + tolerance) return std::nullopt;
      answer_.until_s = badge.expires_s;
      return CheckInVerdict::kExpired;
    }
    const std::int64_t now_s = grounds_.now_ms / 1000;
    if (now_s < badge.issued_s - tolerance) {
      answer_.until_s = badge.issued_s;
      return CheckInVerdict::kNotYetValid;
    }
    if (now_s >= badge.expires_s + tolerance) {
      answer_.until_s = badge.expires_s;
      return CheckInVerdict::kExpired;
    }
    return std::nullopt;
  }

  CheckInAnswer JudgeMember() {
    if (const Attendance* in = OpenAttendance()) return JudgeLeaving(*in);
    ChooseShift();
    if (!answer_.shift) {
      const auto& studios = answer_.member->studios;
      const bool ours = studios.empty() ||
                        std::find(studios.begin(), studios.end(), grounds_.studio) != studios.end();
      return Answer(ours ? CheckInVerdict::kExtra : CheckInVerdict::kOtherStudio);
    }
    const std::int64_t behind = grounds_.now_ms - HoursOf(*answer_.shift)->begin_ms;
    const int minutes = static_cast<int>(behind / kMinuteMs);
    const bool late = minutes >= grounds_.settings.punctuality.late_after_minutes;
    if (late) answer_.minutes = minutes;
    FindBeside();
    if (!answer_.stand_in_for.empty()) return Answer(CheckInVerdict::kStandingIn);
    return Answer(late ? CheckInVerdict::kLate : CheckInVerdict::kOnDuty);
  }

  // Of a member who came and has not gone; one of another day has ended by itself.
  const Attendance* OpenAttendance() const {
    const auto it = std::find_if(
        grounds_.attendance.rbegin(), grounds_.attendance.rend(), [&](const Attendance& one) {
          return one.member == answer_.member->id && one.out_ms == 0 && !Over(one);
        });
    return it == grounds_.attendance.rend() ? nullptr : &*it;
  }

  bool Over(const Attendance& one) const { return grounds_.now_ms - one.in_ms > kLongestStayMs; }

  CheckInAnswer JudgeLeaving(const Attendance& in) {
    const auto shift =
        std::find_if(grounds_.shifts.begin(), grounds_.shifts.end(),
                     [&](const Shift& candidate) { return candidate.id == in.shift; });
    if (shift != grounds_.shifts.end()) answer_.shift = &*shift;
    answer_.stand_in_for = in.stand_in_for;
    answer_.open = &in;
    // Also where nobody has said yet that they go: so that it can be told before.
    const auto hours = answer_.shift ? HoursOf(*answer_.shift) : std::nullopt;
    const int minutes = hours ? static_cast<int>((hours->end_ms - grounds_.now_ms) / kMinuteMs) : 0;
    const bool early = hours && minutes >= grounds_.settings.punctuality.early_before_minutes;
    if (early) answer_.minutes = minutes;
    if (!leaving_ || JustCame(in, grounds_)) return Answer(CheckInVerdict::kAlreadyIn);
    return Answer(early ? CheckInVerdict::kLeftEarly : CheckInVerdict::kLeaving);
  }

  void FindBeside() {
    const std::string& planned =
        answer_.stand_in_for.empty() ? answer_.member->id : answer_.stand_in_for;
    for (const DutyLineOfSheet& line : SheetOf(*answer_.shift, grounds_.attendance,
                                               grounds_.settings.punctuality, grounds_.now_ms)) {
      if (line.planned == planned && !line.came.empty() && !line.beside) answer_.beside = line.came;
    }
  }

  // The shift that is on or about to begin, else the next one today. One that they have attended,
  // or that is over, is none.
  void ChooseShift() {
    std::int64_t chosen_begin = 0;
    bool chosen_on = false;
    for (const Shift& shift : grounds_.shifts) {
      const auto hours = HoursOf(shift);
      if (!hours || grounds_.now_ms >= hours->end_ms || Attended(shift)) continue;
      const auto places = PlacesOf(shift);
      const DutyPlace* place = PlaceOf(places, answer_.member->id);
      if (!place) continue;
      const bool on =
          grounds_.now_ms >= hours->begin_ms - grounds_.settings.early_arrival_minutes * kMinuteMs;
      if (answer_.shift && (chosen_on || !on) && hours->begin_ms >= chosen_begin) continue;
      answer_.shift = &shift;
      chosen_begin = hours->begin_ms;
      chosen_on = on;
      answer_.stand_in_for = place->planned == answer_.member->id ? "" : place->planned;
    }
  }

  bool Attended(const Shift& shift) const {
    return std::any_of(grounds_.attendance.begin(), grounds_.attendance.end(),
                       [&](const Attendance& one) {
                         return one.shift == shift.id && one.member == answer_.member->id;
                       });
  }

  const CheckInGrounds& grounds_;
  const bool leaving_;
  CheckInAnswer answer_;
};

}  // namespace

void CheckInGrounds::TellTime(const TimeNow& now) {
  now_ms = now.ms;
  clock_sure = now.sure;
  at_least_ms = now.at_least_ms;
}

bool JustCame(const Attendance& one, const CheckInGrounds& grounds) {
  const std::int64_t since_ms = grounds.now_ms - one.in_ms;
  return one.out_ms == 0 && since_ms >= 0 && since_ms < grounds.settings.double_scan_s * 1000;
}

std::string_view NameOf(CheckInVerdict verdict) {
  switch (verdict) {
    case CheckInVerdict::kOnDuty:
      return "on_duty";
    case CheckInVerdict::kLate:
      return "late";
    case CheckInVerdict::kStandingIn:
      return "standing_in";
    case CheckInVerdict::kExtra:
      return "extra";
    case CheckInVerdict::kOtherStudio:
      return "other_studio";
    case CheckInVerdict::kAlreadyIn:
      return "already_in";
    case CheckInVerdict::kLeaving:
      return "leaving";
    case CheckInVerdict::kLeftEarly:
      return "left_early";
    case CheckInVerdict::kNothingHeard:
      return "nothing_heard";
    case CheckInVerdict::kAlreadyUsed:
      return "already_used";
    case CheckInVerdict::kExpired:
      return "expired";
    case CheckInVerdict::kNotYetValid:
      return "not_yet_valid";
    case CheckInVerdict::kRevoked:
      return "revoked";
    case CheckInVerdict::kForged:
      return "forged";
    case CheckInVerdict::kOtherCounty:
      return "other_county";
    case CheckInVerdict::kUnknownMember:
      return "unknown_member";
    case CheckInVerdict::kNotABadge:
      return "not_a_badge";
  }
  return "";
}

bool IsTaken(CheckInVerdict verdict) {
  switch (verdict) {
    case CheckInVerdict::kOnDuty:
    case CheckInVerdict::kLate:
    case CheckInVerdict::kStandingIn:
    case CheckInVerdict::kExtra:
    case CheckInVerdict::kOtherStudio:
    case CheckInVerdict::kLeaving:
    case CheckInVerdict::kLeftEarly:
      return true;
    default:
      return false;
  }
}

bool IsLeaving(CheckInVerdict verdict) {
  return verdict == CheckInVerdict::kLeaving || verdict == CheckInVerdict::kLeftEarly;
}

CardPin PinOf(const Badge& card, const CheckInGrounds& grounds) {
  const auto known = grounds.pin_cards.find(card.member);
  if (known == grounds.pin_cards.end()) return CardPin::kNone;
  const bool theirs = known->second == BadgeNonce{} || known->second == card.nonce;
  return theirs ? CardPin::kGoes : CardPin::kOlderCard;
}

std::optional<std::string> OneCode(std::vector<std::string> texts) {
  const auto others =
      std::stable_partition(texts.begin(), texts.end(),
                            [](const std::string& text) { return text.starts_with(kBadgePrefix); });
  std::sort(texts.begin(), others);
  if (std::unique(texts.begin(), others) - texts.begin() > 1) return std::nullopt;
  return std::move(texts.front());
}

CheckInAnswer JudgeCode(std::string_view text, const CheckInGrounds& grounds, bool leaving) {
  return Judging(grounds, leaving).Judge(text);
}

}  // namespace studio
