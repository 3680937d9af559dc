// A disk that loses power, fills up or breaks: a SQLite VFS over the real one, the default for
// connections opened while it lives. What was written since a file's last sync is lost when the
// power goes, or, torn, any part of it. Syncs themselves only mark; nothing waits for hardware.
// Connections must be closed before it is destroyed. Thread safe.
#pragma once

#include <cstdint>
#include <memory>

namespace studio {

enum class Lost {
  kAllUnsynced,
  kSomeUnsynced,  // each unsynced write by a coin of its own, as a drive's cache does
};

class TestDisk {
 public:
  TestDisk();
  ~TestDisk();
  TestDisk(const TestDisk&) = delete;
  TestDisk& operator=(const TestDisk&) = delete;

  // Writes, truncations and syncs so far.
  int operations() const;
  // The power goes instead of the operation that many from now: 0 is the next one.
  void CutPowerAfter(int operations, Lost lost, std::uint32_t seed = 1);
  bool has_power() const;
  // After every connection is closed: the machine starts again from what was on the disk.
  void PowerOn();

  // Writes that need more room fail (SQLITE_FULL); every write fails (SQLITE_IOERR).
  void SetFull(bool full);
  void SetBroken(bool broken);

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace studio
