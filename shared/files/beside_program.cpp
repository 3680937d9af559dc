#include "shared/files/beside_program.h"

namespace studio {

std::filesystem::path BesideProgram(std::string_view name, const std::filesystem::path& installed) {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto beside = program.parent_path() / name;
    if (std::filesystem::exists(beside, error)) return beside;
  }
  return installed / name;
}

}  // namespace studio
