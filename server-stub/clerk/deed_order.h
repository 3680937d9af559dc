// A deed as somebody types it at the county's desk.
#pragma once

#include "server/clerk/deeds.h"

namespace county {

// `deed` with what the order says in the place of what was. kInvalid: a Chinese sentence that names
// the option.
Result<studio::Deed> Ordered(studio::Deed deed, const DeedOrder& order);

}  // namespace county
