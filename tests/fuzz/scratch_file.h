// What a target that reads files is given: bytes under a name of this process's own, in memory
// where the system has a place for that.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz.h"

class ScratchFile {
 public:
  explicit ScratchFile(const std::string& ending) {
    std::error_code none;
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = std::filesystem::is_directory(memory, none)
                            ? memory
                            : std::filesystem::temp_directory_path();
    path_ = folder / ("studio-fuzz-" + std::to_string(getpid()) + ending);
  }
  ~ScratchFile() { unlink(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;

  void Hold(const std::uint8_t* bytes, std::size_t size) const {
    std::ofstream file(path_, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    Must(file.good());
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};
