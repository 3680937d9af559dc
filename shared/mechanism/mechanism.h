// How one place counts its members' work, as its file says it (assets/mechanisms/README.md has
// every key). Values; `ReadMechanism` makes them, `Assess` follows them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/mechanism/counting.h"
#include "shared/mechanism/sheet_forms.h"

namespace studio {

// Whose points or duties are meant. kCounty: the whole body.
enum class Subject { kMember, kStudio, kPlatform, kGroup, kTownship, kCounty };

// Something of a deed, or of somebody's part in it, that a figure is chosen by.
enum class Feature { kRole, kAuthor, kAttendance, kLevel, kForm, kState, kPost, kEventLevel };

struct FeatureTable {
  Feature feature = Feature::kRole;
  std::map<std::string, Fraction> figures;  // a word that is missing: no row
};

enum class Share {
  kEach,  // the whole to each
  kFirstOnly,
  kHalfAndEqual,  // half to the first, the others share the other half
  kEqual,
};

// Where a value reaches several states of one deed.
enum class Several { kHighest, kSum, kLast };

struct PointsRule {
  std::string id, title, section;
  Condition when;
  CountedDay counted = CountedDay::kDone;
  std::optional<CalendarDate> valid_from, valid_until;  // of the day that counts
  Fraction points;                                      // where `by` is empty
  std::optional<FeatureTable> by;
  Several several = Several::kHighest;  // of `by` state or level
  std::vector<FeatureTable> times;      // multiply
  std::string unit;                     // of the deed, multiplies; empty: once a deed
  std::optional<std::pair<Fraction, Fraction>> chosen;  // the scorer's, from and to
  Share share = Share::kEach;
  int named_at_most = 0;                   // of the authors; 0: all
  int from = 1;                            // the first that counts, in the order of days
  int to = 0;                              // the last; 0: no end
  bool once = false;                       // the best one alone
  Span within = Span::kYear;               // the stretch over which `from`, `to` and `once` count
  int needs = 0;                           // so many, or nothing; then `points` once
  std::optional<Fraction> rate_of;         // per percentage point of attendance below it
  std::vector<std::string> unless_scored;  // not what earlier rules gave points for
  std::optional<std::chrono::month_day> year_from;  // a year of its own that begins there
};

// Of rules that speak of the same thing, one counts.
struct Slot {
  std::string id;
  std::vector<std::string> rules;
  bool a_deed = true;   // one rule a deed; else one row a member
  bool highest = true;  // else the first in the list that gave anything
};

// What several rules give together at the most. In the order of the file.
struct Limit {
  std::string id, title;
  std::vector<std::string> rules, sections;
  Fraction at_most;
};

struct Section {
  std::string id, title;
  Fraction base;
  std::optional<Fraction> at_most, at_least;
  bool of_studios = false;  // else of members
};

struct Total {
  Fraction base;
  std::map<std::string, Fraction> base_by_post;  // in place of `base`, by the last day's post
  std::optional<Fraction> at_most, at_least, round_to;
  std::map<std::string, Fraction> at_most_by_post;  // the higher one holds
  bool round_down = false;
};

struct Quota {
  std::string id, title;
  Subject of = Subject::kMember;
  Condition when;
  CountedDay counted = CountedDay::kDone;
  Span per = Span::kYear;
  int at_least = 1;
  std::string unit;          // sums it; "days": days that differ; empty: deeds
  std::optional<Span> each;  // besides, in every shorter stretch
  int each_at_least = 1;
};

// What must be there beside the points.
struct Gate {
  std::string id, title;
  std::vector<std::vector<std::string>> all_of;  // quotas; of each list one is enough
  std::optional<Condition> facts;                // or: a deed that decides by itself
  int facts_at_least = 1;
  std::string grade;     // then no better than that
  bool decides = false;  // then exactly that
};

struct Grade {
  std::string name;
  std::optional<Fraction> at_least, above;
  std::optional<Fraction> below;          // what the order says anyway; held against it
  std::optional<Fraction> share_at_most;  // of those who are assessed, the best first
  int at_most = 0;                        // likewise, a number; 0: all
};

struct Consequence {
  std::string id, title, by;
  std::vector<std::string> told;
  std::vector<std::string> grades;
  int years_running = 1;
  std::optional<Fraction> below;    // in place of grades: a total under this
  std::optional<Condition> counts;  // likewise: so many deeds over the term
  int at_least = 1;
};

struct Ranking {
  bool ties_skip = true;  // 1, 1, 3; else 1, 1, 2
  std::vector<std::string> not_ranked_posts;
  std::vector<std::string> then_by;  // sections that decide between equals
};

struct CountingRules {
  std::vector<Section> sections;
  std::vector<PointsRule> points;
  std::vector<Slot> slots;
  std::vector<Limit> limits;
  Total total;
  std::vector<Quota> quotas;
  std::vector<Gate> gates;
  std::vector<Grade> grades;  // best first
  std::vector<Consequence> consequences;
  Ranking ranking;
  std::vector<SheetForm> sheets;  // that are printed otherwise than anyway (FormOf)
};

}  // namespace studio
