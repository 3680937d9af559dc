#include <dlfcn.h>

#include "annex/annex.h"

namespace studio {
namespace {

constexpr const char* kFile = "studio-annex.so";
constexpr const char* kInstalled = "/usr/lib/studio-kiosk";

std::filesystem::path AnnexFile() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto beside = program.parent_path() / kFile;
    if (std::filesystem::exists(beside, error)) return beside;
  }
  return std::filesystem::path(kInstalled) / kFile;
}

std::string WhyNot() {
  const char* const why = dlerror();
  return why == nullptr ? std::string(kFile) + " is empty" : why;
}

}  // namespace

Result<const AnnexDoor*> LoadAnnex() {
  void* const library = dlopen(AnnexFile().c_str(), RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) return Fail(ErrorKind::kUnavailable, WhyNot());
  using Door = const AnnexDoor*();
  const auto door = reinterpret_cast<Door*>(dlsym(library, "studio_annex"));
  if (door == nullptr) return Fail(ErrorKind::kUnavailable, WhyNot());
  return door();
}

}  // namespace studio
