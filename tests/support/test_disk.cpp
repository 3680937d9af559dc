#include "test_support/test_disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace studio {
namespace {

// One unsynced change, with what it takes to undo it.
struct Unsynced {
  std::int64_t offset = 0;
  std::vector<char> before;
  std::vector<char> after;
  std::int64_t size_before = 0;
  bool truncation = false;
};

}  // namespace

struct TestDisk::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  mutable std::mutex mutex;
  // The rest is guarded by mutex.
  std::map<std::string, std::vector<Unsynced>> unsynced;
  int operations = 0;
  int cut_at = -1;
  Lost lost = Lost::kAllUnsynced;
  std::mt19937 coin;
  bool power = true;
  bool full = false;
  bool broken = false;

  // Whether the next operation happens.
  bool Operate() {
    if (power && operations == cut_at) LosePower();
    if (!power) return false;
    ++operations;
    return true;
  }
  void LosePower();
};

namespace {

struct DiskFile {
  sqlite3_file base;
  TestDisk::State* disk;
  const char* path;  // SQLite keeps the name as long as the file is open
  // The real file lies behind this struct.
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

DiskFile* Of(sqlite3_file* file) { return reinterpret_cast<DiskFile*>(file); }

void Apply(int file, const std::vector<char>& bytes, std::int64_t offset) {
  if (pwrite(file, bytes.data(), bytes.size(), offset) != static_cast<ssize_t>(bytes.size())) {
    std::perror("test disk");
  }
}

int Close(sqlite3_file* file) { return Of(file)->real()->pMethods->xClose(Of(file)->real()); }

int Read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  std::lock_guard lock(Of(file)->disk->mutex);
  if (!Of(file)->disk->power) return SQLITE_IOERR_READ;
  return Of(file)->real()->pMethods->xRead(Of(file)->real(), into, size, offset);
}

// The bytes now at a place, as far as the file reaches.
std::vector<char> Before(sqlite3_file* real, std::int64_t offset, std::int64_t size,
                         std::int64_t file_size) {
  std::vector<char> bytes(
      static_cast<std::size_t>(std::clamp<std::int64_t>(file_size - offset, 0, size)));
  if (!bytes.empty()) {
    real->pMethods->xRead(real, bytes.data(), static_cast<int>(bytes.size()), offset);
  }
  return bytes;
}

int Write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  TestDisk::State& disk = *Of(file)->disk;
  sqlite3_file* real = Of(file)->real();
  std::lock_guard lock(disk.mutex);
  if (disk.broken) return SQLITE_IOERR_WRITE;
  sqlite3_int64 file_size = 0;
  real->pMethods->xFileSize(real, &file_size);
  if (disk.full && offset + size > file_size) return SQLITE_FULL;
  if (!disk.Operate()) return SQLITE_IOERR_WRITE;
  const char* bytes = static_cast<const char*>(from);
  disk.unsynced[Of(file)->path].push_back(
      {offset, Before(real, offset, size, file_size), {bytes, bytes + size}, file_size, false});
  return real->pMethods->xWrite(real, from, size, offset);
}

int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  TestDisk::State& disk = *Of(file)->disk;
  sqlite3_file* real = Of(file)->real();
  std::lock_guard lock(disk.mutex);
  if (disk.broken || !disk.Operate()) return SQLITE_IOERR_TRUNCATE;
  sqlite3_int64 file_size = 0;
  real->pMethods->xFileSize(real, &file_size);
  disk.unsynced[Of(file)->path].push_back(
      {size, Before(real, size, file_size - size, file_size), {}, file_size, true});
  return real->pMethods->xTruncate(real, size);
}

int Sync(sqlite3_file* file, int) {
  TestDisk::State& disk = *Of(file)->disk;
  std::lock_guard lock(disk.mutex);
  if (disk.broken || !disk.Operate()) return SQLITE_IOERR_FSYNC;
  disk.unsynced.erase(Of(file)->path);
  return SQLITE_OK;
}

int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return Of(file)->real()->pMethods->xFileSize(Of(file)->real(), size);
}
int Lock(sqlite3_file* file, int level) {
  return Of(file)->real()->pMethods->xLock(Of(file)->real(), level);
}
int Unlock(sqlite3_file* file, int level) {
  return Of(file)->real()->pMethods->xUnlock(Of(file)->real(), level);
}
int CheckReservedLock(sqlite3_file* file, int* out) {
  return Of(file)->real()->pMethods->xCheckReservedLock(Of(file)->real(), out);
}
int FileControl(sqlite3_file* file, int operation, void* argument) {
  return Of(file)->real()->pMethods->xFileControl(Of(file)->real(), operation, argument);
}
int SectorSize(sqlite3_file* file) {
  return Of(file)->real()->pMethods->xSectorSize(Of(file)->real());
}
int DeviceCharacteristics(sqlite3_file*) { return 0; }  // promises nothing
int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return Of(file)->real()->pMethods->xShmMap(Of(file)->real(), page, size, extend, out);
}
int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return Of(file)->real()->pMethods->xShmLock(Of(file)->real(), offset, count, flags);
}
void ShmBarrier(sqlite3_file* file) { Of(file)->real()->pMethods->xShmBarrier(Of(file)->real()); }
int ShmUnmap(sqlite3_file* file, int remove) {
  return Of(file)->real()->pMethods->xShmUnmap(Of(file)->real(), remove);
}

const sqlite3_io_methods kMethods = {2,
                                     Close,
                                     Read,
                                     Write,
                                     Truncate,
                                     Sync,
                                     FileSize,
                                     Lock,
                                     Unlock,
                                     CheckReservedLock,
                                     FileControl,
                                     SectorSize,
                                     DeviceCharacteristics,
                                     ShmMap,
                                     ShmLock,
                                     ShmBarrier,
                                     ShmUnmap,
                                     nullptr,
                                     nullptr};

TestDisk::State& DiskOf(sqlite3_vfs* vfs) { return *static_cast<TestDisk::State*>(vfs->pAppData); }

int OpenFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  TestDisk::State& disk = DiskOf(vfs);
  file->pMethods = nullptr;
  std::lock_guard lock(disk.mutex);
  if (!disk.power) return SQLITE_IOERR;
  Of(file)->disk = &disk;
  Of(file)->path = path == nullptr ? "" : path;
  const int opened = disk.real->xOpen(disk.real, path, Of(file)->real(), flags, out_flags);
  if (opened == SQLITE_OK) file->pMethods = &kMethods;
  return opened;
}

int DeleteFile(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  TestDisk::State& disk = DiskOf(vfs);
  std::lock_guard lock(disk.mutex);
  if (!disk.power) return SQLITE_IOERR_DELETE;
  disk.unsynced.erase(path);
  return disk.real->xDelete(disk.real, path, sync_folder);
}

}  // namespace

void TestDisk::State::LosePower() {
  power = false;
  for (const auto& [path, changes] : unsynced) {
    const int file = open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) continue;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      Apply(file, change->before, change->offset);
      if (ftruncate(file, change->size_before) != 0) std::perror("test disk");
    }
    for (const Unsynced& change : changes) {
      if (lost == Lost::kAllUnsynced || coin() % 2 == 0) continue;
      if (change.truncation) {
        if (ftruncate(file, change.offset) != 0) std::perror("test disk");
      } else {
        Apply(file, change.after, change.offset);
      }
    }
    close(file);
  }
}

TestDisk::TestDisk() : state_(std::make_unique<State>()) {
  state_->real = sqlite3_vfs_find(nullptr);
  state_->vfs = *state_->real;
  state_->vfs.pNext = nullptr;
  state_->vfs.zName = "test-disk";
  state_->vfs.szOsFile = static_cast<int>(sizeof(DiskFile)) + state_->real->szOsFile;
  state_->vfs.pAppData = state_.get();
  state_->vfs.xOpen = OpenFile;
  state_->vfs.xDelete = DeleteFile;
  sqlite3_vfs_register(&state_->vfs, 1);
}

TestDisk::~TestDisk() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
}

int TestDisk::operations() const {
  std::lock_guard lock(state_->mutex);
  return state_->operations;
}

void TestDisk::CutPowerAfter(int operations, Lost lost, std::uint32_t seed) {
  std::lock_guard lock(state_->mutex);
  state_->cut_at = state_->operations + operations;
  state_->lost = lost;
  state_->coin.seed(seed);
}

bool TestDisk::has_power() const {
  std::lock_guard lock(state_->mutex);
  return state_->power;
}

void TestDisk::PowerOn() {
  std::lock_guard lock(state_->mutex);
  if (state_->power) state_->LosePower();
  for (const auto& [path, changes] : state_->unsynced) {
    const std::string database = path.ends_with("-wal") ? path.substr(0, path.size() - 4) : path;
    unlink((database + "-shm").c_str());  // shared memory dies with the machine
  }
  state_->unsynced.clear();
  state_->cut_at = -1;
  state_->power = true;
}

void TestDisk::SetFull(bool full) {
  std::lock_guard lock(state_->mutex);
  state_->full = full;
}

void TestDisk::SetBroken(bool broken) {
  std::lock_guard lock(state_->mutex);
  state_->broken = broken;
}

}  // namespace studio
