#include "shared/safety/safety_points.h"

#include <algorithm>
#include <cstdlib>

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::size_t kCut = 20;  // of a clause longer than a window
// A few words alone say less than they seem to; a row grows to so many letters where it can.
constexpr std::size_t kFewestOfWindow = 20;
constexpr std::size_t kMostSaid = 6;
// The largest of many windows is large by chance: so many points more are asked of it.
constexpr int kManyWindows = 100;

// nullopt: no text has such a run.
std::optional<Run> ReadRun(std::string_view utf8) {
  Run run = 0;
  std::size_t length = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size(); ++length) {
    const char32_t c = NextCodePoint(utf8, at);
    if (length == kMaxRunLength || FoldForSafety(c) != c || (c >= U'1' && c <= U'9')) return {};
    if (MarkForSafety(c) != SafetyText::Mark::kNone || (c == kRunEdge && before == c)) return {};
    run = run << 21 | c;
    before = c;
  }
  if (length == 0 || run == kRunEdge) return {};
  return run;
}

bool IsSmall(int points) { return points >= -kMaxPoints && points <= kMaxPoints; }

}  // namespace

RunText::RunText(const SafetyText& text) {
  const auto& characters = text.characters;
  const auto is_mark = [&](std::size_t i) {
    return characters[i].mark != SafetyText::Mark::kNone || characters[i].point == kRunEdge;
  };
  const auto spaced = [&](std::size_t i) {
    return i >= characters.size() || is_mark(i) || characters[i].clause != characters[i - 1].clause;
  };
  int sentence = 0;
  bool apart = true;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const SafetyText::Character& c = characters[i];
    if (is_mark(i)) {
      apart = true;
      sentence += c.mark == SafetyText::Mark::kSentence;
      continue;
    }
    // A space beside a single character ends no clause: 我 不 想 活 了.
    const bool alone = !apart && (spaced(i + 1) || i < 2 || spaced(i - 1));
    if (apart || (spaced(i) && !alone)) {
      if (!pieces_.empty()) pieces_.back().closes = true;
      letters_ += kRunEdge;
      places_.push_back(i);
      pieces_.push_back({letters_.size(), letters_.size(), true, false, sentence});
    }
    apart = false;
    letters_ += c.point >= U'0' && c.point <= U'9' ? U'0' : c.point;
    places_.push_back(i);
    pieces_.back().end = letters_.size();
  }
  if (pieces_.empty()) return;
  pieces_.back().closes = true;
  letters_ += kRunEdge;
  places_.push_back(places_.back());
  std::vector<Piece> cut;
  for (const Piece& piece : pieces_) {
    Piece rest = piece;
    while (piece.end - piece.begin > kMaxWindow && rest.end - rest.begin > kCut) {
      cut.push_back({rest.begin, rest.begin + kCut, rest.opens, false, rest.sentence});
      rest.begin += kCut;
      rest.opens = false;
    }
    cut.push_back(rest);
  }
  pieces_ = std::move(cut);
}

bool RunText::IsRow(std::size_t first, std::size_t last) const {
  const int begins = pieces_[first].sentence, ends = pieces_[last].sentence;
  if (begins == ends) return true;
  const bool whole_first = first == 0 || pieces_[first - 1].sentence != begins;
  const bool whole_last = last + 1 == pieces_.size() || pieces_[last + 1].sentence != ends;
  return whole_first && whole_last;
}

std::vector<RunText::Window> RunText::Windows() const {
  std::vector<Window> windows;
  const auto add = [&](const Piece& first, const Piece& last) {
    windows.push_back({first.begin - (first.opens ? 1 : 0), last.end + (last.closes ? 1 : 0),
                       places_[first.begin], places_[last.end - 1] + 1});
  };
  std::size_t all = 0;
  for (const Piece& piece : pieces_) all += piece.end - piece.begin;
  if (all == 0) return windows;
  if (all <= kMaxWindow) {
    add(pieces_.front(), pieces_.back());
    return windows;
  }
  for (std::size_t first = 0; first < pieces_.size(); ++first) {
    std::size_t length = 0;
    for (std::size_t last = first; last < pieces_.size(); ++last) {
      length += pieces_[last].end - pieces_[last].begin;
      if (length > kMaxWindow) break;
      if (length < kFewestOfWindow && last + 1 < pieces_.size()) {
        const Piece& next = pieces_[last + 1];
        const bool grows = next.sentence == pieces_[first].sentence;
        if (grows && length + next.end - next.begin <= kMaxWindow) continue;
      }
      if (IsRow(first, last)) add(pieces_[first], pieces_[last]);
    }
  }
  return windows;
}

std::string TextOfRun(Run run) {
  std::string text;
  for (int shift = 42; shift >= 0; shift -= 21) {
    const auto c = static_cast<char32_t>(run >> shift & 0x1F'FFFF);
    if (c != 0) AppendCodePoint(text, c);
  }
  return text;
}

Result<SafetyPoints> SafetyPoints::Of(const std::vector<Safety::Points>& lists,
                                      const std::vector<std::string>& matters) {
  const auto wrong = [](const std::string& what) {
    return Fail(ErrorKind::kMalformed, "safety: " + what);
  };
  SafetyPoints made;
  if (lists.size() > kMaxPointLists) return wrong("there are too many lists of points");
  for (const Safety::Points& list : lists) {
    const std::string place = "points " + list.id;
    if (list.id != "danger" &&
        std::find(matters.begin(), matters.end(), list.id) == matters.end()) {
      return wrong(place + ": there is no such matter");
    }
    if (made.ListOf(list.id) != kNone) return wrong(place + ": are there twice");
    if (!IsSmall(list.base) || !IsSmall(list.least) || !IsSmall(list.with_pattern)) {
      return wrong(place + ": base, least and with_pattern are at most " +
                   std::to_string(kMaxPoints));
    }
    made.lists_.push_back({list.id, list.base, list.least, list.with_pattern});
  }
  for (std::size_t column = 0; column < lists.size(); ++column) {
    for (const auto& [text, points] : lists[column].runs) {
      const std::string place = "points " + lists[column].id + ": \"" + text.substr(0, 60) + "\" ";
      const auto run = ReadRun(text);
      if (!run) return wrong(place + "is no run of one to three characters as texts have them");
      if (!IsSmall(points)) return wrong(place + "has too many points");
      const auto [row, is_new] =
          made.rows_.try_emplace(*run, static_cast<std::uint32_t>(made.rows_.size()));
      if (is_new) made.points_.resize(made.points_.size() + lists.size());
      made.points_[row->second * lists.size() + column] = points;
      if (made.rows_.size() > kMaxRuns) return wrong(place + "is one run too many");
    }
  }
  return made;
}

std::size_t SafetyPoints::ListOf(std::string_view id) const {
  const auto found =
      std::find_if(lists_.begin(), lists_.end(), [&](const List& list) { return list.id == id; });
  return found == lists_.end() ? kNone : static_cast<std::size_t>(found - lists_.begin());
}

SafetyPoints::Look SafetyPoints::Sums(const RunText& text) const {
  Look look;
  look.largest.resize(lists_.size());
  if (lists_.empty()) return look;
  look.windows = text.Windows();
  // The rows of the runs that end at each letter, by their length.
  constexpr std::uint32_t kNoRow = UINT32_MAX;
  const std::u32string& letters = text.letters();
  std::vector<std::uint32_t> rows(letters.size() * kMaxRunLength, kNoRow);
  for (std::size_t end = 0; end < letters.size(); ++end) {
    Run run = 0;
    for (std::size_t back = 0; back < kMaxRunLength && back <= end; ++back) {
      run |= Run{letters[end - back]} << (21 * back);
      if (const auto row = rows_.find(run); row != rows_.end()) {
        rows[end * kMaxRunLength + back] = row->second;
      }
    }
  }
  std::vector<std::uint32_t> seen(rows_.size());
  std::uint32_t round = 0;
  std::vector<int> sums;
  std::size_t begin = SIZE_MAX, done = 0;
  for (const RunText::Window& window : look.windows) {
    // Those that begin at one place follow each other and grow.
    if (window.begin != begin) {
      begin = done = window.begin;
      ++round;
      sums.clear();
      for (const List& list : lists_) sums.push_back(list.base);
    }
    for (; done < window.end; ++done) {
      for (std::size_t back = 0; back < kMaxRunLength && back <= done - begin; ++back) {
        const std::uint32_t row = rows[done * kMaxRunLength + back];
        if (row == kNoRow || seen[row] == round) continue;
        seen[row] = round;
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += points_[row * sums.size() + i];
      }
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const bool first = &window == look.windows.data();
      const int points = sums[i] - (look.windows.size() > 1 ? kManyWindows : 0);
      if (first || points > look.largest[i].points) look.largest[i] = {points, window};
    }
    look.of_window.push_back(sums);
  }
  return look;
}

std::optional<int> SafetyPoints::Look::Touching(std::size_t list, std::size_t first,
                                                std::size_t last) const {
  std::optional<int> most;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (windows[i].first >= last || first >= windows[i].last) continue;
    most = std::max(most.value_or(of_window[i][list]), of_window[i][list]);
  }
  return most;
}

std::string SafetyPoints::Why(std::size_t list, const RunText& text,
                              const RunText::Window& window) const {
  std::vector<std::pair<int, Run>> found;
  EachRun(text.letters(), window.begin, window.end, kMaxRunLength, [&](Run run) {
    const auto row = rows_.find(run);
    if (row == rows_.end()) return;
    const int points = points_[row->second * lists_.size() + list];
    if (points != 0) found.emplace_back(-std::abs(points), run);
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::string said;
  for (std::size_t i = 0; i < found.size() && i < kMostSaid; ++i) {
    const auto row = rows_.find(found[i].second);
    const int points = points_[row->second * lists_.size() + list];
    said += (i == 0 ? "" : ", ") + TextOfRun(found[i].second) + (points > 0 ? " +" : " ") +
            std::to_string(points);
  }
  return said;
}

}  // namespace studio
