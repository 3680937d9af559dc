// Preloaded into a program: kills it at one of its syncs of a file, before it (what was written may
// be lost) or after it (nobody has been told). STUDIO_KILL_AT: the how-manieth, from 1; negative:
// after it. Each is one step of a transaction, or of an attachment, on its way to the disk.
#include <dlfcn.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace {

using Sync = int (*)(int);

int KillAt() {
  const char* text = std::getenv("STUDIO_KILL_AT");
  return text != nullptr ? std::atoi(text) : 0;
}

int Count(const char* name, int file) {
  static const int at = KillAt();
  static std::atomic<int> calls = 0;
  const auto real = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name));
  const int call = ++calls;
  if (call == at) kill(getpid(), SIGKILL);
  const int result = real(file);
  if (call == -at) kill(getpid(), SIGKILL);
  return result;
}

}  // namespace

extern "C" {
[[gnu::visibility("default")]] int fsync(int file) { return Count("fsync", file); }
[[gnu::visibility("default")]] int fdatasync(int file) { return Count("fdatasync", file); }
}
