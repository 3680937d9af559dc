// A ledger's rows in another ledger, whatever engine lies beneath either, and digests that say
// whether they are the same.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "server/ledger/ledger_database.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace county {

// The first columns, as many as `keys`, tell its rows apart.
struct LedgerTable {
  struct Column {
    std::string name;
    LedgerValue::Type type;
  };
  std::string name;
  std::size_t keys;
  std::vector<Column> columns;
};
// All there are, but for numbers that only the engine uses.
const std::vector<LedgerTable>& LedgerTables();

// Within transactions of the caller. The tables of `to` are there and empty.
void CopyTables(LedgerDatabase& from, LedgerDatabase& to);

struct LedgerDigest {
  using Stream = std::pair<studio::TerminalNumber, studio::Uuid>;
  std::map<Stream, studio::Digest> streams;      // records, places and what they add up to
  std::map<std::string, studio::Digest> tables;  // every row of each
  bool operator==(const LedgerDigest&) const = default;
};
// Within a transaction of the caller.
LedgerDigest DigestOf(LedgerDatabase& database);

// As every engine keeps it: what is no UTF-8, and a zero character, is U+FFFD.
std::string PortableText(std::string_view text);

}  // namespace county
