// What every part of the ledger stands on: the one connection, whose owner outlives it. Parts are
// light; one may be made wherever a connection is. Functions throw as ledger.h says.
#pragma once

#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace county {

using studio::Bytes;
using studio::ByteView;
using studio::Digest;
using studio::StudioId;
using studio::TerminalNumber;
using studio::Uuid;

class LedgerDatabase;

class LedgerPart {
 protected:
  explicit LedgerPart(LedgerDatabase& database) : database_(&database) {}

  // What there is one of, by name; 0 where it was never set.
  std::int64_t Number(const char* name) const;
  void SetNumber(const char* name, std::int64_t value);
  std::uint64_t NextNumber(const char* name);

  LedgerDatabase* database_;
};

}  // namespace county
