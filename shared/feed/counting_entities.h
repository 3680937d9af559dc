// What the county publishes of members' work (protocol.md, "Counting on the feed"): the rules, what
// each studio as a whole has done, and, sealed to the studio's key, the deeds of its members.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
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
  static constexpr bool kLookedUp = true;
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

using CountingKinds = KindList<DeedKind, ClosedYearKind, CountingTextKind, ProgressKind>;

}  // namespace studio
