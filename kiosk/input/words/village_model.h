// How likely a word is after two others in what villagers write: counted by make_lexicon in the
// sentences of assets/safety and assets/input. It knows few words, and is asked beside
// SentenceModel.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "shared/base/result.h"

namespace studio {

using VillageWord = std::uint16_t;

class VillageModel {
 public:
  static constexpr VillageWord kNone = 0;  // a word that it does not know
  static constexpr VillageWord kEdge = 1;  // before the first and after the last word

  struct Before {
    VillageWord last = kNone, last_but_one = kNone;
  };
  // What is counted: three words in a row; and how many words each one is seen after beside these,
  // from kNone on.
  struct Counts {
    std::map<std::array<VillageWord, 3>, int> rows;
    std::vector<double> also;
  };
  // The probability of each word whatever came before: by how many different words it is seen
  // after, so that the second half of one turn does not seem frequent elsewhere.
  static std::vector<double> Alone(const Counts& counts);

  // kStorage: it cannot be read. kMalformed: it is no such table.
  static Result<VillageModel> Load(const std::filesystem::path& file);
  // False: it cannot be written.
  static bool Write(const Counts& counts, const std::filesystem::path& file);

  // The probability; 0 of words unknown.
  float After(const Before& before, VillageWord word) const;

 private:
  // What follows a row of words: a probability, and of rows that go on, what is left to words that
  // never followed and where those that did begin.
  struct Follower {
    std::uint32_t word = 0;
    float probability = 0;
    float others = 1;
    std::uint32_t first = 0;
  };
  using Followers = std::vector<Follower>;

  static const Follower* Find(const Followers& among, const Follower& of, VillageWord word);
  static Followers Count(const Counts& counts, std::size_t words, Followers& before,
                         const VillageModel& model);

  // Of no word, by the word; of one and of two words in a row. The last of each only ends the one
  // before.
  Followers words_, pairs_, triples_;
};

}  // namespace studio
