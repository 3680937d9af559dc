// What the county's clerk does about wishes: reads them, hangs them on the wall, and stands in
// where the slip or the member cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"

namespace county {

// Every wish, opened: those that came as records by arrival, then those that were published.
std::string WishesJson(const Ledger& ledger, const CountyKeys& keys);

// text: what hangs on the wall; nullopt: the words as they came (there are none of a wish that was
// only spoken). The id on the wall. kNotFound: no
// record of a wish, or it was withdrawn; kConflict: it hangs there; kInvalid: the text is empty,
// longer than 120 characters, or names who wished.
Result<std::string> HangOnWall(Ledger& ledger, const CountyKeys& keys, const Uuid& record,
                               const std::optional<std::string>& text, std::int64_t now_ms);
// wish: id on the wall. kNotFound; kConflict: not at this step.
Result<void> ConfirmWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                         std::int64_t now_ms);
// Who wished has not got it: it is claimed again, by who had claimed it.
Result<void> ReturnWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                        std::int64_t now_ms);
Result<void> ReopenWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                        std::int64_t now_ms);

}  // namespace county
