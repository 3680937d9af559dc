// A file of somebody else's: on a USB stick, in an exchange folder, named to a command. It is
// opened once, without following a link and without waiting for a pipe's other end, is an ordinary
// file, and is looked at and read by that one descriptor. A device that answers no more keeps its
// reader waiting all the same: sticks have a thread of their own (kiosk/annex). Writing:
// durable_file.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "shared/base/result.h"

namespace studio {

class StickFile {
 public:
  // kNotFound: it is not there or may not be read. kInvalid: a link, a folder, a pipe, a device.
  static Result<StickFile> Open(const std::filesystem::path& path);
  StickFile(StickFile&& other) noexcept;
  StickFile& operator=(StickFile&&) = delete;
  ~StickFile();

  // As they were when it was opened. Bytes; milliseconds of Unix time.
  std::uint64_t size() const { return size_; }
  std::int64_t changed_ms() const { return changed_ms_; }
  // What comes next, as much as fits; 0 at the end. kStorage: the device fails.
  Result<std::size_t> Read(std::span<std::uint8_t> out);
  // All of it; kInvalid where that is more than `most` bytes.
  Result<std::string> ReadAll(std::size_t most);

 private:
  StickFile(int file, std::uint64_t size, std::int64_t changed_ms)
      : file_(file), size_(size), changed_ms_(changed_ms) {}

  int file_;  // -1: moved from
  std::uint64_t size_;
  std::int64_t changed_ms_;
};

// A stick's file that is checked to its end before anything of it is done. What is read of it is
// kept in a file of our own, which has no name, and the second reading is of that: nobody can put
// something else in between.
class StickCopy {
 public:
  // `own`: a folder that is ours alone; of what is free there at most half is taken. Fails as
  // StickFile::Open, and kStorage.
  static Result<StickCopy> Begin(const std::filesystem::path& path,
                                 const std::filesystem::path& own);
  StickCopy(StickCopy&& other) noexcept;
  StickCopy& operator=(StickCopy&&) = delete;
  ~StickCopy();

  // As StickFile::Read; the first time from the stick. kStorage also where no room is left.
  Result<std::size_t> Read(std::span<std::uint8_t> out);
  // From the beginning, and from now on what has been read before, alone.
  void Again();

 private:
  StickCopy(StickFile stick, int copy, std::uint64_t room)
      : stick_(std::move(stick)), copy_(copy), room_(room) {}

  StickFile stick_;
  int copy_;  // -1: moved from
  std::uint64_t room_;
  std::uint64_t kept_ = 0;  // bytes in the copy
  std::uint64_t at_ = 0;    // in the copy
  bool again_ = false;
};

}  // namespace studio
