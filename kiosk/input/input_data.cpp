#include "input/input_data.h"

namespace studio {

std::filesystem::path DefaultInputData() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto beside = program.parent_path() / "input-data";
    if (std::filesystem::is_directory(beside, error)) return beside;
  }
  return "/usr/share/studio-kiosk/input";
}

}  // namespace studio
