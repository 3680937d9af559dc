#include "media/camera_finding.h"

#include <set>

namespace studio {
namespace {

namespace fs = std::filesystem;

// A camera's first node gives pictures, its others do not.
bool GivesPictures(const fs::path& name) {
  return name.filename().string().ends_with("-video-index0");
}

}  // namespace

fs::path CameraFinding::NameOf(const fs::path& node) const {
  std::error_code error;
  const fs::path target = fs::canonical(node, error);
  if (error) return {};
  for (const char* kind : {"by-id", "by-path"}) {
    for (const auto& entry : fs::directory_iterator(devices_ / "v4l" / kind, error)) {
      std::error_code broken;
      if (fs::canonical(entry.path(), broken) == target && !broken) return entry.path();
    }
  }
  return {};
}

fs::path CameraFinding::OnlyOne() const {
  std::set<fs::path> nodes;
  std::error_code error;
  for (const char* kind : {"by-id", "by-path"}) {
    for (const auto& entry : fs::directory_iterator(devices_ / "v4l" / kind, error)) {
      std::error_code broken;
      const fs::path node = fs::canonical(entry.path(), broken);
      if (!broken && GivesPictures(entry.path())) nodes.insert(node);
    }
  }
  return nodes.size() == 1 ? *nodes.begin() : fs::path();
}

std::string CameraFinding::Node(const std::string& wanted) {
  std::error_code error;
  if (!name_.empty()) {
    const fs::path node = fs::canonical(name_, error);
    if (!error) return node;
  }
  const bool there = wanted != "auto" && fs::exists(wanted, error);
  const fs::path node = there ? fs::path(wanted) : OnlyOne();
  if (node.empty()) return {};
  name_ = NameOf(node);
  return node;
}

}  // namespace studio
