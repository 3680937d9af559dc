// What the county's clerk does about requests: sees what is open, moves one on, replies, makes a
// matter of one that others may have met too.
#pragma once

#include <cstdint>
#include <string>

#include "server/books/case_book.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/request_body.h"

namespace county {

struct RequestFilter {
  StudioId studio = 0;  // 0: every one
  bool open = false;    // only those about which something is still to be done
};

// Every request with a receipt as JSON, by arrival, opened; words are null where they were
// withdrawn or kept long enough.
std::string RequestsJson(const Ledger& ledger, const CountyKeys& keys, const RequestFilter& filter);

// The newest words of a request, and of a rating; nullopt: withdrawn or kept long enough.
std::optional<studio::RequestBody> RequestOf(const Ledger& ledger, const CountyKeys& keys,
                                             const Uuid& record);
std::optional<studio::RatingBody> RatingOf(const Ledger& ledger, const CountyKeys& keys,
                                           const Uuid& record);

// `named`: a receipt number as people write it, or a record's id. kNotFound.
Result<CaseFile> FindNamedCase(const Ledger& ledger, const std::string& named);

// A record from before there were cases becomes one when it is named by its id.
//
// All or nothing; what fails is told in an English sentence, as by CaseBook and MatterBook.
Result<void> MoveCase(Ledger& ledger, const CountyKeys& keys, const std::string& named,
                      const CaseMove& move, std::int64_t now_ms);
// The matter's id.
Result<std::string> OpenMatter(Ledger& ledger, const std::string& named, const std::string& summary,
                               std::int64_t now_ms);
// Whoever filed it rang up: nothing of it stays, as where it is withdrawn at the terminal.
// kConflict: it was withdrawn before.
Result<void> WithdrawCase(Ledger& ledger, const CountyKeys& keys, const std::string& named,
                          std::int64_t now_ms);
Result<void> CloseMatter(Ledger& ledger, const std::string& named, std::int64_t now_ms);

}  // namespace county
