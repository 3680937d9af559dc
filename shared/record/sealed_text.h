// A text of the county's for one reader, bound to the name of what it is about. Padded inside the
// seal, so that its length tells little:
//   magic 4 | crypto_box_seal of: name length u16 | name | length u32 | text | zeros to a multiple
//   of 256
// Used by answers (MSN1, case_answer.h) and by what is told of deeds (MSD1, sealed_deed.h).
#pragma once

#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"

namespace studio {

struct SealedTextKind {
  std::string_view magic;  // four characters
  std::size_t at_most;     // bytes, sealed
  std::string_view what;   // "answer": for the errors' English
};

// kInvalid: too large, or no key.
Result<Bytes> SealText(const SealedTextKind& kind, std::string_view name, std::string_view text,
                       const BoxPublicKey& reader);
// kNotForUs: another reader's. kForged: about another thing. kMalformed.
Result<std::string> OpenText(const SealedTextKind& kind, std::string_view name, ByteView sealed,
                             const BoxKeyPair& reader);

}  // namespace studio
