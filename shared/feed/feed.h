// What comes down: GET /v1/changes?after=CURSOR answers one page in an envelope (kFeedContext).
// A page is applied in one transaction or not at all. Unknown kinds and fields are kept or
// passed over, never an error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

struct FeedChange {
  std::string kind;  // "county", "studio", "category", … (shared/feed/entities.h)
  std::string id;
  std::uint64_t version = 0;
  bool deleted = false;
  std::string body;  // JSON object; empty where deleted
};

struct FeedPage {
  StudioId studio = 0;  // the audience
  Uuid generation;      // a new one: everything is rebuilt from the empty cursor
  std::string from;     // cursor this page continues from; empty is the beginning
  std::string to;       // cursor after it
  bool more = false;    // another page is waiting
  std::int64_t county_time_ms = 0;
  std::vector<FeedChange> changes;
};

inline constexpr std::size_t kMaxPageChanges = 500;

std::string ToJson(const FeedPage& page);
Result<FeedPage> FeedPageFromJson(std::string_view json);

}  // namespace studio
