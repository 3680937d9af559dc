// Cases by receipt number, their ratings, and which of them lead a matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/case_file.h"
#include "server/ledger/ledger_part.h"

namespace county {

class CaseLedger : LedgerPart {
 public:
  explicit CaseLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void PutCase(const CaseFile& file);  // in the place of the one with its number
  std::optional<CaseFile> FindCase(std::string_view number) const;
  std::optional<CaseFile> FindCaseOf(const Uuid& record) const;
  std::vector<CaseFile> Cases() const;                                   // by arrival
  std::vector<CaseFile> CasesThatJoined(std::string_view matter) const;  // likewise
  // Answered or confirmed, and nothing has happened since `ms`; those that hold something.
  std::vector<CaseFile> ClosedBefore(std::int64_t ms) const;
  void AddRating(std::string_view number, const RatingLine& rating);
  std::vector<RatingLine> Ratings(std::string_view number) const;  // by round
  void EraseRatings(std::string_view number);
  // Records of what members answered.
  void AddReply(std::string_view number, const Uuid& record);
  std::vector<Uuid> Replies(std::string_view number) const;
  void EraseReplies(std::string_view number);
  // The number of the case that leads a matter; each leads one at most.
  void PutMatter(std::string_view matter, std::string_view lead);
  void DeleteMatter(std::string_view matter);
  std::optional<std::string> LeadOf(std::string_view matter) const;
  std::optional<std::string> MatterLedBy(std::string_view number) const;
};

}  // namespace county
