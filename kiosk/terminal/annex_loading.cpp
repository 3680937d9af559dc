#include <dlfcn.h>

#include "annex/annex.h"
#include "shared/files/beside_program.h"

namespace studio {
namespace {

constexpr const char* kFile = "studio-annex.so";

std::string WhyNot() {
  const char* const why = dlerror();
  return why == nullptr ? std::string(kFile) + " is empty" : why;
}

}  // namespace

Result<const AnnexDoor*> LoadAnnex() {
  void* const library =
      dlopen(BesideProgram(kFile, kInstalledParts).c_str(), RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) return Fail(ErrorKind::kUnavailable, WhyNot());
  using Door = const AnnexDoor*();
  const auto door = reinterpret_cast<Door*>(dlsym(library, "studio_annex"));
  if (door == nullptr) return Fail(ErrorKind::kUnavailable, WhyNot());
  return door();
}

}  // namespace studio
