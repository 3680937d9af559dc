// The container of old office files: a small file system of sectors in one file ([MS-CFB]).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

// Of any bytes; they stay the caller's. Nothing of it grows beyond the file.
class CompoundFile {
 public:
  explicit CompoundFile(std::string_view bytes);

  bool good() const { return !folder_.empty(); }
  bool Has(std::u16string_view name) const { return Find(name).has_value(); }
  // nullopt: there is none of that name, or its sectors are damaged.
  std::optional<std::string> Stream(std::u16string_view name) const;

 private:
  struct Entry {
    std::uint32_t start = 0;
    std::uint32_t size = 0;
  };
  std::string_view Sector(std::uint32_t number) const;  // empty: beyond the file
  bool ReadTable();
  std::optional<std::string> Chain(std::uint32_t start) const;
  std::optional<std::string> SmallChain(std::uint32_t start) const;
  std::optional<Entry> Find(std::u16string_view name) const;

  std::string_view bytes_;
  std::size_t sector_size_ = 0;
  std::vector<std::uint32_t> next_;        // of each sector
  std::vector<std::uint32_t> small_next_;  // of each small sector
  std::string folder_;
  std::string small_;  // the small sectors
};

}  // namespace studio
