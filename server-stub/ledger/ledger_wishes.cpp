#include "server/ledger/ledger_wishes.h"

#include "server/ledger/ledger_query.h"

namespace county {

void WishLedger::AddWish(const Uuid& record) {
  Query(*database_, "INSERT INTO wishes (record) VALUES (?) ON CONFLICT DO NOTHING", record).Run();
}

void WishLedger::HangWish(const Uuid& record, std::string_view wish) {
  Query(*database_,
        "INSERT INTO wishes (record, wish) VALUES (?, ?)"
        " ON CONFLICT (record) DO UPDATE SET wish = excluded.wish",
        record, wish)
      .Run();
}

void WishLedger::DeleteWish(const Uuid& record) {
  Query(*database_, "DELETE FROM wishes WHERE record = ?", record).Run();
}

std::optional<std::string> WishLedger::WishOfRecord(const Uuid& record) const {
  Query query(*database_, "SELECT wish FROM wishes WHERE record = ? AND wish IS NOT NULL", record);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

std::optional<Uuid> WishLedger::RecordOfWish(std::string_view wish) const {
  Query query(*database_, "SELECT record FROM wishes WHERE wish = ?", wish);
  if (!query.Next()) return std::nullopt;
  return query.Id(0);
}

std::vector<KeptWish> WishLedger::Wishes() const {
  std::vector<KeptWish> wishes;
  Query query(*database_,
              "SELECT wishes.record, wish FROM wishes JOIN records ON records.id = wishes.record"
              " ORDER BY serial");
  while (query.Next()) {
    KeptWish& kept = wishes.emplace_back(KeptWish{query.Id(0), std::nullopt});
    if (!query.Null(1)) kept.wish = query.Text(1);
  }
  return wishes;
}

}  // namespace county
