// Preloaded into a program: what lies below STUDIO_DEAD_FOLDER is on a stick that answers no more.
// Whoever opens something there waits until it is pulled, which is when STUDIO_DEAD_FOLDER.pulled
// appears, and is then told that there is no such device.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

bool IsThere(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

// True once the wait is over; false where the path is another one's.
bool WaitsAt(const char* path) {
  static const char* const folder = std::getenv("STUDIO_DEAD_FOLDER");
  if (folder == nullptr || path == nullptr || !std::string_view(path).starts_with(folder)) {
    return false;
  }
  while (!IsThere(std::string(folder) + ".pulled")) usleep(20'000);
  errno = ENODEV;
  return true;
}

template <class Call>
Call Real(const char* name) {
  return reinterpret_cast<Call>(dlsym(RTLD_NEXT, name));
}

mode_t ModeOf(int flags, va_list more) { return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; }

}  // namespace

extern "C" {
[[gnu::visibility("default")]] int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = ModeOf(flags, more);
  va_end(more);
  if (WaitsAt(path)) return -1;
  return Real<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}
[[gnu::visibility("default")]] int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = ModeOf(flags, more);
  va_end(more);
  if (WaitsAt(path)) return -1;
  return Real<int (*)(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}
[[gnu::visibility("default")]] DIR* opendir(const char* path) {
  if (WaitsAt(path)) return nullptr;
  return Real<DIR* (*)(const char*)>("opendir")(path);
}
}
