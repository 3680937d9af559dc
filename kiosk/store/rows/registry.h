// What the county published down the feed, by kind and id, and the snapshot made of it. A new
// generation is built beside the one in use and swapped in whole. Store thread; throws
// SQLite::Exception.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/station/station.h"
#include "shared/bodies/case_answer.h"
#include "shared/feed/feed.h"
#include "store/base/connection.h"
#include "store/base/link_store.h"

namespace studio {

class Registry {
 public:
  Registry(Connection& connection, StudioId studio) : connection_(connection), studio_(studio) {}

  // Where the next page has to continue: of the generation being built, where one is.
  FeedPosition Position();
  // Within the caller's transaction. True where a station built now is another; statuses and
  // pictures are in none. kNotForUs: another studio's page. kConflict: it does not continue from
  // Position(), or begins a generation that is older than what is in use.
  Result<bool> Apply(const FeedPage& page);
  // By the county's calendar of `now_ms`; shifts from the day before on are in it. What does not
  // parse is passed over.
  Station Build(std::int64_t now_ms);
  // County time up to which what is in use is known to be the newest; 0: nothing yet.
  std::int64_t AsOfMs();
  // The county said, signed, that its newest cursor is this one: known as of then. True where that
  // was written down, which is once an hour: a start forgets no more than that.
  bool NoteCurrent(const std::string& newest_cursor, std::int64_t county_ms);
  // The next page continues from the beginning; what is in use stays meanwhile.
  void ReadAnew();
  // Whether what is in use ends at that cursor, and nothing newer is being built.
  bool IsAt(const std::string& cursor);

  // One of its kind, at the same cost however many there are. nullopt also where it does not parse.
  std::optional<CaseStatus> StatusOf(const std::string& number);
  std::optional<Wish> WishOf(const std::string& id);
  Result<Bytes> Picture(const std::string& id);  // kNotFound

 private:
  struct Feed {
    Uuid generation;
    std::string cursor;
    bool building = false;
    Uuid next_generation;
    std::string next_cursor;
  };
  Feed Read();
  std::optional<std::string> Body(std::string_view kind, const std::string& id);
  void Write(const FeedPage& page);
  void Drop(const Uuid& generation);

  // Made of its patterns once, not with every page of news.
  const SafetyReading& SafetyOf(std::string body);

  Connection& connection_;
  StudioId studio_;
  SafetyReading safety_;
  std::int64_t current_ms_ = 0;  // as of the newest word that nothing newer came
};

// The statements whose cost must not grow with statuses, for the test of their query plans.
std::vector<std::string> HotStationStatements();

}  // namespace studio
