#include "shared/base/private_memory.h"

#include <linux/capability.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

constexpr std::size_t kStackBytes = 128 * 1024;
constexpr int kHeaps = 2;
constexpr int kLargeBlock = 64 * 1024;
constexpr int kLocks = MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT;

std::atomic<bool> memory_locked = false;

// The sanitizers' shadow is larger than any memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLockable = false;
#else
constexpr bool kLockable = true;
#endif

}  // namespace

void KeepToOurselves() {
  umask(077);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  setenv("G_SLICE", "always-malloc", 1);
}

// With a limit every later allocation beyond it would fail, so all or nothing is locked.
std::string LockMemory() {
  if (!kLockable) return "a build with sanitizers locks no memory";
  const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
  const bool root = geteuid() == 0 && prctl(PR_CAPBSET_READ, CAP_IPC_LOCK) == 1;
  if (setrlimit(RLIMIT_MEMLOCK, &unlimited) != 0 && !root) {
    return "memory may go to the swap: the limit of locked memory is not to be raised";
  }
  if (mlockall(kLocks) != 0) {
    return std::string("memory may go to the swap: ") + std::strerror(errno);
  }
  memory_locked = true;
  return {};
}

void BoundHeaps() {
  mallopt(M_ARENA_MAX, kHeaps);
  mallopt(M_MMAP_THRESHOLD, kLargeBlock);
}

void GiveFreedBack() {
  if (memory_locked) munlockall();
  malloc_trim(0);
  if (memory_locked) mlockall(kLocks);
}

void WipeStackBelow() { sodium_stackzero(kStackBytes); }

}  // namespace studio
