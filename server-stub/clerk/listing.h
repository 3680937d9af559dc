// What the county's clerk reads: the ledger opened, and the streams with what they prove. JSON
// arrays, UTF-8, an item a line, for `county-stub ledger` and `county-stub streams`.
#pragma once

#include <string>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"

namespace county {

// By arrival. body is null where the record was withdrawn and, with "blind", of what is said of a
// proposal before both sides are in; and a text where it is no JSON or nested
// too deep to be read. Of each attachment: digest in hex,
// whether it arrived whole, and type and bytes (null where the body does not tell). Of a check_in,
// handover or roster_change also its main fields, and `outcome`: "proven" or "unproven: why" of a
// check-in's badge; "applied", "superseded: version" or "superseded: unfit" of a change; "unread:
// why" where the words are not what they should be; null where there is nothing to tell. made_at is
// what the stream's evidence makes of it (books/record_times.h); where made_at_sure is false, a
// guess. A check-in of an unsure clock says in `outcome` what became of that.
enum class Which { kAll, kUnsure };  // kUnsure: of which nobody is sure when they were made
std::string LedgerJson(const Ledger& ledger, const CountyKeys& keys, Which which = Which::kAll);
std::string StreamsJson(const Ledger& ledger);

}  // namespace county
