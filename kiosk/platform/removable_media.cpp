#include "platform/removable_media.h"

#include <mntent.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string_view>

namespace studio {

std::vector<RemovableMedium> RemovableMedia(const std::filesystem::path& table) {
  std::vector<RemovableMedium> media;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> mounts(setmntent(table.c_str(), "re"),
                                                               endmntent);
  if (!mounts) return media;
  mntent entry{};
  std::array<char, 4096> text{};
  while (getmntent_r(mounts.get(), &entry, text.data(), static_cast<int>(text.size())) != nullptr) {
    const std::string_view where = entry.mnt_dir;
    if (!where.starts_with("/media/") && !where.starts_with("/run/media/")) continue;
    const std::filesystem::path path(where);
    media.push_back({path.filename().string(), path});
  }
  std::sort(media.begin(), media.end(),
            [](const RemovableMedium& a, const RemovableMedium& b) { return a.path < b.path; });
  return media;
}

}  // namespace studio
