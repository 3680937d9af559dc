// Puts and deletes what terminals are shown, from JSON:
//   {"changes": [{"kind": …, "id": …, "body": {…}}, {"kind": …, "id": …, "deleted": true}]}
// What belongs to one studio alone (shared/feed/kinds.h) and names it as "studio" goes there; the
// rest to all, shifts too: a month's rotation counts what members do at any studio.
#pragma once

#include <string>
#include <string_view>

#include "server/ledger/ledger.h"

namespace county {

// All or nothing, in one transaction. The number of changes; kMalformed. A topic's counts are not
// taken from here once somebody has spoken on it.
studio::Result<std::size_t> Publish(Ledger& ledger, std::string_view changes_json);
// A JPEG for members, notices, topics and honours to name; its id. It is published upright and
// without metadata (clean_picture.h), here and by Publish. The same file has the same id. kInvalid:
// no JPEG, or larger than a terminal takes.
studio::Result<std::string> PublishPicture(Ledger& ledger, ByteView jpeg);
// Tells terminals where phones find the pages of topics, where they have been told otherwise.
// kInvalid: not https://HOST or https://HOST:PORT.
studio::Result<void> PublishPhonePages(Ledger& ledger, std::string_view address);

}  // namespace county
