// What members and studios have done, owe and are worth by a mechanism's rules. Pure, exact and
// told the day; the same on terminal and county. The order of deeds and members changes nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/mechanism/mechanism.h"

namespace studio {

struct AssessedStudio {
  unsigned id = 0;
  std::string name{}, township{};
  bool platform = false;
};

struct AssessmentInput {
  std::vector<AssessedMember> members;
  std::vector<AssessedStudio> studios;
  std::vector<Deed> deeds;
  Days year;             // what is assessed
  Days term;             // of office; the year lies in it
  CalendarDate today{};  // deeds after it do not count
  // The grades of earlier years of each member, the newest first.
  std::map<std::string, std::vector<std::string>> earlier;
};

// One line of somebody's account.
struct PointsRow {
  std::string rule;
  std::string deed;        // empty: the rule speaks of several at once
  CalendarDate day{};      // that counts
  std::string arithmetic;  // "15 × 1/2"
  Fraction points;         // before anything is cut
  Fraction counted;        // what is left
  std::string cut_by;      // id of the slot, limit or section that took the rest
  bool waiting = false;    // not confirmed: counted is 0
  bool operator==(const PointsRow&) const = default;
};

struct SectionSum {
  std::string id;
  Fraction base, points;  // after its own limits
  bool operator==(const SectionSum&) const = default;
};

struct OwedStretch {
  Days days;
  Fraction done;
  Fraction owed;
  std::vector<std::string> deeds;
  bool operator==(const OwedStretch&) const = default;
};

struct QuotaState {
  std::string quota;
  std::vector<OwedStretch> stretches, shorter;
  // Of the stretches that are over, every one was met.
  bool met_so_far = true;
  // Of all, whether over or not.
  bool met = true;
  bool operator==(const QuotaState&) const = default;
};

struct MemberResult {
  std::string member;
  std::vector<PointsRow> rows;  // by section, then day, deed and rule
  std::vector<SectionSum> sections;
  Fraction total;
  Fraction waiting;  // what would come to it, uncut, if all that waits were confirmed
  std::vector<QuotaState> quotas;
  std::vector<std::string> gates;  // that were not passed
  std::string grade;
  int rank = 0;  // 0: not ranked
  std::vector<std::string> consequences;
  std::vector<std::string> left_out;  // deeds whose figures no sum holds
  bool operator==(const MemberResult&) const = default;
};

struct BodyResult {
  std::string id;  // of a studio, or a group's or township's name; of the county ""
  std::vector<QuotaState> quotas;
  std::vector<PointsRow> rows;  // of studios, where the mechanism scores them
  std::vector<SectionSum> sections;
  Fraction total;
  std::vector<std::string> left_out;  // as of members
  bool operator==(const BodyResult&) const = default;
};

struct Assessment {
  std::vector<MemberResult> members;                   // by id
  std::vector<BodyResult> studios, groups, townships;  // by id
  BodyResult county;
};

// What makes a sum overflow is left out of that sum and named. std::overflow_error: the rules' own
// figures do.
Assessment Assess(const CountingRules& rules, const AssessmentInput& input);

}  // namespace studio
