// Deeds, and the grades of a closed year, as they go to one studio: only its members' own part, and
// only for its key. Layout: shared/record/sealed_text.h under "MSD1", the name being the entity's
// id.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/feed/entities.h"
#include "shared/mechanism/deed.h"

namespace studio {

inline constexpr std::size_t kMaxDeedBytes = 256 * 1024;  // sealed
inline constexpr std::size_t kMaxDeedMembers = 2000;
// In the place of somebody of another studio: how many authors there are, and which of them theirs
// is, is all that counts.
inline constexpr std::string_view kSomebodyElse = "-";

// Members by id, as the feed has them.
using MembersOnFeed = std::map<std::string, Member, std::less<>>;

// Where a deed is known: at the places of its members, and where it was done. In order.
std::vector<StudioId> StudiosOf(const Deed& deed, const MembersOnFeed& members);
// What the studio is told of it: all, where it was done there; else without who wrote it down,
// who confirmed it and the proof.
Deed PartFor(StudioId studio, Deed deed, const MembersOnFeed& members);

// kInvalid: too large.
Result<Bytes> SealDeed(std::string_view id, const Deed& deed, const BoxPublicKey& studio);
// Errors as OpenText and DeedFromJson.
Result<Deed> OpenDeed(std::string_view id, ByteView sealed, const BoxKeyPair& studio);

struct ClosedYear {
  int year = 0;
  std::string closed_by;
  std::map<std::string, std::string> grades;  // by member
};
std::string ToJson(const ClosedYear& closed);
Result<ClosedYear> ClosedYearFromJson(std::string_view json);
Result<Bytes> SealClosedYear(std::string_view id, const ClosedYear& closed,
                             const BoxPublicKey& studio);
Result<ClosedYear> OpenClosedYear(std::string_view id, ByteView sealed, const BoxKeyPair& studio);

}  // namespace studio
