// The outbox as `studio-kiosk outbox --json` prints it. Reads only, and works while the terminal
// runs.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace studio {

// A JSON array, oldest first, of {stream, seq, id, kind, state, reason, receipt, made_at,
// attachments}: state is waiting (also what was withdrawn and whose digest has yet to go up),
// stored, safe, set_aside or withdrawn (taken back by its sender, and the county has what it is to
// have of it); reason and receipt are null where there is none; made_at is RFC 3339 by the
// terminal's clock. attachments is an array of {digest, bytes, state, reason}: digest in hex, bytes
// of the encrypted file, state waiting, stored, safe or set_aside. "[]" where nothing was ever
// made. kNotFound: no such folder. kUnsupported: made by a newer program.
Result<std::string> OutboxJson(const std::filesystem::path& folder);

}  // namespace studio
