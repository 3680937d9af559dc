// Why something is set aside, by the id of the record or the digest of the attachment; the English
// stands in its own row. Store thread; throws SQLite::Exception.
#pragma once

#include <string_view>

#include "shared/record/refusal.h"
#include "store/base/connection.h"

namespace studio {

// Within the caller's transaction.
void KeepRefusal(Connection& connection, ByteView of, Refusal refusal);
void ForgetRefusal(Connection& connection, ByteView of);
void ForgetRefusals(Connection& connection);
// Of what was set aside before codes were kept, or salvaged: by its English.
Refusal RefusalOf(Connection& connection, ByteView of, std::string_view reason);

}  // namespace studio
