#include "ui/kit/ligatures.h"

#include <vector>

namespace studio {
namespace {

// Big-endian reads that answer 0 outside the table, so a broken font finds nothing.
class Table {
 public:
  explicit Table(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::uint32_t U16(std::size_t at) const {
    return at + 2 > bytes_.size() ? 0
                                  : static_cast<std::uint32_t>(bytes_[at] << 8 | bytes_[at + 1]);
  }
  std::uint32_t U32(std::size_t at) const { return U16(at) << 16 | U16(at + 2); }

 private:
  std::span<const std::uint8_t> bytes_;
};

// Index of the glyph in a coverage table, or -1.
int CoverageIndex(const Table& table, std::size_t at, std::uint32_t glyph) {
  const std::uint32_t format = table.U16(at), count = table.U16(at + 2);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (format == 1 && table.U16(at + 4 + 2 * i) == glyph) return static_cast<int>(i);
    if (format != 2) continue;
    const std::size_t range = at + 4 + 6 * i;
    const std::uint32_t first = table.U16(range);
    if (glyph >= first && glyph <= table.U16(range + 2))
      return static_cast<int>(table.U16(range + 4) + glyph - first);
  }
  return -1;
}

std::uint32_t InSubtable(const Table& table, std::size_t at,
                         const std::vector<std::uint32_t>& letters) {
  const int set_index = CoverageIndex(table, at + table.U16(at + 2), letters.front());
  if (set_index < 0) return 0;
  const std::size_t set = at + table.U16(at + 6 + 2 * static_cast<std::size_t>(set_index));
  for (std::uint32_t i = 0; i < table.U16(set); ++i) {
    const std::size_t ligature = set + table.U16(set + 2 + 2 * i);
    if (table.U16(ligature + 2) != letters.size()) continue;
    bool same = true;
    for (std::size_t k = 1; k < letters.size() && same; ++k)
      same = table.U16(ligature + 2 + 2 * k) == letters[k];
    if (same) return table.U16(ligature);
  }
  return 0;
}

}  // namespace

std::uint32_t FindLigature(std::span<const std::uint8_t> gsub, std::string_view name,
                           const std::function<std::uint32_t(char)>& glyph_of) {
  constexpr std::uint32_t kLigature = 4, kExtension = 7;
  std::vector<std::uint32_t> letters;
  for (const char letter : name) letters.push_back(glyph_of(letter));
  if (letters.empty()) return 0;
  const Table table(gsub);
  const std::size_t lookups = table.U16(8);
  for (std::uint32_t i = 0; i < table.U16(lookups); ++i) {
    const std::size_t lookup = lookups + table.U16(lookups + 2 + 2 * i);
    for (std::uint32_t k = 0; k < table.U16(lookup + 4); ++k) {
      std::size_t subtable = lookup + table.U16(lookup + 6 + 2 * k);
      std::uint32_t type = table.U16(lookup);
      if (type == kExtension) {
        type = table.U16(subtable + 2);
        subtable += table.U32(subtable + 4);
      }
      if (type != kLigature) continue;
      if (const std::uint32_t glyph = InSubtable(table, subtable, letters)) return glyph;
    }
  }
  return 0;
}

}  // namespace studio
