// Deeds: everything that was ever said of one, in order, and how each stands now. What is said is
// sealed by the book (books/deed_book.h) and unread here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"

namespace county {

struct DeedEntry {
  std::uint64_t entry = 0;
  std::string deed;  // its id
  std::int64_t at_ms = 0;
  bool by_county = false;  // else put together of what terminals sent
  bool held = false;       // its year was closed: it changed nothing
  Bytes sealed;
};

struct KeptDeed {
  std::string deed;
  Uuid feed;  // what the feed calls it
  int year = 0;
  StudioId studio = 0;            // where it was done
  bool by_county = false;         // the county has spoken: terminals' word changes it no more
  std::string told{};             // which studios have it how: a JSON object of the book's
  std::optional<Bytes> sealed{};  // absent: taken back
};

struct KeptYear {
  int year = 0;
  Bytes sealed;
};

class DeedLedger : LedgerPart {
 public:
  explicit DeedLedger(LedgerDatabase& database) : LedgerPart(database) {}

  std::uint64_t AddDeedEntry(const DeedEntry& entry);
  std::vector<DeedEntry> DeedEntries(std::string_view deed) const;  // in order
  std::vector<DeedEntry> HeldDeedEntries() const;
  void PutDeed(const KeptDeed& deed);
  void TellDeed(std::string_view deed, std::string_view told);
  std::optional<KeptDeed> FindDeed(std::string_view deed) const;
  // By id; first: years before it are left out. studio: of that one's own deeds; 0: all.
  std::vector<KeptDeed> Deeds(int first = 0, StudioId studio = 0) const;
  // Ids that begin so, of deeds that are not taken back.
  std::vector<std::string> DeedsUnder(std::string_view prefix) const;
  void AddAlike(std::string_view mark, std::string_view deed);
  std::vector<std::string> Alike(std::string_view mark) const;  // ids of deeds, in order
  void PutClosedYear(const KeptYear& year);
  void DeleteClosedYear(int year);
  std::vector<KeptYear> ClosedYears() const;
  bool IsClosed(int year) const;
};

}  // namespace county
