// The county's answer brought by hand: acks and pages of the feed, believed and applied as from the
// line. A file is read once, to its end, and what was checked is what is applied
// (shared/files/stick_file.h). What is not newer
// than what the county said last changes nothing, so a file may come twice, late, or after the line
// has brought the same.
#pragma once

#include <cstddef>
#include <filesystem>

#include "store/base/identity.h"
#include "store/base/link_store.h"

namespace studio {

struct CarriedReply {
  std::size_t records = 0;      // answered
  std::size_t attachments = 0;  // that the county has whole
  std::size_t pages = 0;
  std::size_t known = 0;  // messages that brought nothing new
};

// `folder`: the terminal's data, where the copy is kept meanwhile. Waits for the store; any thread
// but its own. kNotFound, kStorage: the file cannot be read. kInvalid: it is no ordinary file.
// kMalformed, kForged, kUnsupported: it is not whole, not this county's, or of a newer program.
// kNotForUs: another terminal's, or not an answer. Where the store fails on the way, what was
// applied stays and the file can be imported again.
Result<CarriedReply> ImportReply(const std::filesystem::path& file,
                                 const std::filesystem::path& folder, const Identity& identity,
                                 LinkStore& store);

}  // namespace studio
