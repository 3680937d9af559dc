// A file for somebody to take along, on a USB stick or in a folder, for other people's programs
// (shared/files/durable_file.h). The stick's thread.
#pragma once

#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace studio {

// kStorage: what stood under that name, if anything, still does; or all of it is there and the
// disk could not promise to keep it.
Result<bool> WriteExport(const std::filesystem::path& path, std::string_view bytes);

}  // namespace studio
