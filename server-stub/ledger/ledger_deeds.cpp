#include "server/ledger/ledger_deeds.h"

#include "server/ledger/ledger_query.h"

namespace county {
namespace {

DeedEntry DeedEntryIn(const Query& query) {
  DeedEntry entry;
  entry.entry = query.Count(0);
  entry.deed = query.Text(1);
  entry.at_ms = query.Int(2);
  entry.by_county = query.Int(3) != 0;
  entry.held = query.Int(4) != 0;
  entry.sealed = query.Blob(5);
  return entry;
}

KeptDeed KeptDeedIn(const Query& query) {
  KeptDeed deed;
  deed.deed = query.Text(0);
  deed.feed = query.Id(1);
  deed.year = static_cast<int>(query.Int(2));
  deed.studio = query.Number(3);
  deed.by_county = query.Int(4) != 0;
  deed.told = query.Text(5);
  if (!query.Null(6)) deed.sealed = query.Blob(6);
  return deed;
}

}  // namespace

std::uint64_t DeedLedger::AddDeedEntry(const DeedEntry& entry) {
  Query query(*database_,
              "INSERT INTO deed_entries (deed, at_ms, by_county, held, sealed)"
              " VALUES (?, ?, ?, ?, ?) RETURNING entry",
              entry.deed, entry.at_ms, std::int64_t{entry.by_county}, std::int64_t{entry.held},
              entry.sealed);
  query.Next();
  return query.Count(0);
}

std::vector<DeedEntry> DeedLedger::DeedEntries(std::string_view deed) const {
  std::vector<DeedEntry> entries;
  Query query(*database_,
              "SELECT entry, deed, at_ms, by_county, held, sealed FROM deed_entries"
              " WHERE deed = ? ORDER BY entry",
              deed);
  while (query.Next()) entries.push_back(DeedEntryIn(query));
  return entries;
}

std::vector<DeedEntry> DeedLedger::HeldDeedEntries() const {
  std::vector<DeedEntry> entries;
  Query query(*database_,
              "SELECT entry, deed, at_ms, by_county, held, sealed FROM deed_entries AS held"
              " WHERE held.held = 1 AND NOT EXISTS (SELECT 1 FROM deed_entries AS later"
              " WHERE later.deed = held.deed AND later.entry > held.entry) ORDER BY entry");
  while (query.Next()) entries.push_back(DeedEntryIn(query));
  return entries;
}

void DeedLedger::PutDeed(const KeptDeed& deed) {
  Query(*database_,
        "INSERT INTO deeds (deed, feed, year, studio, by_county, told, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (deed) DO UPDATE SET year = excluded.year,"
        " studio = excluded.studio, by_county = excluded.by_county, sealed = excluded.sealed",
        deed.deed, deed.feed, std::int64_t{deed.year}, deed.studio, std::int64_t{deed.by_county},
        deed.told, deed.sealed)
      .Run();
}

void DeedLedger::TellDeed(std::string_view deed, std::string_view told) {
  Query(*database_, "UPDATE deeds SET told = ? WHERE deed = ?", told, deed).Run();
}

std::optional<KeptDeed> DeedLedger::FindDeed(std::string_view deed) const {
  Query query(*database_,
              "SELECT deed, feed, year, studio, by_county, told, sealed FROM deeds WHERE deed = ?",
              deed);
  if (!query.Next()) return std::nullopt;
  return KeptDeedIn(query);
}

std::vector<KeptDeed> DeedLedger::Deeds(int first, StudioId studio) const {
  std::vector<KeptDeed> deeds;
  Query query(*database_,
              "SELECT deed, feed, year, studio, by_county, told, sealed FROM deeds"
              " WHERE year >= ?1 AND (?2 = 0 OR studio = ?2) ORDER BY deed",
              std::int64_t{first}, studio);
  while (query.Next()) deeds.push_back(KeptDeedIn(query));
  return deeds;
}

std::vector<std::string> DeedLedger::DeedsUnder(std::string_view prefix) const {
  std::vector<std::string> deeds;
  Query query(*database_,
              "SELECT deed FROM deeds WHERE deed >= ? AND deed < ? AND sealed IS NOT NULL"
              " ORDER BY deed",
              prefix, std::string(prefix) + "\xF4\x8F\xBF\xBF");
  while (query.Next()) deeds.push_back(query.Text(0));
  return deeds;
}

void DeedLedger::AddAlike(std::string_view mark, std::string_view deed) {
  Query(*database_, "INSERT INTO alike (mark, deed) VALUES (?, ?) ON CONFLICT DO NOTHING", mark,
        deed)
      .Run();
}

std::vector<std::string> DeedLedger::Alike(std::string_view mark) const {
  std::vector<std::string> deeds;
  Query query(*database_, "SELECT deed FROM alike WHERE mark = ? ORDER BY deed", mark);
  while (query.Next()) deeds.push_back(query.Text(0));
  return deeds;
}

void DeedLedger::PutClosedYear(const KeptYear& year) {
  Query(*database_,
        "INSERT INTO closed_years (year, sealed) VALUES (?, ?)"
        " ON CONFLICT (year) DO UPDATE SET sealed = excluded.sealed",
        std::int64_t{year.year}, year.sealed)
      .Run();
}

void DeedLedger::DeleteClosedYear(int year) {
  Query(*database_, "DELETE FROM closed_years WHERE year = ?", std::int64_t{year}).Run();
}

std::vector<KeptYear> DeedLedger::ClosedYears() const {
  std::vector<KeptYear> years;
  Query query(*database_, "SELECT year, sealed FROM closed_years ORDER BY year");
  while (query.Next()) years.push_back({static_cast<int>(query.Int(0)), query.Blob(1)});
  return years;
}

bool DeedLedger::IsClosed(int year) const {
  return Query(*database_, "SELECT 1 FROM closed_years WHERE year = ?", std::int64_t{year}).Next();
}

}  // namespace county
