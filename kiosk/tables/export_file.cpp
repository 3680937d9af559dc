#include "tables/export_file.h"

#include "shared/files/durable_file.h"

namespace studio {

Result<bool> WriteExport(const std::filesystem::path& path, std::string_view bytes) {
  constexpr unsigned kForOtherPrograms = 0644;
  return WriteDurably(path, bytes, kForOtherPrograms);
}

}  // namespace studio
