#include "shared/safety/safety_points.h"

#include <algorithm>
#include <cstdlib>

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::size_t kCut = 20;  // of a clause longer than a window
// A few words alone say less than they seem to; a row grows to so many letters where it can.
constexpr std::size_t kFewestOfWindow = 20;
constexpr std::size_t kFewestOfPart = 8, kFewestOfParted = 14;
constexpr std::size_t kMostSaid = 6;
// The largest of many windows is large by chance: so many points more a list without `parts` asks.
constexpr int kManyWindows = 100;

bool IsKind(char32_t letter) { return letter >= kFirstKind && letter < kRunGap; }

// The letters of what carries points as a list writes it; empty: they cannot be read.
std::u32string LettersOf(std::string_view utf8, const SafetyKinds& kinds) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    if (letters.size() == kMaxRunLength) return {};
    if (const std::size_t close = utf8.find('>', at);
        utf8[at] == '<' && close > at + 1 && close != utf8.npos) {
      const char32_t kind = kinds.LetterOf(utf8.substr(at + 1, close - at - 1));
      if (kind == 0) return {};
      letters += kind;
      at = close + 1;
      continue;
    }
    const char32_t c = NextCodePoint(utf8, at);
    const bool between = letters.size() == 1 && at < utf8.size();
    if (between && c == U'_') {
      letters += kRunGap;
    } else if (between && c == U'…' && IsKind(letters[0])) {
      letters += kRunLater;
    } else {
      if (FoldForSafety(c) != c || (c >= U'1' && c <= U'9')) return {};
      if (MarkForSafety(c) != SafetyText::Mark::kNone) return {};
      letters += c;
    }
  }
  return letters;
}

// nullopt: no text has such a run.
std::optional<Run> ReadRun(std::string_view utf8, const SafetyKinds& kinds) {
  const std::u32string letters = LettersOf(utf8, kinds);
  const auto is = [&](auto what) { return std::count_if(letters.begin(), letters.end(), what); };
  const auto named = is(IsKind);
  const bool later = letters.size() == 3 && letters[1] == kRunLater;
  const bool gap = letters.size() == 3 && letters[1] == kRunGap;
  if (letters.empty() || letters == U"|" || (later && named != 2)) return {};
  if (letters.find(U"||") != letters.npos) return {};
  if (gap && (named > 0 || is([](char32_t c) { return c == kRunEdge; }) > 0)) return {};
  if (named > 0 && !later && letters.size() > 2) return {};
  Run run = 0;
  for (const char32_t letter : letters) run = run << 21 | letter;
  return run;
}

bool IsSmall(int points) { return points >= -kMaxPoints && points <= kMaxPoints; }

}  // namespace

RunText::RunText(const SafetyText& text, const SafetyKinds& kinds) {
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
  FindRuns();
  FindKinds(kinds);
  std::stable_sort(all_.begin(), all_.end(),
                   [](const Place& a, const Place& b) { return a.end < b.end; });
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

void RunText::FindRuns() {
  for (std::size_t begin = 0; begin < letters_.size(); ++begin) {
    Run run = 0;
    for (std::size_t i = begin; i < letters_.size() && i < begin + kMaxRunLength; ++i) {
      run = run << 21 | letters_[i];
      if (run != kRunEdge) all_.push_back({begin, i + 1, run});
    }
    if (letters_[begin] == kRunEdge) continue;
    for (std::size_t i = begin + 1; i < letters_.size() && i <= begin + 1 + kMaxRunGap; ++i) {
      if (letters_[i] == kRunEdge) break;
      if (i > begin + 1)
        all_.push_back({begin, i + 1, RunOf(letters_[begin], kRunGap, letters_[i])});
    }
  }
}

void RunText::FindKinds(const SafetyKinds& kinds) {
  if (kinds.size() == 0) return;
  struct Stretch {
    std::size_t begin, end;
    std::u32string letters;  // its kinds, or what stands there
  };
  Stretch before{0, 0, {}};
  for (std::size_t at = 0; at < letters_.size();) {
    std::size_t end = at;
    while (letters_[at] != kRunEdge && end < letters_.size() && letters_[end] != kRunEdge) ++end;
    const SafetyKinds::Word found = end > at ? kinds.At(letters_, at, end) : SafetyKinds::Word{};
    Stretch word{at, at + std::max<std::size_t>(found.length, 1), {}};
    word.letters = found.length > 0 ? *found.kinds : std::u32string(1, letters_[at]);
    for (const char32_t letter : word.letters) {
      if (IsKind(letter)) {
        all_.push_back({word.begin, word.end, letter});
        kinds_.push_back({word.begin, word.end, letter});
      }
      for (const char32_t other : before.letters) {
        if (!IsKind(letter) && !IsKind(other)) continue;
        all_.push_back({before.begin, word.end, Run{other} << 21 | letter});
      }
    }
    at = word.end;
    before = std::move(word);
  }
}

bool RunText::IsRow(std::size_t first, std::size_t last) const {
  const int begins = pieces_[first].sentence, ends = pieces_[last].sentence;
  if (begins == ends) return true;
  const bool whole_first = first == 0 || pieces_[first - 1].sentence != begins;
  const bool whole_last = last + 1 == pieces_.size() || pieces_[last + 1].sentence != ends;
  return whole_first && whole_last;
}

std::vector<RunText::Window> RunText::Windows(bool parts) const {
  std::vector<Window> windows;
  std::size_t all = 0;
  for (const Piece& piece : pieces_) all += piece.end - piece.begin;
  const bool is_long = all > kMaxWindow;
  const auto add = [&](std::size_t at, std::size_t to) {
    const Piece &first = pieces_[at], &last = pieces_[to];
    windows.push_back({first.begin - (first.opens ? 1 : 0), last.end + (last.closes ? 1 : 0),
                       places_[first.begin], places_[last.end - 1] + 1,
                       !is_long && (at > 0 || to + 1 < pieces_.size())});
  };
  if (all == 0) return windows;
  if (!is_long && (!parts || all < kFewestOfParted)) {
    add(0, pieces_.size() - 1);
    return windows;
  }
  for (std::size_t first = 0; first < pieces_.size(); ++first) {
    std::size_t length = 0;
    for (std::size_t last = first; last < pieces_.size(); ++last) {
      length += pieces_[last].end - pieces_[last].begin;
      if (length > kMaxWindow) break;
      if (!is_long && length < kFewestOfPart) continue;
      if (is_long && length < kFewestOfWindow && last + 1 < pieces_.size()) {
        const Piece& next = pieces_[last + 1];
        const bool grows = next.sentence == pieces_[first].sentence;
        if (grows && length + next.end - next.begin <= kMaxWindow) continue;
      }
      if (IsRow(first, last)) add(first, last);
    }
  }
  return windows;
}

std::vector<Run> RunsOf(const RunText& text, std::size_t begin, std::size_t end) {
  std::vector<Run> runs;
  for (const RunText::Place& place : text.places()) {
    if (place.begin >= begin && place.end <= end) runs.push_back(place.run);
  }
  const auto& kinds = text.kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i].begin < begin || kinds[i].end > end) continue;
    for (std::size_t j = i + 1; j < kinds.size() && kinds[j].end <= end; ++j) {
      if (kinds[j].begin >= kinds[i].end) {
        runs.push_back(RunOf(kinds[i].kind, kRunLater, kinds[j].kind));
      }
    }
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

std::string TextOfRun(Run run, const SafetyKinds& kinds) {
  std::string text;
  for (int shift = 42; shift >= 0; shift -= 21) {
    const auto c = static_cast<char32_t>(run >> shift & 0x1F'FFFF);
    if (c == kRunGap) {
      text += '_';
    } else if (c == kRunLater) {
      text += "…";
    } else if (IsKind(c)) {
      text += '<' + kinds.NameOf(c) + '>';
    } else if (c != 0) {
      AppendCodePoint(text, c);
    }
  }
  return text;
}

Result<SafetyPoints> SafetyPoints::Of(const Safety& safety,
                                      const std::vector<std::string>& matters) {
  const auto wrong = [](const std::string& what) {
    return Fail(ErrorKind::kMalformed, "safety: " + what);
  };
  const std::vector<Safety::Points>& lists = safety.points;
  SafetyPoints made;
  auto kinds = SafetyKinds::Of(safety.kinds);
  if (!kinds) return tl::unexpected(kinds.error());
  made.kinds_ = std::move(*kinds);
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
    if (list.parts.value_or(0) < 0 || list.parts.value_or(0) > kMaxPoints) {
      return wrong(place + ": parts are 0 to " + std::to_string(kMaxPoints));
    }
    if (list.parts.has_value() != lists.front().parts.has_value()) {
      return wrong(place + ": either all have parts or none");
    }
    made.has_parts_ = list.parts.has_value();
    made.lists_.push_back(
        {list.id, list.base, list.least, list.with_pattern, list.parts.value_or(0)});
  }
  struct Read {
    Run run;
    Said said;
  };
  std::vector<Read> read;
  for (std::size_t column = 0; column < lists.size(); ++column) {
    for (const auto& [text, points] : lists[column].runs) {
      const std::string place = "points " + lists[column].id + ": \"" + text.substr(0, 60) + "\" ";
      const auto run = ReadRun(text, made.kinds_);
      if (!run)
        return wrong(place +
                     "is no run of one to three characters as texts have them, and no kind");
      if (!IsSmall(points)) return wrong(place + "has too many points");
      read.push_back({*run, {static_cast<std::uint32_t>(column), points}});
    }
  }
  std::stable_sort(read.begin(), read.end(),
                   [](const Read& a, const Read& b) { return a.run < b.run; });
  for (const Read& one : read) {
    if (made.runs_.empty() || made.runs_.back() != one.run) {
      made.runs_.push_back(one.run);
      made.ends_.push_back(0);
    }
    made.said_.push_back(one.said);
    made.ends_.back() = static_cast<std::uint32_t>(made.said_.size());
  }
  if (made.runs_.size() > kMaxRuns) {
    return wrong("points have more than " + std::to_string(kMaxRuns) + " runs");
  }
  made.runs_.shrink_to_fit();
  made.ends_.shrink_to_fit();
  made.said_.shrink_to_fit();
  const std::size_t kinds_count = made.kinds_.size();
  made.pairs_.assign(kinds_count * kinds_count, kNoRow);
  for (std::uint32_t row = 0; row < made.runs_.size(); ++row) {
    const Run run = made.runs_[row];
    if (MiddleOf(run) != kRunLater) continue;
    const auto first = static_cast<char32_t>(run >> 42),
               last = static_cast<char32_t>(run & 0x1F'FFFF);
    made.pairs_[(first - kFirstKind) * kinds_count + (last - kFirstKind)] = row;
  }
  return made;
}

std::uint32_t SafetyPoints::RowOf(Run run) const {
  const auto found = std::lower_bound(runs_.begin(), runs_.end(), run);
  if (found == runs_.end() || *found != run) return kNoRow;
  return static_cast<std::uint32_t>(found - runs_.begin());
}

int SafetyPoints::PointsOf(std::uint32_t row, std::size_t list) const {
  for (std::size_t i = row == 0 ? 0 : ends_[row - 1]; i < ends_[row]; ++i) {
    if (said_[i].list == list) return said_[i].points;
  }
  return 0;
}

std::uint32_t SafetyPoints::PairOf(char32_t first, char32_t last) const {
  return pairs_[(first - kFirstKind) * kinds_.size() + (last - kFirstKind)];
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
  look.windows = text.Windows(has_parts_);
  const bool has_part = std::any_of(look.windows.begin(), look.windows.end(),
                                    [](const RunText::Window& window) { return window.part; });
  const int asked = look.windows.size() > 1 && !has_part ? kManyWindows : 0;
  struct Row {
    std::size_t begin, end;
    std::uint32_t row;
  };
  std::vector<Row> known;
  for (const RunText::Place& place : text.places()) {
    if (const std::uint32_t row = RowOf(place.run); row != kNoRow) {
      known.push_back({place.begin, place.end, row});
    }
  }
  const auto& kinds = text.kinds();
  std::vector<std::uint32_t> seen(runs_.size());
  std::uint32_t round = 0;
  std::vector<int> sums;
  std::size_t begin = SIZE_MAX, next = 0, kind = 0, first_kind = 0;
  for (const RunText::Window& window : look.windows) {
    // Those that begin at one place follow each other and grow.
    if (window.begin != begin) {
      begin = window.begin;
      next = static_cast<std::size_t>(
          std::lower_bound(known.begin(), known.end(), begin,
                           [](const Row& row, std::size_t at) { return row.end <= at; }) -
          known.begin());
      while (first_kind < kinds.size() && kinds[first_kind].begin < begin) ++first_kind;
      kind = first_kind;
      ++round;
      sums.clear();
      for (const List& list : lists_) sums.push_back(list.base);
    }
    const auto once = [&](std::uint32_t row) {
      if (seen[row] == round) return;
      seen[row] = round;
      for (std::size_t i = row == 0 ? 0 : ends_[row - 1]; i < ends_[row]; ++i) {
        sums[said_[i].list] += said_[i].points;
      }
    };
    for (; next < known.size() && known[next].end <= window.end; ++next) {
      if (known[next].begin >= begin) once(known[next].row);
    }
    for (; kind < kinds.size() && kinds[kind].end <= window.end; ++kind) {
      for (std::size_t i = first_kind; i < kind; ++i) {
        if (kinds[i].end > kinds[kind].begin) continue;
        const std::uint32_t row = PairOf(kinds[i].kind, kinds[kind].kind);
        if (row != kNoRow) once(row);
      }
    }
    auto& of_window = look.of_window.emplace_back(sums);
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const bool first = &window == look.windows.data();
      if (window.part) of_window[i] -= lists_[i].parts;
      const int points = of_window[i] - asked;
      if (first || points > look.largest[i].points) look.largest[i] = {points, window};
    }
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
  for (const Run run : RunsOf(text, window.begin, window.end)) {
    const std::uint32_t row = RowOf(run);
    if (row == kNoRow) continue;
    const int points = PointsOf(row, list);
    if (points != 0) found.emplace_back(-std::abs(points), run);
  }
  std::sort(found.begin(), found.end());
  std::string said;
  for (std::size_t i = 0; i < found.size() && i < kMostSaid; ++i) {
    const int points = PointsOf(RowOf(found[i].second), list);
    said += (i == 0 ? "" : ", ") + TextOfRun(found[i].second, kinds_) + (points > 0 ? " +" : " ") +
            std::to_string(points);
  }
  return said;
}

}  // namespace studio
