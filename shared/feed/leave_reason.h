// Why somebody asked for leave: for their own studio alone, whose key opens it. Layout:
// shared/record/sealed_text.h under "MSW1", the name being "SHIFT/MEMBER".
#pragma once

#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/feed/entities.h"

namespace studio {

// kInvalid: too large, or no key.
Result<Bytes> SealReason(std::string_view shift, std::string_view member, std::string_view reason,
                         const BoxPublicKey& studio);
// Into `reason` of each change that has one for this key; the others stay as they are.
void OpenReasons(Shift& shift, const BoxKeyPair& studio);

}  // namespace studio
