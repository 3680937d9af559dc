// Puts and deletes what terminals are shown, from JSON:
//   {"changes": [{"kind": …, "id": …, "body": {…}}, {"kind": …, "id": …, "deleted": true}]}
// A "key_wrap" goes to its "studio" alone; the rest to all, shifts too: a month's rotation counts
// what members do at any studio.
#pragma once

#include <string_view>

#include "server/ledger.h"

namespace county {

// All or nothing, in one transaction. The number of changes; kMalformed.
studio::Result<std::size_t> Publish(Ledger& ledger, std::string_view changes_json);

}  // namespace county
