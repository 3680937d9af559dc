#include "write_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

namespace studio {
namespace {

using WatchFilter = std::unique_ptr<void, decltype(&seccomp_release)>;

struct Watched {
  const char* call;
  unsigned path = 0;  // which argument it is
};
constexpr Watched kChanges[] = {
    {"creat", 0},     {"mkdir", 0},    {"mkdirat", 1},  {"mknod", 0},
    {"mknodat", 1},   {"link", 1},     {"linkat", 3},   {"symlink", 1},
    {"symlinkat", 2}, {"rename", 1},   {"renameat", 3}, {"renameat2", 3},
    {"unlink", 0},    {"unlinkat", 1}, {"rmdir", 0},    {"truncate", 0}};
constexpr Watched kOpens[] = {{"open", 0}, {"openat", 1}};
constexpr const char* kPrints[] = {"write", "writev", "pwrite64"};

void Require(int outcome) {
  if (outcome < 0) throw std::runtime_error("seccomp does not tell of writing");
}

// Calls that this machine does not know are never made.
void Add(const WatchFilter& filter, const char* call, std::vector<scmp_arg_cmp> where = {}) {
  const int number = seccomp_syscall_resolve_name(call);
  if (number < 0) return;
  Require(seccomp_rule_add_array(filter.get(), SCMP_ACT_NOTIFY, number,
                                 static_cast<unsigned>(where.size()), where.data()));
}

WatchFilter MakeFilter() {
  WatchFilter filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
  Require(filter ? 0 : -1);
  for (const Watched& change : kChanges) Add(filter, change.call);
  for (const Watched& open : kOpens) {
    const unsigned flags = open.path + 1;
    Add(filter, open.call, {{flags, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_WRONLY}});
    Add(filter, open.call, {{flags, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_RDWR}});
    Add(filter, open.call, {{flags, SCMP_CMP_MASKED_EQ, O_CREAT, O_CREAT}});
  }
  Add(filter, "openat2");
  Add(filter, "socket");
  for (const char* print : kPrints) Add(filter, print, {{0, SCMP_CMP_LE, STDERR_FILENO, 0}});
  return filter;
}

std::string Described(const seccomp_data& data) {
  const std::unique_ptr<char, decltype(&free)> name(
      seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, data.nr), &free);
  const std::string call = name.get();
  const auto path = [&](unsigned argument) {
    return call + " " + reinterpret_cast<const char*>(data.args[argument]);
  };
  for (const Watched& change : kChanges)
    if (call == change.call) return path(change.path);
  for (const Watched& open : kOpens)
    if (call == open.call) return path(open.path);
  return call + " " + std::to_string(data.args[0]);
}

}  // namespace

std::vector<std::string> WritesOf(const std::function<void()>& work) {
  const WatchFilter filter = MakeFilter();
  std::atomic<int> told{-1};
  std::atomic<bool> over = false;
  std::thread thread([&] {
    // The right to put on a filter without being root; of this thread alone.
    const bool loaded =
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && seccomp_load(filter.get()) == 0;
    told = loaded ? seccomp_notify_fd(filter.get()) : -2;
    told.notify_one();
    if (loaded) work();
    over = true;
  });
  told.wait(-1);
  std::vector<std::string> writes;
  seccomp_notif* asked = nullptr;
  seccomp_notif_resp* answer = nullptr;
  const bool works = told >= 0 && seccomp_notify_alloc(&asked, &answer) == 0;
  while (works && !over) {
    *asked = {};  // or the kernel refuses
    pollfd waiting{told, POLLIN, 0};
    if (poll(&waiting, 1, 20) != 1 || seccomp_notify_receive(told, asked) != 0) continue;
    writes.push_back(Described(asked->data));
    *answer = {asked->id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    seccomp_notify_respond(told, answer);
  }
  thread.join();
  seccomp_notify_free(asked, answer);
  seccomp_reset(nullptr, 0);  // the library keeps one listener for all filters
  Require(works ? 0 : -1);
  return writes;
}

}  // namespace studio
