// What the line would bring, brought by hand: the `import-feed` command.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace studio {

// One sentence of what it brought. Works alone in the folder. kConflict: the terminal is running.
// Otherwise as ImportReply (sync/carried_reply.h).
Result<std::string> ImportFeed(const std::filesystem::path& data,
                               const std::filesystem::path& file);

}  // namespace studio
