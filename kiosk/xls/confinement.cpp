#include "xls/confinement.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <memory>

namespace studio {
namespace {

// Sanitizers need more addresses than there are, and open files when they report: there it is only
// the time that is bounded.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

constexpr rlim_t kAddressBytes = 256u << 20;
constexpr rlim_t kProcessorSeconds = 10;

bool Limit(__rlimit_resource resource, rlim_t most) {
  const rlimit limit{most, most};
  return setrlimit(resource, &limit) == 0;
}

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

bool Allow(const Filter& filter, int call) {
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
}
// Where an argument is like that.
bool Allow(const Filter& filter, int call, const scmp_arg_cmp& argument) {
  return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &argument) == 0;
}

bool PutOnFilter() {
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
  if (!filter) return false;
  for (const int call : {SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap),
                         SCMP_SYS(mremap), SCMP_SYS(madvise)}) {
    if (!Allow(filter, call)) return false;
  }
  // Memory that is nobody's file, and never to be run; what malloc makes of a heap.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    if (!Allow(filter, call, {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0})) return false;
  }
  return Allow(filter, SCMP_SYS(write), {0, SCMP_CMP_EQ, STDOUT_FILENO, 0}) &&
         seccomp_load(filter.get()) == 0;
}

}  // namespace

bool Confine() {
  if (!Limit(RLIMIT_CORE, 0) || !Limit(RLIMIT_CPU, kProcessorSeconds) ||
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return false;
  }
  return kSanitized ||
         (Limit(RLIMIT_AS, kAddressBytes) && Limit(RLIMIT_NOFILE, 0) && PutOnFilter());
}

}  // namespace studio
