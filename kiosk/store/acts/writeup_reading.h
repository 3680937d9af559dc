// What a member wrote with a deed, for whoever has to say a word on it. Store thread; throws
// SQLite::Exception.
#pragma once

#include <optional>

#include "app/manage/year_store.h"
#include "store/rows/tables.h"

namespace studio {

// Nothing where the record is not here, or the key does not open it.
Result<std::optional<Writeup>> WriteupOf(Tables& tables, const BoxKeyPair& studio_key,
                                         const Uuid& record);

}  // namespace studio
