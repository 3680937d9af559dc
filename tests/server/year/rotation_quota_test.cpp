// The terminals' monthly rotation and the county's assessment say the same of everybody: random
// months of shifts, check-ins, roster changes and walk-ins, each read by both.
#include <algorithm>
#include <random>

#include "../county/county_of_deeds.h"
#include "app/rules/mechanism_rules.h"
#include "server/books/deed_sources.h"
#include "server/keys/county_calendar.h"
#include "shared/base/time_units.h"
#include "shared/mechanism/duty_quotas.h"
#include "shared/mechanism/rules_json.h"
#include "shared/mechanism/year_grounds.h"
#include "shared/mechanism_file/rules_reading.h"

namespace county {

using studio::Attendance;
using studio::AttendanceLine;
using studio::CalendarDate;
using studio::Member;
using studio::Shift;
using studio::ShiftChange;

namespace {

constexpr int kMonthsOfOne = 12;  // at one county, one after the other
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr unsigned kRounds = 3;
#else
constexpr unsigned kRounds = 10;
#endif
constexpr std::chrono::year kFirstYear{2027};

nlohmann::json JsonOf(const Shift& shift) {
  nlohmann::json changes = nlohmann::json::array();
  constexpr const char* kKinds[] = {"leave", "stand_in", "swap"};
  for (const ShiftChange& one : shift.changes) {
    changes.push_back({{"kind", kKinds[static_cast<int>(one.kind)]},
                       {"member", one.member},
                       {"other", one.other}});
  }
  return {{"studio", shift.studio}, {"date", shift.date},       {"from", shift.from},
          {"to", shift.to},         {"members", shift.members}, {"changes", changes}};
}

nlohmann::json JsonOf(const AttendanceLine& line) {
  return {{"shift", line.shift},
          {"member", line.member},
          {"studio", line.studio},
          {"date", line.date},
          {"in_ms", line.in_ms},
          {"out_ms", line.out_ms},
          {"stand_in_for", line.stand_in_for},
          {"visit_ms", line.visit_ms},
          {"unproven", line.unproven}};
}

// One month of two studios and some members, put on the feed in a few goes, each later than the
// one before.
class RandomMonth {
 public:
  RandomMonth(const Ledger& ledger, unsigned seed, std::chrono::year_month month)
      : random_(seed), month_(month) {
    for (const PublishedEntity& one : ledger.Entities("member")) members_.push_back(one.id);
  }

  std::chrono::year_month month() const { return month_; }
  std::int64_t now_ms() const { return now_ms_; }

  void Go(Ledger& ledger, DeedBook& book, std::int64_t now_ms) {
    now_ms_ = now_ms;
    for (int i = Some(2, 8); i > 0; --i) Plan(ledger);
    for (int i = Some(0, 8); i > 0; --i) ChangeOne(ledger);
    for (int i = Some(2, 20); i > 0; --i) Come(ledger);
    for (int i = Some(0, 8); i > 0; --i) WalkIn(ledger);
    if (Once(3)) Remove(ledger);
    DeedSources(ledger, book, now_ms).Follow();
  }

  std::mt19937& random() { return random_; }
  int Some(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
  bool Once(int in) { return Some(1, in) == 1; }

 private:
  const std::string& Anybody() {
    return members_[static_cast<std::size_t>(Some(0, static_cast<int>(members_.size()) - 1))];
  }
  std::string Day() { return studio::ToText(studio::AddDays(FirstOf(month_), Some(0, 27))); }

  void Put(Ledger& ledger, const Shift& shift) {
    ledger.PutEntity("shift", shift.id, JsonOf(shift).dump(), 0);
  }

  void Plan(Ledger& ledger) {
    Shift shift;
    shift.studio = static_cast<studio::StudioId>(Some(1, 2));
    shift.date = Day();
    const bool night = Once(6), afternoon = Once(2);
    shift.from = night ? "20:00" : afternoon ? "14:00" : "08:30";
    shift.to = night ? "02:00" : afternoon ? "17:00" : "11:30";
    shift.id = std::to_string(shift.studio) + "/" + shift.date + "/" + shift.from;
    if (Find(shift.id)) return;
    for (int i = Some(1, 3); i > 0; --i) {
      const std::string& who = Anybody();
      if (std::find(shift.members.begin(), shift.members.end(), who) == shift.members.end()) {
        shift.members.push_back(who);
      }
    }
    shifts_.push_back(shift);
    Put(ledger, shift);
  }

  Shift* Find(const std::string& id) {
    const auto found = std::find_if(shifts_.begin(), shifts_.end(),
                                    [&](const Shift& one) { return one.id == id; });
    return found == shifts_.end() ? nullptr : &*found;
  }
  Shift* Any() {
    if (shifts_.empty()) return nullptr;
    return &shifts_[static_cast<std::size_t>(Some(0, static_cast<int>(shifts_.size()) - 1))];
  }

  void ChangeOne(Ledger& ledger) {
    Shift* shift = Any();
    if (!shift) return;
    const auto at = static_cast<std::size_t>(Some(0, static_cast<int>(shift->members.size()) - 1));
    ShiftChange change;
    change.member = shift->members[at];
    switch (Some(0, 3)) {
      case 0:
        break;
      case 1:
        change.kind = ShiftChange::Kind::kStandIn;
        change.other = Anybody();
        break;
      case 2:
        change.kind = ShiftChange::Kind::kSwap;
        change.other = change.member;
        change.member = Anybody();
        shift->members[at] = change.member;
        break;
      default:  // put anew, with others on it
        shift->members[at] = Anybody();
        change.member.clear();
    }
    if (!change.member.empty()) shift->changes.push_back(change);
    Put(ledger, *shift);
  }

  void Come(Ledger& ledger) {
    const Shift* shift = Any();
    if (!shift || shift->date > studio::ToText(DateAt(now_ms_))) return;
    const auto hours = HoursOf(*shift);
    AttendanceLine line;
    line.shift = shift->id;
    line.studio = shift->studio;
    line.date = shift->date;
    const auto at = static_cast<std::size_t>(Some(0, static_cast<int>(shift->members.size()) - 1));
    line.member = Once(3) ? Anybody() : shift->members[at];
    if (Once(4)) line.stand_in_for = shift->members[at];
    line.in_ms = hours->begin_ms + Some(-20, 60) * studio::kMinuteMs;
    if (!Once(3)) line.out_ms = hours->end_ms + Some(-60, 20) * studio::kMinuteMs;
    if (Once(12)) line.in_ms = 0;  // the check-in is still under way
    if (Once(6)) line.visit_ms = hours->begin_ms;
    Told(ledger, shift->id + "/" + line.member, line);
  }

  void WalkIn(Ledger& ledger) {
    AttendanceLine line;
    const Shift* shift = Any();
    line.member = Anybody();
    line.studio = static_cast<studio::StudioId>(Some(1, 2));
    line.date = Day();
    if (shift && Once(2)) {
      line.studio = shift->studio;
      line.date = shift->date;
      line.member = shift->members.front();
    }
    if (line.date > studio::ToText(DateAt(now_ms_))) return;
    line.in_ms = now_ms_;
    if (Once(4)) line.visit_ms = now_ms_;
    Told(ledger, line.date + "/" + std::to_string(line.studio) + "/" + line.member, line);
  }

  void Told(Ledger& ledger, const std::string& id, AttendanceLine line) {
    line.unproven = Once(10);
    ledger.PutEntity("attendance", id, JsonOf(line).dump(), 0);
  }

  void Remove(Ledger& ledger) {
    const Shift* shift = Any();
    if (!shift) return;
    ledger.DeleteEntity("shift", shift->id);
    shifts_.erase(shifts_.begin() + (shift - shifts_.data()));
  }

  std::mt19937 random_;
  std::chrono::year_month month_;
  std::vector<std::string> members_;
  std::vector<Shift> shifts_;
  std::int64_t now_ms_ = 0;
};

// What a county's terminals read of its feed.
class FeedOfMonth {
 public:
  FeedOfMonth(const Ledger& ledger, const RandomMonth& month) {
    input.month = month.month();
    input.studio = 1;
    input.now_ms = month.now_ms();
    for (const PublishedEntity& one : ledger.Entities("member")) {
      input.members.push_back(*studio::MemberFromJson(one.body, one.id));
    }
    for (const PublishedEntity& one : ledger.Entities("studio")) {
      input.studios.push_back(*studio::StudioFromJson(one.body));
    }
    for (const PublishedEntity& one : ledger.Entities("shift")) {
      input.shifts.push_back(*studio::ShiftFromJson(one.body, one.id));
    }
    for (const PublishedEntity& one : ledger.Entities("attendance")) {
      const auto line = studio::AttendanceFromJson(one.body, one.id);
      REQUIRE(line);
      (line->unproven ? input.unproven : input.attendance).push_back(AttendanceOf(*line));
    }
    const auto county = studio::CountyFromJson(*ledger.EntityBody("county", "county"));
    mechanism =
        *studio::MechanismFromJson(*ledger.EntityBody("mechanism", county->mechanism), "here");
    rules = *studio::RulesFromJson(*ledger.EntityBody("counting", county->mechanism));
  }

  studio::RotationMonth Rotation() const {
    return ComputeRotation(input, RotationRuleOf(mechanism, DutyQuotas(rules)));
  }

  studio::Assessment Assessed(const Ledger& ledger, const DeedBook& book) const {
    studio::YearGrounds grounds;
    grounds.rules = rules;
    grounds.studios = input.studios;
    for (const Member& member : input.members) grounds.members.emplace(member.id, member);
    const std::string days = studio::ToText(FirstOf(input.month)).substr(0, 8);
    for (const char* place : {"", "1/", "2/"}) {
      for (const std::string& id : ledger.DeedsUnder("duty/" + (place + days))) {
        if (auto deed = book.Find(id)) grounds.deeds.push_back(std::move(*deed));
      }
    }
    const auto year = static_cast<int>(input.month.year());
    return Assess(rules, InputOf(grounds, {year, DateAt(input.now_ms), 0, {}}));
  }

  studio::RotationInput input;
  studio::Mechanism mechanism;
  studio::CountingRules rules;
};

struct OwedMonth {
  bool owed = false, met = true;
  int done = 0;
};

OwedMonth OfMonth(const std::vector<studio::QuotaState>& states,
                  const std::vector<studio::Quota>& duty, std::chrono::year_month month) {
  OwedMonth out;
  for (const studio::QuotaState& state : states) {
    const bool ours = std::any_of(duty.begin(), duty.end(),
                                  [&](const auto& one) { return one.id == state.quota; });
    if (!ours) continue;
    for (const studio::OwedStretch& stretch : state.stretches) {
      if (stretch.days.first != FirstOf(month)) continue;
      out.owed = true;
      out.met = out.met && stretch.done >= stretch.owed;
      out.done = std::max(out.done, static_cast<int>(stretch.done.over()));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("rotation and assessment say the same of everybody, in months of every kind") {
  int cases = 0, met = 0, differ = 0;
  for (unsigned round = 0; round < kRounds; ++round) {
    TestCounty county(kNothingDone);
    Ledger ledger = county.Open();
    for (unsigned i = 0; i < kMonthsOfOne; ++i) {
      const auto name = kFirstYear / std::chrono::month(i + 1);
      RandomMonth month(ledger, round * 100 + i, name);
      ledger.Atomically([&] {
        DeedBook book(ledger, county.keys().sealing, 0);
        const auto first = std::chrono::sys_days(FirstOf(name)).time_since_epoch();
        std::int64_t now = std::chrono::milliseconds(first).count();
        for (int go = month.Some(1, 3); go > 0; --go) {
          now += month.Some(1, 14) * studio::kDayMs + month.Some(0, 23) * studio::kHourMs;
          DeedBook later(ledger, county.keys().sealing, now);
          month.Go(ledger, later, now);
        }
        const FeedOfMonth feed(ledger, month);
        const auto duty = DutyQuotas(feed.rules);
        REQUIRE(duty.size() == 1);
        const auto rotation = feed.Rotation();
        const auto assessed = feed.Assessed(ledger, book);
        for (std::size_t at = 0; at < rotation.members.size(); ++at) {
          const studio::MemberMonth& shown = rotation.members[at];
          const auto found =
              std::find_if(assessed.members.begin(), assessed.members.end(),
                           [&](const auto& one) { return one.member == shown.member; });
          REQUIRE(found != assessed.members.end());
          const OwedMonth owed = OfMonth(found->quotas, duty, name);
          const bool done = shown.standing == studio::Standing::kDone;
          ++cases;
          met += owed.met;
          if (done == (owed.owed && owed.met) && shown.done == owed.done) continue;
          if (++differ <= 5) {
            MESSAGE("round " << round << " month " << i << " " << shown.member << ": rotation "
                             << shown.done << ", assessment " << owed.done);
          }
        }
        for (const PublishedEntity& one : ledger.Entities("attendance")) {
          ledger.DeleteEntity("attendance", one.id);
        }
        for (const PublishedEntity& one : ledger.Entities("shift")) {
          ledger.DeleteEntity("shift", one.id);
        }
        ledger.SetDeedsFollowed(ledger.FeedVersion());
      });
    }
  }
  MESSAGE(cases << " members' months, " << met << " of them met");
  CHECK(cases >= 300 * static_cast<int>(kRounds));
  CHECK(differ == 0);
}

}  // namespace county
