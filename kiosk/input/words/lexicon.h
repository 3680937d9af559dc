// Words by the syllables that they are read with: the keyboard's own, in a file made by
// make_lexicon, mapped read-only; and the county's, in memory. Sorted by syllables, of equal ones
// the likeliest word first, so that the words that begin with some syllables lie together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

using SyllableId = std::uint16_t;

class Lexicon {
 public:
  struct Word {
    std::uint32_t text_at = 0, syllables_at = 0;
    // In thousandths of log10, at most 0.
    std::int16_t alone = 0;     // how likely it is by itself, read like this
    std::int16_t reading = 0;   // how likely it is read like this
    std::uint16_t village = 0;  // a VillageWord
    std::uint8_t text_size = 0, syllables = 0;
  };
  struct Range {  // of words
    std::uint32_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
  };
  // What a lexicon is made of: syllables as names, in the order of their ids.
  struct Entry {
    std::string text;
    std::vector<SyllableId> syllables;
    std::int16_t alone = 0, reading = 0;
    std::uint16_t village = 0;
  };

  static constexpr std::int16_t kNever = -32000;
  static constexpr std::size_t kMostSyllables = 12;

  // kStorage: it cannot be read. kMalformed: it is no lexicon.
  static Result<Lexicon> Map(const std::filesystem::path& file);
  // Entries of up to kMostSyllables syllables and 255 bytes; others are left out.
  static Lexicon Of(const std::vector<std::string>& syllables, std::vector<Entry> entries);
  // As Map reads it. False: it cannot be written.
  bool Write(const std::filesystem::path& file) const;

  const std::vector<std::string>& syllables() const { return names_; }
  Range all() const { return {0, static_cast<std::uint32_t>(words_.size())}; }
  const Word& word(std::uint32_t at) const { return words_[at]; }
  std::string_view TextOf(const Word& word) const {
    return texts_.substr(word.text_at, word.text_size);
  }
  std::span<const SyllableId> SyllablesOf(const Word& word) const {
    return ids_.subspan(word.syllables_at, word.syllables);
  }
  // Of words of a range that share their first `depth` syllables and have more or no others: those
  // that go on with this one.
  Range Next(Range range, std::size_t depth, SyllableId syllable) const;
  // The words of such a range that have no others.
  Range Ending(Range range, std::size_t depth) const;

 private:
  Lexicon() = default;
  void Read(const char* bytes, std::size_t size);

  std::shared_ptr<const void> memory_;
  std::vector<std::string> names_;
  std::span<const Word> words_;
  std::span<const SyllableId> ids_;
  std::string_view texts_;
};

}  // namespace studio
