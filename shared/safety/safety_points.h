// Points beside patterns (protocol.md, *What stops a writer*): runs of one to three characters say
// a little each, and their sum says whether a text is of danger or of a matter that belongs
// elsewhere. Looked at in windows of whole clauses, so that a long text says no more than a short
// one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/safety/safety_list.h"
#include "shared/safety/safety_text.h"

namespace studio {

inline constexpr std::size_t kMaxRunLength = 3, kMaxRuns = 40'000, kMaxPointLists = 40;
inline constexpr int kMaxPoints = 100'000;
inline constexpr std::size_t kMaxWindow = 60;  // characters

// A run as a number: up to three characters of 21 bits.
using Run = std::uint64_t;

// A text as runs see it: without marks, every clause between two `kRunEdge`, all digits as 0.
inline constexpr char32_t kRunEdge = U'|';
class RunText {
 public:
  explicit RunText(const SafetyText& text);

  // Half-open: pieces, letters with the edges, and characters of the SafetyText.
  struct Window {
    std::size_t begin = 0, end = 0;
    std::size_t first = 0, last = 0;
  };
  // Whole if it is short enough, else every row of whole clauses that is, within one sentence or
  // made of whole ones. A clause that is too long itself is cut, and a short row is none where it
  // can grow.
  std::vector<Window> Windows() const;
  const std::u32string& letters() const { return letters_; }

 private:
  struct Piece {
    std::size_t begin = 0, end = 0;  // letters without edges
    bool opens = false, closes = false;
    int sentence = 0;
  };
  bool IsRow(std::size_t first, std::size_t last) const;
  std::u32string letters_;
  std::vector<std::size_t> places_;  // of letters in the SafetyText
  std::vector<Piece> pieces_;
};

// Calls `found` with each run of one to `longest` characters between two letters, again where it
// stands again.
template <class Found>
void EachRun(const std::u32string& letters, std::size_t begin, std::size_t end, std::size_t longest,
             Found found) {
  for (std::size_t at = begin; at < end; ++at) {
    Run run = 0;
    for (std::size_t i = at; i < end && i < at + longest; ++i) {
      run = run << 21 | letters[i];
      if (run != kRunEdge) found(run);
    }
  }
}
std::string TextOfRun(Run run);

class SafetyPoints {
 public:
  // kMalformed: the detail is a sentence with the place. Every id is "danger" or one of `matters`.
  static Result<SafetyPoints> Of(const std::vector<Safety::Points>& lists,
                                 const std::vector<std::string>& matters);
  SafetyPoints() = default;

  static constexpr std::size_t kNone = SIZE_MAX;
  std::size_t ListOf(std::string_view id) const;  // kNone: it has no points

  struct Sum {
    int points = 0;
    RunText::Window window;
  };
  struct Look {
    std::vector<Sum> largest;                 // by list
    std::vector<std::vector<int>> of_window;  // by window, by list
    std::vector<RunText::Window> windows;
    // The largest of those that touch these characters of the text; nullopt: none does.
    std::optional<int> Touching(std::size_t list, std::size_t first, std::size_t last) const;
  };
  Look Sums(const RunText& text) const;
  // The runs of the window that count most for the list: "没气 +83, 救 +50".
  std::string Why(std::size_t list, const RunText& text, const RunText::Window& window) const;
  int least(std::size_t list) const { return lists_[list].least; }
  int with_pattern(std::size_t list) const { return lists_[list].with_pattern; }
  bool empty() const { return lists_.empty(); }

 private:
  struct List {
    std::string id;
    int base = 0, least = 0, with_pattern = 0;
  };
  std::vector<List> lists_;
  std::unordered_map<Run, std::uint32_t> rows_;
  std::vector<int> points_;  // a row a run, with a column a list
};

}  // namespace studio
