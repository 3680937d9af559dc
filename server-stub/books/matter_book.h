// What several people may have met: a nameless summary on the feed, led by the case it was made of.
// Whoever says "me too" adds a voice and follows that case.
#pragma once

#include <cstdint>
#include <string>

#include "server/ledger/ledger.h"
#include "shared/feed/public_entities.h"

namespace county {

class MatterBook {
 public:
  MatterBook(Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {}

  // All of these inside the ledger's transaction.
  //
  // Published with that case as its lead; one that it leads already is told anew, and is open. Its
  // id. kConflict: the case joined another, is a wish, or was withdrawn. kInvalid: no summary.
  studio::Result<std::string> Open(const CaseFile& lead, const std::string& summary);
  // kNotFound: the case leads none.
  studio::Result<void> Close(const CaseFile& lead);

  // One that was published by hand has no lead, and may be joined too.
  bool IsOpen(const std::string& matter) const;
  // One voice more (1), or one less (-1).
  void Count(const std::string& matter, int change);
  // The lead was withdrawn: the first of those who joined leads. Where nobody did, the matter goes
  // too.
  void LoseLead(const CaseFile& lead);

 private:
  std::optional<studio::Matter> Find(const std::string& matter) const;
  void Put(const studio::Matter& matter);

  Ledger& ledger_;
  std::int64_t now_ms_;
};

}  // namespace county
