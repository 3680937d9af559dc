#include "server/ledger/ledger_feed.h"

#include "server/ledger/ledger_query.h"
#include "shared/base/clean_text.h"

namespace county {

Uuid FeedLedger::Generation() const { return IdIn(*database_, "generation"); }

std::uint64_t FeedLedger::FeedVersion() const {
  return static_cast<std::uint64_t>(Number("feed_version"));
}

std::uint64_t FeedLedger::FeedFloor() const {
  return static_cast<std::uint64_t>(Number("feed_floor"));
}

std::uint64_t FeedLedger::NextFeedVersion() {
  const std::uint64_t version = NextNumber("feed_version");
  database_->Announce();
  return version;
}

void FeedLedger::PutEntity(std::string_view kind, std::string_view id, std::string_view body,
                           StudioId audience) {
  // What moves from one studio to another is told to all, or the first would never hear of it.
  Query(*database_,
        "INSERT INTO entities (kind, id, version, audience, body) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, deleted = 0,"
        " body = excluded.body, audience = CASE WHEN entities.audience = excluded.audience"
        " THEN entities.audience ELSE 0 END",
        kind, id, NextFeedVersion(), audience, studio::ReadableJson(body))
      .Run();
}

void FeedLedger::DeleteEntity(std::string_view kind, std::string_view id) {
  Query(*database_,
        "UPDATE entities SET version = ?, deleted = 1, body = '' WHERE kind = ? AND id = ?"
        " AND deleted = 0",
        NextFeedVersion(), kind, id)
      .Run();
}

FeedSlice FeedLedger::ChangesAfter(std::uint64_t version, StudioId studio,
                                   std::size_t limit) const {
  FeedSlice slice;
  slice.to = FeedVersion();  // first: what is written after this is told again, not left out
  // From the beginning there is nothing yet that a deletion could be news to.
  Query query(*database_,
              "SELECT kind, id, version, deleted, body FROM entities WHERE version > ?1"
              " AND audience IN (0, ?2) AND (deleted = 0 OR ?1 > 0) ORDER BY version LIMIT ?3",
              version, studio, static_cast<std::uint64_t>(limit + 1));
  std::size_t bytes = 0;
  while (query.Next()) {
    std::string body = query.Text(4);
    bytes += body.size();
    if (slice.changes.size() == limit || (bytes > kMaxPageBytes && !slice.changes.empty())) {
      slice.more = true;
      slice.to = slice.changes.back().version;
      break;
    }
    slice.changes.push_back(
        {query.Text(0), query.Text(1), query.Count(2), query.Int(3) != 0, std::move(body)});
  }
  return slice;
}

bool FeedLedger::ChangedAfter(std::uint64_t version, StudioId studio) const {
  Query query(*database_, "SELECT 1 FROM entities WHERE version > ? AND audience IN (0, ?) LIMIT 1",
              version, studio);
  return query.Next();
}

std::optional<std::string> FeedLedger::EntityBody(std::string_view kind,
                                                  std::string_view id) const {
  Query query(*database_, "SELECT body FROM entities WHERE kind = ? AND id = ? AND deleted = 0",
              kind, id);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

std::vector<std::string> FeedLedger::EntityBodies(std::string_view kind) const {
  std::vector<std::string> bodies;
  Query query(*database_,
              "SELECT body FROM entities WHERE kind = ? AND deleted = 0 ORDER BY version", kind);
  while (query.Next()) bodies.push_back(query.Text(0));
  return bodies;
}

std::vector<PublishedEntity> FeedLedger::Entities(std::string_view kind) const {
  std::vector<PublishedEntity> entities;
  Query query(*database_,
              "SELECT id, body FROM entities WHERE kind = ? AND deleted = 0 ORDER BY version",
              kind);
  while (query.Next()) entities.push_back({query.Text(0), query.Text(1)});
  return entities;
}

std::vector<PublishedEntity> FeedLedger::EntitiesUnder(std::string_view kind,
                                                       std::string_view prefix) const {
  std::vector<PublishedEntity> entities;
  Query query(*database_,
              "SELECT id, body FROM entities WHERE kind = ? AND id >= ? AND id < ? AND deleted = 0"
              " ORDER BY id",
              kind, prefix, std::string(prefix) + "\xF4\x8F\xBF\xBF");
  while (query.Next()) entities.push_back({query.Text(0), query.Text(1)});
  return entities;
}

std::vector<std::pair<std::string, std::string>> FeedLedger::NamesAfter(
    std::uint64_t version) const {
  std::vector<std::pair<std::string, std::string>> names;
  Query query(*database_, "SELECT kind, id FROM entities WHERE version > ? ORDER BY version",
              version);
  while (query.Next()) names.emplace_back(query.Text(0), query.Text(1));
  return names;
}

std::uint64_t FeedLedger::DeedsFollowed() const {
  return static_cast<std::uint64_t>(Number("deeds_followed"));
}

void FeedLedger::SetDeedsFollowed(std::uint64_t version) {
  SetNumber("deeds_followed", static_cast<std::int64_t>(version));
}

std::int64_t FeedLedger::DeedsEnded() const { return Number("deeds_ended"); }

void FeedLedger::SetDeedsEnded(std::int64_t day) { SetNumber("deeds_ended", day); }

std::uint64_t FeedLedger::EntityVersion(std::string_view kind, std::string_view id) const {
  Query query(*database_, "SELECT version FROM entities WHERE kind = ? AND id = ? AND deleted = 0",
              kind, id);
  return query.Next() ? query.Count(0) : 0;
}

bool FeedLedger::BeginDay(std::int64_t day) {
  if (Number("day") >= day) return false;
  SetNumber("day", day);
  return true;
}

}  // namespace county
