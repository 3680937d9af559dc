#include "shared/files/private_folder.h"

#include <algorithm>
#include <string>
#include <system_error>

namespace studio {
namespace {

namespace fs = std::filesystem;

bool TakeBack(const fs::path& path) {
  constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  const bool ours = fs::is_regular_file(status) || fs::is_directory(status);
  if (error || !ours || (status.permissions() & kOthers) == fs::perms::none) return false;
  fs::permissions(path, kOthers, fs::perm_options::remove, error);
  return !error;
}

}  // namespace

std::size_t MakePrivate(const fs::path& folder, std::span<const std::string_view> given_out) {
  std::size_t taken_back = TakeBack(folder) ? 1 : 0;
  std::error_code error;
  for (auto it = fs::recursive_directory_iterator(folder, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const std::string name = it->path().filename().string();
    const bool given =
        it.depth() == 0 && std::find(given_out.begin(), given_out.end(), name) != given_out.end();
    if (!given && TakeBack(it->path())) ++taken_back;
  }
  return taken_back;
}

}  // namespace studio
