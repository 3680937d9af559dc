#include "shared/base/private_memory.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they have heaps of their own

namespace studio {
namespace {

constexpr std::size_t kBlock = 4 * 1024;
constexpr std::size_t kBlocks = 16 * 1024;  // 64 MiB
constexpr int kKeptOneIn = 64;

long ResidentMiB() {
  long pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  return pages * sysconf(_SC_PAGESIZE) / (1024 * 1024);
}

// Many small blocks, then a few of them here and there, as a storm leaves them: how many MiB of
// the freed ones go back.
long GivenBack() {
  std::vector<std::unique_ptr<char[]>> blocks;
  for (std::size_t i = 0; i < kBlocks; ++i) {
    blocks.push_back(std::make_unique<char[]>(kBlock));
    std::memset(blocks.back().get(), 1, kBlock);
  }
  for (std::size_t i = 0; i < kBlocks; ++i) {
    if (i % kKeptOneIn != 0) blocks[i].reset();
  }
  const long before = ResidentMiB();
  GiveFreedBack();
  return before - ResidentMiB();
}

// In a process of its own, because what is locked stays locked.
long GivenBackElsewhere(bool locked) {
  int ends[2] = {};
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    long given = -1;
    if (!locked || LockMemory().empty()) given = GivenBack();
    _exit(write(ends[1], &given, sizeof given) == sizeof given ? 0 : 1);
  }
  long given = -1;
  CHECK(read(ends[0], &given, sizeof given) == sizeof given);
  CHECK(waitpid(child, nullptr, 0) == child);
  for (const int end : ends) close(end);
  return given;
}

}  // namespace

TEST_CASE("what was freed here and there goes back to the system") {
  CHECK(GivenBackElsewhere(false) > 32);
}

TEST_CASE("what was freed goes back although memory is locked") {
  const long given = GivenBackElsewhere(true);
  if (given < 0) return;  // memory cannot be locked here
  CHECK(given > 32);
}

}  // namespace studio

#endif
