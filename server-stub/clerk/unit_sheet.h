// What the county hands to the unit that is to handle a request: the words always, a name only
// where its sender left it for the unit, by the list of who reads what (shared/bodies/readers.h).
#pragma once

#include <string>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/request_body.h"

namespace county {

// As JSON; without `name`, `phone`, `name_ink` and `representatives` where the unit is not to have
// them. kNotFound also where it was withdrawn or kept long enough.
Result<std::string> UnitSheetJson(const Ledger& ledger, const CountyKeys& keys,
                                  const std::string& named);

}  // namespace county
