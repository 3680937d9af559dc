#include "xls/compound_file.h"

#include <algorithm>

#include "xls/little_endian.h"

namespace studio {
namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kSmallSectorBytes = 64;
constexpr std::size_t kTablesInHeader = 109;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // above it: ends and gaps
constexpr unsigned kStreamEntry = 2, kRootEntry = 5;

unsigned Half(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned>(LittleEndian(bytes, at, 2));
}

void AppendNumbers(std::string_view bytes, std::vector<std::uint32_t>& numbers) {
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
    numbers.push_back(LittleEndian32(bytes, at));
  }
}

bool IsNamed(std::string_view entry, std::u16string_view name) {
  if (Half(entry, 64) != 2 * (name.size() + 1)) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (Half(entry, 2 * i) != name[i]) return false;
  }
  return true;
}

}  // namespace

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  const unsigned shift = Half(bytes, 30);
  if (bytes.size() < kHeaderBytes || (shift != 9 && shift != 12)) return;
  sector_size_ = std::size_t{1} << shift;
  if (!ReadTable()) return;
  auto folder = Chain(LittleEndian32(bytes, 48));
  if (!folder || folder->size() < kEntryBytes) return;
  const auto root = std::string_view(*folder).substr(0, kEntryBytes);
  if (static_cast<unsigned char>(root[66]) != kRootEntry) return;
  if (LittleEndian32(bytes, 64) > 0) {  // there are small sectors
    const auto table = Chain(LittleEndian32(bytes, 60));
    auto small = Chain(LittleEndian32(root, 116));
    if (!table || !small) return;
    AppendNumbers(*table, small_next_);
    small_ = std::move(*small);
  }
  folder_ = std::move(*folder);
}

std::string_view CompoundFile::Sector(std::uint32_t number) const {
  const std::size_t at = (std::size_t{number} + 1) * sector_size_;
  return at < bytes_.size() ? bytes_.substr(at, sector_size_) : std::string_view();
}

bool CompoundFile::ReadTable() {
  const std::size_t sectors = bytes_.size() / sector_size_;
  std::vector<std::uint32_t> tables;
  AppendNumbers(bytes_.substr(76, 4 * kTablesInHeader), tables);
  std::uint32_t more = LittleEndian32(bytes_, 68);
  while (more <= kLastSector) {
    const std::string_view sector = Sector(more);
    if (sector.size() != sector_size_ || tables.size() > sectors + kTablesInHeader) return false;
    AppendNumbers(sector.substr(0, sector_size_ - 4), tables);
    more = LittleEndian32(sector, sector_size_ - 4);
  }
  for (const std::uint32_t table : tables) {
    if (table > kLastSector) continue;
    const std::string_view sector = Sector(table);
    if (sector.size() != sector_size_) return false;
    if (next_.size() > sectors) return true;  // says more than there is
    AppendNumbers(sector, next_);
  }
  return true;
}

std::optional<std::string> CompoundFile::Chain(std::uint32_t start) const {
  std::string out;
  for (std::uint32_t sector = start; sector <= kLastSector; sector = next_[sector]) {
    const std::string_view piece = Sector(sector);
    // Longer than the file: it goes in a circle.
    if (piece.empty() || sector >= next_.size() || out.size() > bytes_.size()) return std::nullopt;
    out += piece;
  }
  return out;
}

std::optional<std::string> CompoundFile::SmallChain(std::uint32_t start) const {
  std::string out;
  for (std::uint32_t sector = start; sector <= kLastSector; sector = small_next_[sector]) {
    const std::size_t at = std::size_t{sector} * kSmallSectorBytes;
    if (at >= small_.size() || sector >= small_next_.size() || out.size() > small_.size()) {
      return std::nullopt;
    }
    out += std::string_view(small_).substr(at, kSmallSectorBytes);
  }
  return out;
}

std::optional<CompoundFile::Entry> CompoundFile::Find(std::u16string_view name) const {
  for (std::size_t at = 0; at + kEntryBytes <= folder_.size(); at += kEntryBytes) {
    const auto entry = std::string_view(folder_).substr(at, kEntryBytes);
    if (static_cast<unsigned char>(entry[66]) != kStreamEntry || !IsNamed(entry, name)) continue;
    return Entry{LittleEndian32(entry, 116), LittleEndian32(entry, 120)};
  }
  return std::nullopt;
}

std::optional<std::string> CompoundFile::Stream(std::u16string_view name) const {
  const auto entry = Find(name);
  if (!entry) return std::nullopt;
  const bool small = entry->size < LittleEndian32(bytes_, 56);
  auto out = small ? SmallChain(entry->start) : Chain(entry->start);
  if (!out || out->size() < entry->size) return std::nullopt;
  out->resize(entry->size);
  return out;
}

}  // namespace studio
