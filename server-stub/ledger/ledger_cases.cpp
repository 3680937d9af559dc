#include "server/ledger/ledger_cases.h"

#include <stdexcept>

#include "server/ledger/ledger_query.h"

namespace county {

namespace {

CaseFile ReadCase(const Query& query) {
  CaseFile file;
  file.number = query.Text(0);
  file.record = query.Id(1);
  file.terminal = query.Number(2);
  file.studio = query.Number(3);
  file.wish = query.Int(4) != 0;
  file.category = query.Text(5);
  file.village = query.Text(6);
  file.matter = query.Text(7);
  file.reading_key = studio::BoxPublicKey{query.Array<32>(8)};
  file.received_ms = query.Int(9);
  const auto step = studio::CaseStepFrom(query.Text(10));
  const auto outcome = studio::CaseOutcomeFrom(query.Text(12));
  if (!step || !outcome) throw std::runtime_error("the ledger holds a case of no known step");
  file.step = *step;
  file.step_ms = query.Int(11);
  file.outcome = *outcome;
  if (!query.Null(13)) file.state = query.Blob(13);
  file.withdrawn = query.Int(14) != 0;
  return file;
}

std::vector<CaseFile> ReadCases(Query&& query) {
  std::vector<CaseFile> files;
  while (query.Next()) files.push_back(ReadCase(query));
  return files;
}

std::optional<CaseFile> ReadOne(Query&& query) {
  if (!query.Next()) return std::nullopt;
  return ReadCase(query);
}

}  // namespace

// The columns stand in each statement, because a statement is kept by its text's address.
#define COUNTY_SELECT_CASES                                                                \
  "SELECT number, record, terminal, studio, wish, category, village, matter, reading_key," \
  " received_ms, step, step_ms, outcome, state, withdrawn FROM cases "

void CaseLedger::PutCase(const CaseFile& file) {
  Query(*database_,
        "INSERT INTO cases (number, record, terminal, studio, wish, category, village,"
        " matter, reading_key, received_ms, step, step_ms, outcome, state, withdrawn)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET"
        " record = excluded.record, terminal = excluded.terminal, studio = excluded.studio,"
        " wish = excluded.wish, category = excluded.category, village = excluded.village,"
        " matter = excluded.matter, reading_key = excluded.reading_key,"
        " received_ms = excluded.received_ms, step = excluded.step, step_ms = excluded.step_ms,"
        " outcome = excluded.outcome, state = excluded.state, withdrawn = excluded.withdrawn",
        std::string_view(file.number), file.record, file.terminal, file.studio,
        std::int64_t{file.wish}, std::string_view(file.category), std::string_view(file.village),
        std::string_view(file.matter), file.reading_key.bytes, file.received_ms,
        studio::NameOf(file.step), file.step_ms, studio::NameOf(file.outcome), file.state,
        std::int64_t{file.withdrawn})
      .Run();
}

std::optional<CaseFile> CaseLedger::FindCase(std::string_view number) const {
  return ReadOne(Query(*database_, COUNTY_SELECT_CASES "WHERE number = ?", number));
}

std::optional<CaseFile> CaseLedger::FindCaseOf(const Uuid& record) const {
  return ReadOne(Query(*database_, COUNTY_SELECT_CASES "WHERE record = ?", record));
}

std::vector<CaseFile> CaseLedger::Cases() const {
  return ReadCases(Query(*database_, COUNTY_SELECT_CASES "ORDER BY received_ms, number"));
}

std::vector<CaseFile> CaseLedger::CasesThatJoined(std::string_view matter) const {
  return ReadCases(Query(*database_,
                         COUNTY_SELECT_CASES
                         "WHERE matter = ? AND matter <> '' ORDER BY received_ms, number",
                         matter));
}

std::vector<CaseFile> CaseLedger::ClosedBefore(std::int64_t ms) const {
  return ReadCases(Query(*database_,
                         COUNTY_SELECT_CASES
                         "WHERE step IN ('answered', 'rated', 'confirmed') AND state IS NOT NULL"
                         " AND step_ms < ? ORDER BY received_ms, number",
                         ms));
}

void CaseLedger::AddRating(std::string_view number, const RatingLine& rating) {
  Query(*database_, "INSERT INTO ratings (number, round, record) VALUES (?, ?, ?)", number,
        std::int64_t{rating.round}, rating.record)
      .Run();
}

std::vector<RatingLine> CaseLedger::Ratings(std::string_view number) const {
  std::vector<RatingLine> ratings;
  Query query(*database_, "SELECT round, record FROM ratings WHERE number = ? ORDER BY round",
              number);
  while (query.Next()) {
    ratings.push_back({static_cast<int>(query.Int(0)), query.Id(1)});
  }
  return ratings;
}

void CaseLedger::EraseRatings(std::string_view number) {
  Query(*database_, "DELETE FROM ratings WHERE number = ?", number).Run();
}

void CaseLedger::AddReply(std::string_view number, const Uuid& record) {
  Query(*database_, "INSERT INTO replies (number, record) VALUES (?, ?) ON CONFLICT DO NOTHING",
        number, record)
      .Run();
}

std::vector<Uuid> CaseLedger::Replies(std::string_view number) const {
  std::vector<Uuid> replies;
  Query query(*database_, "SELECT record FROM replies WHERE number = ? ORDER BY record", number);
  while (query.Next()) replies.push_back(query.Id(0));
  return replies;
}

void CaseLedger::EraseReplies(std::string_view number) {
  Query(*database_, "DELETE FROM replies WHERE number = ?", number).Run();
}

void CaseLedger::PutMatter(std::string_view matter, std::string_view lead) {
  // Who leads one leads no other any more.
  Query(*database_, "DELETE FROM matters WHERE lead = ? AND id <> ?", lead, matter).Run();
  Query(*database_,
        "INSERT INTO matters (id, lead) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET lead = excluded.lead",
        matter, lead)
      .Run();
}

void CaseLedger::DeleteMatter(std::string_view matter) {
  Query(*database_, "DELETE FROM matters WHERE id = ?", matter).Run();
}

std::optional<std::string> CaseLedger::LeadOf(std::string_view matter) const {
  Query query(*database_, "SELECT lead FROM matters WHERE id = ?", matter);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

std::optional<std::string> CaseLedger::MatterLedBy(std::string_view number) const {
  Query query(*database_, "SELECT id FROM matters WHERE lead = ?", number);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

}  // namespace county
