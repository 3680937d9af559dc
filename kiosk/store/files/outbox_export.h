// The outbox as a file to carry to the county: everything that waits, attachments too, as it would
// go by the line (protocol.md, "Carried file"). Changes nothing here, so it may be made again, and
// beside the terminal that works in the folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "shared/base/result.h"
#include "store/base/identity.h"

namespace studio {

struct OutboxExport {
  std::size_t records = 0;
  std::size_t attachments = 0;
  // Not in the file, because it is full, or because theirs is damaged or gone.
  std::size_t left_records = 0;
  std::size_t left_attachments = 0;
};

// How many records and attachments are in the file by now; on the caller's thread.
using ExportProgress = std::function<void(std::size_t)>;

// Appears under its name whole or not at all. kNotFound: the terminal was never started.
// kUnsupported: another version's database. kStorage.
Result<OutboxExport> ExportOutbox(const std::filesystem::path& folder, const Identity& identity,
                                  const std::filesystem::path& out,
                                  const ExportProgress& on_progress = {});

}  // namespace studio
