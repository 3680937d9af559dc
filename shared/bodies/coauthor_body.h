// The body of a `coauthor` record: the word of somebody who stands in what another member wrote up
// (work_bodies.h). JSON (UTF-8) inside the seal; field names are the wire's, in protocol.md.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace studio {

struct CoauthorBody {
  std::string deed;    // its id
  std::string member;  // whose word it is
  bool agrees = true;  // that they took part; else their part goes
  StudioId studio = 0;
  std::string token{};  // their badge without its secret: the county checks it again
  bool operator==(const CoauthorBody&) const = default;
};

std::string ToJson(const CoauthorBody& body);
// kMalformed: without deed or member.
Result<CoauthorBody> CoauthorBodyFromJson(std::string_view json);

// As the terminal keeps it until the feed tells of it: for the studio's key, bound to its record.
// kInvalid: too large, or no key. Layout: shared/record/sealed_text.h under "MSC1".
Result<Bytes> SealCoauthor(const Uuid& record, const CoauthorBody& body,
                           const BoxPublicKey& studio);
// Errors as OpenText.
Result<CoauthorBody> OpenCoauthor(const Uuid& record, ByteView sealed, const BoxKeyPair& studio);

}  // namespace studio
