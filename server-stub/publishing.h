// Puts and deletes what terminals are shown, from JSON:
//   {"changes": [{"kind": …, "id": …, "body": {…}}, {"kind": …, "id": …, "deleted": true}]}
// A body with a "studio" number of kind "shift" goes to that studio alone.
#pragma once

#include <string_view>

#include "server/ledger.h"

namespace county {

// All or nothing, in one transaction. The number of changes; kMalformed.
studio::Result<std::size_t> Publish(Ledger& ledger, std::string_view changes_json);

}  // namespace county
