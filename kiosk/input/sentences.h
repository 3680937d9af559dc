// Sentences for keys that no word takes whole: the one the engine composes, and its best first
// words, each followed by the best of what is left. librime offers a single sentence, and takes one
// word too many wrongly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/accents.h"
#include "input/rime_library.h"

namespace studio {

// A candidate of the engine's and how it was spelled.
struct Spelled {
  std::string text;
  std::size_t index = 0;  // in the engine's own list
  std::size_t keys = 0;   // how many of the keys it takes; 0: unknown
  double rank = 0;        // among those that take as many: lower is better
  bool full = false;      // every syllable was spelled to its end
};

// The engine's first candidates for the keys, those that take as many keys together and the more
// exact before the less. `list` is left after the last one taken.
std::vector<Spelled> TakeSpelled(const RimeApi& api, RimeCandidateListIterator& list,
                                 std::string_view keys, Accents& accents, std::size_t at_most);

class Sentences {
 public:
  // Has an engine's session of its own, since it has to choose and take back; made when needed.
  Sentences(const RimeApi& api, std::string schema);
  Sentences(const Sentences&) = delete;
  Sentences& operator=(const Sentences&) = delete;
  ~Sentences();

  struct Composed {
    std::string text;
    bool full = false;  // as of a Spelled
  };
  // None where a word, or a sentence of two characters, takes all keys, or where they are many.
  // `words`: what the engine offers for the keys. All take all keys; likeliest first.
  std::vector<Composed> Find(std::string_view keys, const std::vector<Spelled>& words,
                             Accents& accents);

 private:
  void Feed(std::string_view keys);
  void Forget();
  std::vector<Spelled> After(const Spelled& word, std::string_view left, Accents& accents);

  const RimeApi& api_;
  const std::string schema_;
  RimeSessionId id_ = 0;
  std::string fed_;
};

}  // namespace studio
