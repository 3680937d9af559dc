// How the patterns of safety_check run: all words of all patterns are found in one walk over the
// text, and a pattern is then a way from one of its words to the next.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/safety/safety_text.h"

namespace studio {

struct SafetyStep {
  std::uint32_t set = 0;  // of words; a gap where `gap` is not 0
  int gap = 0;
  bool over_commas = false;
  bool may_lack = false;
};

struct MadePattern {
  std::vector<SafetyStep> steps;
  std::uint32_t text = 0;    // in the list of texts
  std::uint32_t owner = 0;   // of dangers, matters or excuses
  std::uint32_t unless = 0;  // which excuses it takes
};

using PatternGroup = std::vector<MadePattern>;

// All words of all sets, looked up at once from any place of a text.
class WordTree {
 public:
  WordTree() : nodes_(1) {}

  void Add(const std::u32string& word, std::uint32_t set) {
    std::uint32_t at = 0;
    for (char32_t c : word) {
      const auto [child, made] =
          children_.try_emplace(Key(at, c), static_cast<std::uint32_t>(nodes_.size()));
      if (made) nodes_.emplace_back();
      at = child->second;
    }
    if (nodes_[at].empty() || nodes_[at].back() != set) nodes_[at].push_back(set);
  }

  // `found` is called with every set that has a word there, and with the word's length.
  template <class Found>
  void At(const std::u32string& text, std::size_t begin, Found found) const {
    std::uint32_t at = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
      const auto child = children_.find(Key(at, text[i]));
      if (child == children_.end()) return;
      at = child->second;
      for (std::uint32_t set : nodes_[at]) found(set, static_cast<std::uint32_t>(i - begin + 1));
    }
  }

 private:
  static std::uint64_t Key(std::uint32_t node, char32_t c) {
    return std::uint64_t{node} << 32 | static_cast<std::uint32_t>(c);
  }
  std::vector<std::vector<std::uint32_t>> nodes_;  // the sets whose words end there
  std::unordered_map<std::uint64_t, std::uint32_t> children_;
};

struct PatternMatch {
  const MadePattern* pattern;
  std::size_t begin, end;  // characters
};

// One text looked at by one group of patterns after the other.
class PatternLooking {
 public:
  // `sets`: one more than the largest number of a set.
  PatternLooking(const SafetyText& text, const std::u32string& letters, const WordTree& tree,
                 std::size_t sets)
      : text_(text), words_(letters.size()), present_(sets) {
    for (std::size_t at = 0; at < letters.size(); ++at) {
      tree.At(letters, at, [&](std::uint32_t set, std::uint32_t length) {
        words_[at].emplace_back(set, length);
        present_[set] = true;
      });
      std::sort(words_[at].begin(), words_[at].end());
    }
  }

  // `found` is told of each match, and says whether to look further. Of one pattern there is at
  // most one from each place.
  template <class Found>
  void Find(const PatternGroup& group, Found found) {
    for (const MadePattern& pattern : group) {
      if (!MayMatch(pattern)) continue;
      for (std::size_t at = 0; at < words_.size(); ++at) {
        if (!Has(at, pattern.steps.front().set)) continue;
        seen_.assign(pattern.steps.size() * (words_.size() + 1), false);
        if (Go(pattern, 0, at) && !found(PatternMatch{&pattern, at, end_})) return;
      }
    }
  }

 private:
  // All words that have to be there are somewhere.
  bool MayMatch(const MadePattern& pattern) const {
    return std::all_of(pattern.steps.begin(), pattern.steps.end(), [&](const SafetyStep& step) {
      return step.gap > 0 || step.may_lack || present_[step.set];
    });
  }

  bool Has(std::size_t at, std::uint32_t set) const {
    const auto found = std::lower_bound(words_[at].begin(), words_[at].end(), std::pair(set, 0U));
    return found != words_[at].end() && found->first == set;
  }

  bool Go(const MadePattern& pattern, std::size_t step, std::size_t at) {
    if (step == pattern.steps.size()) {
      end_ = at;
      return true;
    }
    const std::size_t place = step * (words_.size() + 1) + at;
    if (seen_[place]) return false;
    seen_[place] = true;
    const SafetyStep& one = pattern.steps[step];
    if (one.gap > 0) {
      const auto most = one.over_commas ? SafetyText::Mark::kClause : SafetyText::Mark::kNone;
      for (int skipped = 0;; ++skipped, ++at) {
        if (Go(pattern, step + 1, at)) return true;
        if (skipped == one.gap || at == words_.size()) return false;
        if (text_.characters[at].mark > most) return false;
      }
    }
    if (one.may_lack && Go(pattern, step + 1, at)) return true;
    if (at == words_.size()) return false;
    const auto& here = words_[at];
    for (auto it = std::lower_bound(here.begin(), here.end(), std::pair(one.set, 0U));
         it != here.end() && it->first == one.set; ++it) {
      if (Go(pattern, step + 1, at + it->second)) return true;
    }
    return false;
  }

  const SafetyText& text_;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> words_;  // set, length
  std::vector<bool> present_;                                                // by set
  std::vector<bool> seen_;
  std::size_t end_ = 0;
};

}  // namespace studio
