// Points beside patterns (protocol.md, *What stops a writer*): runs of one to three characters say
// a little each, and so do pairs of characters of one clause and kinds of words; their sum says
// whether a text is of danger or of a matter that belongs elsewhere. Looked at in windows of whole
// clauses, so that a long text says no more than a short one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/safety/safety_kinds.h"
#include "shared/safety/safety_list.h"
#include "shared/safety/safety_text.h"

namespace studio {

inline constexpr std::size_t kMaxRunLength = 3, kMaxRuns = 100'000, kMaxPointLists = 40;
inline constexpr int kMaxPoints = 100'000;
inline constexpr std::size_t kMaxWindow = 60;  // characters

// What carries points, as a number of up to three letters of 21 bits: a run of characters; two of a
// clause with one to three others between (`kRunGap` in the middle); a kind of words; a kind
// beside a character, the edge or another kind; two kinds in their order, whatever is between
// (`kRunLater`).
using Run = std::uint64_t;
inline constexpr char32_t kRunGap = 0x1FFFFD, kRunLater = 0x1FFFFE;
inline constexpr std::size_t kMaxRunGap = 3;
constexpr char32_t MiddleOf(Run run) { return static_cast<char32_t>(run >> 21 & 0x1F'FFFF); }

// A text as runs see it: without marks, every clause between two `kRunEdge`, all digits as 0.
inline constexpr char32_t kRunEdge = U'|';
class RunText {
 public:
  RunText(const SafetyText& text, const SafetyKinds& kinds);

  // Half-open: pieces, letters with the edges, and characters of the SafetyText.
  struct Window {
    std::size_t begin = 0, end = 0;
    std::size_t first = 0, last = 0;
    bool part = false;  // of a short text, which is a window itself
  };
  // Whole if it is short enough, else every row of whole clauses that is, within one sentence or
  // made of whole ones. A clause that is too long itself is cut, and a short row is none where it
  // can grow. With `parts` the rows of a short text, too, unless it is very short.
  std::vector<Window> Windows(bool parts) const;
  const std::u32string& letters() const { return letters_; }

  // What carries points and stands between two letters, without pairs of kinds.
  struct Place {
    std::size_t begin = 0, end = 0;
    Run run = 0;
  };
  const std::vector<Place>& places() const { return all_; }  // by their ends
  struct KindPlace {
    std::size_t begin = 0, end = 0;
    char32_t kind = 0;
  };
  const std::vector<KindPlace>& kinds() const { return kinds_; }  // in the order of the text

 private:
  struct Piece {
    std::size_t begin = 0, end = 0;  // letters without edges
    bool opens = false, closes = false;
    int sentence = 0;
  };
  void FindKinds(const SafetyKinds& kinds);
  void FindRuns();
  bool IsRow(std::size_t first, std::size_t last) const;
  std::u32string letters_;
  std::vector<std::size_t> places_;  // of letters in the SafetyText
  std::vector<Piece> pieces_;
  std::vector<Place> all_;
  std::vector<KindPlace> kinds_;
};

inline Run RunOf(char32_t first, char32_t middle, char32_t last) {
  return (Run{first} << 21 | middle) << 21 | last;
}

// All that carries points between two letters, ascending and each once.
std::vector<Run> RunsOf(const RunText& text, std::size_t begin, std::size_t end);
std::string TextOfRun(Run run, const SafetyKinds& kinds);

// Laid close, as a station holds it for years: 35,000 runs in 0.6 MB.
class SafetyPoints {
 public:
  // kMalformed: the detail is a sentence with the place. Every id is "danger" or one of `matters`.
  static Result<SafetyPoints> Of(const Safety& list, const std::vector<std::string>& matters);
  SafetyPoints() = default;

  static constexpr std::size_t kNone = SIZE_MAX;
  std::size_t ListOf(std::string_view id) const;  // kNone: it has no points

  struct Sum {
    int points = 0;
    RunText::Window window;
  };
  struct Look {
    std::vector<Sum> largest;                 // by list
    std::vector<std::vector<int>> of_window;  // by window, by list; what parts ask is taken off
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
  const SafetyKinds& kinds() const { return kinds_; }

 private:
  struct List {
    std::string id;
    int base = 0, least = 0, with_pattern = 0;
    int parts = 0;
  };
  std::vector<List> lists_;
  bool has_parts_ = false;
  static constexpr std::uint32_t kNoRow = UINT32_MAX;
  std::uint32_t RowOf(Run run) const;                         // kNoRow: it says nothing
  std::uint32_t PairOf(char32_t first, char32_t last) const;  // of two kinds
  int PointsOf(std::uint32_t row, std::size_t list) const;

  struct Said {
    std::uint32_t list : 8;
    std::int32_t points : 24;
  };
  SafetyKinds kinds_;
  std::vector<std::uint32_t> pairs_;  // rows of pairs of kinds
  std::vector<Run> runs_;             // ascending, a row each
  std::vector<std::uint32_t> ends_;   // by row, in `said_`
  std::vector<Said> said_;            // most runs say something of one list alone
};

}  // namespace studio
