// What the county publishes of members' work (protocol.md, "Counting on the feed"): the rules, what
// each studio as a whole has done, and, sealed to the studio's key, the deeds of its members.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/feed/entities.h"
#include "shared/feed/feed_kind.h"

namespace studio {

// Of kinds "deed" and "closed_year": nothing of it can be read without the studio's key
// (shared/mechanism/sealed_deed.h).
struct SealedForStudio {
  std::string id;
  StudioId studio = 0;
  Bytes sealed;  // base64url in JSON
};
Result<SealedForStudio> SealedForStudioFromJson(std::string_view json, std::string_view id);
std::string ToJson(const SealedForStudio& sealed);

// id = STUDIO/a number that means nothing
struct DeedKind : FeedKind<SealedForStudio> {
  static constexpr std::string_view kName = "deed";
  static constexpr bool kLookedUp = true;
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &SealedForStudioFromJson;
};

// id = STUDIO/YEAR: the grades that the studio's members had when the year was closed
struct ClosedYearKind : FeedKind<SealedForStudio> {
  static constexpr std::string_view kName = "closed_year";
  static constexpr bool kLookedUp = true;
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &SealedForStudioFromJson;
};

// id = STUDIO/a number that means nothing: a proposal of the studio's members
// (shared/bodies/proposal_bodies.h), sealed likewise
struct ProposalKind : FeedKind<SealedForStudio> {
  static constexpr std::string_view kName = "proposal";
  static constexpr bool kLookedUp = true;
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &SealedForStudioFromJson;
};

// Of whom a closed year was reckoned, and by what: members and studios as they were then, whoever
// has come, gone or got another post since. As much in the clear as "member" is.
struct ClosedRoll {
  int year = 0;
  std::string mechanism;  // its name
  std::string term_from, term_to;
  std::vector<Member> members;  // by id; without photo and intro
  std::vector<Studio> studios;  // by number; id, name, township, platform
};
Result<ClosedRoll> ClosedRollFromJson(std::string_view json);
std::string ToJson(const ClosedRoll& roll);

// id = the year
struct ClosedRollKind : FeedKind<ClosedRoll> {
  static constexpr std::string_view kName = "closed_roll";
  static constexpr bool kLookedUp = true;
  static constexpr auto kParse = &ClosedRollFromJson;
};

// kind "deed_years", id kName: the years of which studios have been told all that counts in them,
// so that a terminal can reckon these and no others.
struct DeedYears {
  int first = 0, last = 0;
  bool Has(int year) const { return year >= first && year <= last; }
};
Result<DeedYears> DeedYearsFromJson(std::string_view json);
std::string ToJson(const DeedYears& years);
struct DeedYearsKind : FeedKind<DeedYears> {
  static constexpr std::string_view kName = "deed_years";
  static constexpr bool kLookedUp = true;
  static constexpr auto kParse = &DeedYearsFromJson;
};

// kind "counting", id = the mechanism's name, or kClosedRules + year: what that year was closed by.
// The body is what shared/mechanism/rules_json.h reads.
struct CountingText {
  std::string id;
  std::string json;
};
inline constexpr std::string_view kClosedRules = "closed/";
Result<CountingText> CountingTextFromJson(std::string_view json, std::string_view id);
struct CountingTextKind : FeedKind<CountingText> {
  static constexpr std::string_view kName = "counting";
  static constexpr auto kParse = &CountingTextFromJson;
};

// What a studio owes and has done in the stretch that runs now.
struct StudioQuota {
  std::string id;     // the rule's
  std::string title;  // "一季一协商"
  std::string per;    // "month", "quarter", "half_year", "year", "term"
  std::string done, owed;
  std::string from, to;  // first and last day
};

// A studio's own closing of a year (封账): that its people have looked it through and stand by it.
// Grades are the county's, by its own closing (ClosedYear).
struct StudioYear {
  StudioId studio = 0;
  int year = 0;
  bool closed = false;
  std::string by;        // id of the manager who said so
  std::string on;        // the day
  std::string why{};     // where it was opened again
  std::string digest{};  // of what was closed (shared/mechanism/assessment_digest.h), hex
  bool operator==(const StudioYear&) const = default;
};
Result<StudioYear> StudioYearFromJson(std::string_view json);
std::string ToJson(const StudioYear& year);

// id = STUDIO/YEAR
struct StudioYearKind : FeedKind<StudioYear> {
  static constexpr std::string_view kName = "studio_year";
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &StudioYearFromJson;
  struct Shown {
    std::vector<StudioYear> studio_years;  // its own, the newest first
  };
  static constexpr auto kShown = &Shown::studio_years;
  static bool Shows(const StudioYear& year, const ShownAt& at) { return year.studio == at.studio; }
  static void Order(std::vector<StudioYear>& years, const ShownAt&) {
    std::sort(years.begin(), years.end(),
              [](const auto& a, const auto& b) { return a.year > b.year; });
  }
};

// kind "progress", id = the studio's number; nothing of it is about a person
struct Progress {
  StudioId studio = 0;
  int year = 0;
  std::vector<StudioQuota> quotas;
};
Result<Progress> ProgressFromJson(std::string_view json);
std::string ToJson(const Progress& progress);
struct ProgressKind : FeedKind<Progress> {
  static constexpr std::string_view kName = "progress";
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &ProgressFromJson;
  struct Shown {
    Progress progress;  // its own
  };
  static constexpr auto kShown = &Shown::progress;
  static bool Shows(const Progress& progress, const ShownAt& at) {
    return progress.studio == at.studio;
  }
};

// kind "child_progress", id = STATION/STUDIO: what a workroom owes and has done, told to the area
// station that it belongs to
struct ChildProgress {
  std::string name;  // the workroom's
  Progress progress;
};
Result<ChildProgress> ChildProgressFromJson(std::string_view json);
std::string ToJson(const ChildProgress& child);
struct ChildProgressKind : FeedKind<ChildProgress> {
  static constexpr std::string_view kName = "child_progress";
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &ChildProgressFromJson;
  struct Shown {
    std::vector<ChildProgress> children;  // by number
  };
  static constexpr auto kShown = &Shown::children;
  static void Order(std::vector<ChildProgress>& list, const ShownAt&) {
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.progress.studio < b.progress.studio; });
  }
};

// kind "county_progress", id kName: the same of the county's body as a whole (14527), for everybody
struct CountyProgress {
  int year = 0;
  std::vector<StudioQuota> quotas;
  // Townships with a studio and no platform, where the rules ask for platforms.
  std::vector<std::string> without_platform{};
  int studios = 0;  // that there are, where the mechanism says how many there are to be
};
Result<CountyProgress> CountyProgressFromJson(std::string_view json);
std::string ToJson(const CountyProgress& progress);
struct CountyProgressKind : FeedKind<CountyProgress> {
  static constexpr std::string_view kName = "county_progress";
  static constexpr auto kParse = &CountyProgressFromJson;
  struct Shown {
    CountyProgress county_progress;
  };
  static constexpr auto kShown = &Shown::county_progress;
};

using CountingKinds =
    KindList<DeedKind, ClosedYearKind, ProposalKind, ClosedRollKind, DeedYearsKind,
             CountingTextKind, StudioYearKind, ProgressKind, ChildProgressKind, CountyProgressKind>;

}  // namespace studio
