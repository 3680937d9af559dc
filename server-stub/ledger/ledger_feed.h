// What terminals are told. A cursor is the version of the newest change it covers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"
#include "shared/feed/feed.h"

namespace county {

struct PublishedEntity {
  std::string id;
  std::string body;
};

struct FeedSlice {
  std::vector<studio::FeedChange> changes;
  std::uint64_t to = 0;
  bool more = false;
};

// Of bodies in one page: pictures travel there too, and a village line should not carry many
// megabytes before anything of them counts.
inline constexpr std::size_t kMaxPageBytes = 2 * 1024 * 1024;

class FeedLedger : LedgerPart {
 public:
  explicit FeedLedger(LedgerDatabase& database) : LedgerPart(database) {}

  Uuid Generation() const;
  std::uint64_t FeedVersion() const;
  // Cursors below belong to a feed from before a restore.
  std::uint64_t FeedFloor() const;
  // audience: the one studio it is for, 0 for all.
  void PutEntity(std::string_view kind, std::string_view id, std::string_view body,
                 StudioId audience);
  void DeleteEntity(std::string_view kind, std::string_view id);
  // At most `limit` changes and kMaxPageBytes of bodies, though one at least.
  FeedSlice ChangesAfter(std::uint64_t version, StudioId studio, std::size_t limit) const;
  bool ChangedAfter(std::uint64_t version, StudioId studio) const;  // whether there are any
  std::optional<std::string> EntityBody(std::string_view kind, std::string_view id) const;
  std::vector<std::string> EntityBodies(std::string_view kind) const;
  std::vector<PublishedEntity> Entities(std::string_view kind) const;
  // Those whose ids begin so.
  std::vector<PublishedEntity> EntitiesUnder(std::string_view kind, std::string_view prefix) const;
  // What was put or deleted after that version, for whomever: kind and id, in order. The county's
  // books follow one another by it.
  std::vector<std::pair<std::string, std::string>> NamesAfter(std::uint64_t version) const;
  // Up to where the deeds have followed the feed.
  std::uint64_t DeedsFollowed() const;
  void SetDeedsFollowed(std::uint64_t version);
  // The first day (since 1970) that was not over when deeds were last made of days that were.
  std::int64_t DeedsEnded() const;
  void SetDeedsEnded(std::int64_t day);
  // Of its newest change; 0: there is none, or it was deleted.
  std::uint64_t EntityVersion(std::string_view kind, std::string_view id) const;
  // Notes that this day (since 1970) has begun; false where it was known.
  bool BeginDay(std::int64_t day);

 private:
  std::uint64_t NextFeedVersion();
};

}  // namespace county
