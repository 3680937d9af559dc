#include "shared/safety/safety_learning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "shared/safety/safety_check.h"
#include "shared/safety/safety_points.h"
#include "shared/safety/safety_regression.h"

namespace studio {
namespace {

constexpr double kTrust = 6;          // in one sentence; more: points follow single sentences
constexpr int kFewest = 9;            // points; what carries less is left out
constexpr int kFewestOfGap = 4;       // sentences
constexpr double kKindSpread = 0.36;  // kinds are many to a sentence: held back more
constexpr int kRounds = 6;            // of learning again what came out wrong
constexpr std::size_t kMaxSentences = 50'000, kFewestOfClass = 4, kFewestOfFile = 20, kFolds = 5;
constexpr std::size_t kAlways = SIZE_MAX;  // no fold: never left out

struct Example {
  std::vector<std::uint32_t> features;  // indices of runs, ascending
  std::size_t label = 0;                // 0: none; then the classes
  std::size_t fold = 0;
  std::vector<char> matched;  // by class: a pattern counts
};

struct Cut {
  int least = 0, with_pattern = 0;
};

bool Stops(const Cut& cut, int sum, bool matched) {
  return sum >= cut.least || (matched && sum >= cut.with_pattern);
}

char32_t MiddleOf(Run run) { return static_cast<char32_t>(run >> 21 & 0x1F'FFFF); }
bool IsGap(Run run) { return run >> 42 != 0 && MiddleOf(run) == kRunGap; }
// Three characters are hardly said twice.
bool IsPlainAndLong(Run run) {
  return run >> 42 != 0 && MiddleOf(run) != kRunGap && MiddleOf(run) != kRunLater;
}
// Of a kind alone, or of two.
bool IsOfKinds(Run run) {
  return (run >= kFirstKind && run < kRunGap) || (run >> 42 != 0 && MiddleOf(run) == kRunLater);
}

class Learning {
 public:
  Learning(const Safety& list, const std::vector<SafetySentence>& sentences,
           const SafetyLearning& how)
      : sentences_(sentences), how_(how), list_(list) {
    list_.points.clear();
    list_.check = nullptr;
  }

  Result<SafetyLesson> Do() {
    if (const auto read = Read(); !read) return tl::unexpected(read.error());
    // The second round has the cuts that the first one chose to learn again by.
    std::vector<std::vector<int>> sums(examples_.size());
    std::vector<Cut> cuts(classes_.size());
    for (const int rounds : {0, kRounds}) {
      for (std::size_t fold = 0; fold < folds_; ++fold) Sum(Fit(fold, cuts, rounds), fold, sums);
      for (std::size_t c = 0; c < classes_.size(); ++c) cuts[c] = Choose(c, sums);
    }
    SafetyLesson lesson;
    lesson.left_out = Figures(sums, cuts);
    lesson.points = Fit(folds_, cuts, kRounds);
    std::vector<std::vector<int>> all(examples_.size());
    Sum(lesson.points, folds_, all);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        if (!IsWrong(i, c, all[i][c], cuts[c])) continue;
        lesson.wrong.push_back(sentences_[i].label + "\t" + sentences_[i].words);
        break;
      }
    }
    return lesson;
  }

 private:
  Result<void> Read() {
    const auto wrong = [](std::string what) {
      return Fail(ErrorKind::kMalformed, std::move(what));
    };
    auto check = SafetyCheck::Of(list_);
    if (!check) return tl::unexpected(check.error());
    auto kinds = SafetyKinds::Of(list_.kinds);
    if (!kinds) return tl::unexpected(kinds.error());
    kinds_ = std::move(*kinds);
    if (sentences_.size() > kMaxSentences) return wrong("there are too many sentences");
    classes_.emplace_back("danger");
    for (const auto& matter : list_.not_ours) classes_.push_back(matter.id);
    std::vector<std::size_t> counts(classes_.size() + 1);
    std::size_t files = 0;
    std::unordered_map<Run, std::uint32_t> known;
    for (const SafetySentence& sentence : sentences_) {
      Example one;
      const auto found = std::find(classes_.begin(), classes_.end(), sentence.label);
      if (found != classes_.end()) {
        one.label = static_cast<std::size_t>(found - classes_.begin()) + 1;
      } else if (sentence.label != "none") {
        return wrong("the label \"" + sentence.label.substr(0, 60) +
                     "\" is neither danger nor none nor a matter of the list");
      }
      ++counts[one.label];
      files = std::max(files, sentence.file + 1);
      const RunText text(CleanForSafety(sentence.words), kinds_);
      for (const Run run : RunsOf(text, 0, text.letters().size())) {
        if (IsPlainAndLong(run)) continue;
        const auto [at, is_new] = known.try_emplace(run, static_cast<std::uint32_t>(runs_.size()));
        if (is_new) runs_.push_back(run);
        one.features.push_back(at->second);
      }
      std::sort(one.features.begin(), one.features.end());
      const SafetyFindings findings = check->Look(sentence.words);
      one.matched.resize(classes_.size());
      one.matched[0] = !findings.danger.empty();
      for (std::size_t c = 1; c < classes_.size(); ++c) {
        for (const auto& finding : findings.not_ours) one.matched[c] |= finding.id == classes_[c];
      }
      examples_.push_back(std::move(one));
    }
    Fold(files);
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      learns_.push_back(counts[c + 1] >= kFewestOfClass);
    }
    if (!learns_[0] || counts[0] < kFewestOfClass) {
      return wrong("there are too few sentences of danger or of none to learn from");
    }
    return {};
  }

  // Files with enough of both are left out in turn; what others add is always learnt from.
  void Fold(std::size_t files) {
    std::vector<std::array<std::size_t, 2>> of(files);  // ordinary, danger
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (examples_[i].label < 2 && sentences_[i].counted)
        ++of[sentences_[i].file][examples_[i].label];
    }
    std::vector<std::size_t> folds(files, kAlways);
    for (std::size_t file = 0; file < files; ++file) {
      if (std::min(of[file][0], of[file][1]) >= kFewestOfFile) folds[file] = folds_++;
    }
    const bool by_file = folds_ >= 3;
    if (!by_file) folds_ = kFolds;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      examples_[i].fold = by_file ? folds[sentences_[i].file] : i % kFolds;
    }
  }

  bool IsWrong(std::size_t example, std::size_t c, int sum, const Cut& cut) const {
    if (!learns_[c]) return false;
    const Example& one = examples_[example];
    return Stops(cut, sum, one.matched[c] != 0) != (one.label == c + 1);
  }

  // The points of all classes from the sentences outside of one fold.
  std::vector<Safety::Points> Fit(std::size_t without, const std::vector<Cut>& cuts,
                                  int rounds) const {
    std::vector<int> in(runs_.size());
    for (const Example& one : examples_) {
      if (one.fold == without) continue;
      for (std::uint32_t feature : one.features) ++in[feature];
    }
    std::vector<Safety::Points> all;
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      if (learns_[c]) all.push_back(FitClass(c, without, in, cuts[c], rounds));
    }
    return all;
  }

  // What comes out wrong is learnt again, trusted more, and with runs that it has alone.
  Safety::Points FitClass(std::size_t c, std::size_t without, const std::vector<int>& in,
                          const Cut& cut, int rounds) const {
    std::vector<double> trust(examples_.size(), kTrust);
    std::vector<char> kept(runs_.size()), whole(runs_.size());
    std::vector<double> spread(runs_.size(), 1);
    const double rare = std::log((static_cast<double>(examples_.size()) + 1) / 3);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      kept[i] = in[i] >= (IsGap(runs_[i]) ? kFewestOfGap : 2);
      const double said = std::log((static_cast<double>(examples_.size()) + 1) / (in[i] + 1));
      if (kept[i])
        spread[i] = said * said / (rare * rare) * (IsOfKinds(runs_[i]) ? kKindSpread : 1);
    }
    for (;; --rounds) {
      std::vector<int> points;
      const int base = Points(c, without, trust, spread, kept, whole, points);
      bool wrong = false;
      for (std::size_t i = 0; i < examples_.size() && rounds > 0; ++i) {
        const Example& one = examples_[i];
        if (one.fold == without) continue;
        int sum = base;
        for (std::uint32_t feature : one.features) sum += points[feature];
        if (!IsWrong(i, c, sum, cut) || one.features.empty()) continue;
        wrong = true;
        if (whole[one.features.front()] != 0) trust[i] *= 2;
        for (std::uint32_t feature : one.features) kept[feature] = whole[feature] = 1;
      }
      if (wrong) continue;
      Safety::Points made{classes_[c], base, cut.least, cut.with_pattern, {}};
      for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (points[i] != 0) made.runs.emplace(TextOfRun(runs_[i], kinds_), points[i]);
      }
      return made;
    }
  }

  // Into `points`, by run; what it returns is the base.
  int Points(std::size_t c, std::size_t without, const std::vector<double>& trust,
             const std::vector<double>& spread, const std::vector<char>& kept,
             const std::vector<char>& whole, std::vector<int>& points) const {
    std::vector<std::vector<std::uint32_t>> rows;
    rows.reserve(examples_.size());
    SafetyRegression regression(spread);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Example& one = examples_[i];
      if (one.fold == without) continue;
      auto& row = rows.emplace_back();
      std::copy_if(one.features.begin(), one.features.end(), std::back_inserter(row),
                   [&](std::uint32_t feature) { return kept[feature] != 0; });
      regression.Add(row.data(), row.size(), one.label == c + 1, trust[i]);
    }
    regression.Solve();
    points.assign(runs_.size(), 0);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const int rounded = static_cast<int>(std::lround(regression.Of(i) * 100));
      if (std::abs(rounded) >= (whole[i] != 0 ? 1 : kFewest)) {
        points[i] = std::clamp(rounded, -kMaxPoints, kMaxPoints);
      }
    }
    return static_cast<int>(std::lround(regression.Base() * 100));
  }

  // Of the sentences of one fold (of all where there is no such fold), by class.
  void Sum(const std::vector<Safety::Points>& points, std::size_t fold,
           std::vector<std::vector<int>>& sums) const {
    const std::vector<std::string> matters(classes_.begin() + 1, classes_.end());
    Safety list;
    list.kinds = list_.kinds;
    list.points = points;
    const auto made = SafetyPoints::Of(list, matters);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (fold < folds_ && examples_[i].fold != fold) continue;
      sums[i].assign(classes_.size(), 0);
      if (!made) continue;
      const auto look = made->Sums(RunText(CleanForSafety(sentences_[i].words), kinds_));
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        const std::size_t at = made->ListOf(classes_[c]);
        if (at != SafetyPoints::kNone) sums[i][c] = look.largest[at].points;
      }
    }
  }

  // Sees as much as may be with no more false alarms than asked for.
  Cut Choose(std::size_t c, const std::vector<std::vector<int>>& sums) const {
    int others = 0;
    std::vector<std::array<int, 3>> of;  // is, matched, sum
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Example& one = examples_[i];
      const bool is = one.label == c + 1;
      if (one.fold == kAlways) continue;
      if (c > 0 && !is && one.label != 0) continue;
      others += is ? 0 : 1;
      of.push_back({is, one.matched[c], sums[i][c]});
    }
    const int classes = c == 0 ? 1 : static_cast<int>(classes_.size()) - 1;
    const int most = others / (how_.one_in * classes);
    Cut best{300, 300};
    int best_seen = -1, best_false = 0;
    for (int least = 300; least >= -100; least -= 10) {
      for (int with = least; with >= least - 300; with -= 10) {
        int seen = 0, wrong = 0;
        for (const auto& [is, matched, sum] : of) {
          if (Stops({least, with}, sum, matched != 0)) ++(is != 0 ? seen : wrong);
        }
        if (wrong > most) break;
        if (seen < best_seen || (seen == best_seen && wrong >= best_false)) continue;
        best = {least, with};
        best_seen = seen;
        best_false = wrong;
      }
    }
    return best;
  }

  std::vector<SafetyFigures> Figures(const std::vector<std::vector<int>>& sums,
                                     const std::vector<Cut>& cuts) const {
    std::vector<SafetyFigures> figures;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Example& one = examples_[i];
      const std::size_t file = sentences_[i].file;
      if (figures.size() <= file) figures.resize(file + 1);
      if (one.fold == kAlways) continue;
      std::size_t came_out = 0;
      for (std::size_t c = classes_.size(); c-- > 0;) {
        const bool stops =
            learns_[c] ? Stops(cuts[c], sums[i][c], one.matched[c] != 0) : one.matched[c] != 0;
        if (stops) came_out = c + 1;
      }
      SafetyFigures& figure = figures[file];
      const bool right = came_out == one.label;
      if (one.label == 0) {
        ++figure.ordinary;
        figure.stopped += right ? 0 : 1;
      } else {
        ++(one.label == 1 ? figure.dangers : figure.matters);
        (one.label == 1 ? figure.seen : figure.told) += right ? 1 : 0;
      }
    }
    return figures;
  }

  const std::vector<SafetySentence>& sentences_;
  const SafetyLearning how_;
  Safety list_;
  std::vector<std::string> classes_;  // danger first
  std::vector<char> learns_;          // by class: there are sentences enough
  SafetyKinds kinds_;
  std::vector<Run> runs_;
  std::vector<Example> examples_;
  std::size_t folds_ = 0;
};

}  // namespace

bool IsCounted(std::string_view file_name) { return !file_name.starts_with("mended"); }

std::vector<SafetySentence> ReadSafetySentences(std::string_view lines, std::size_t file) {
  std::vector<SafetySentence> sentences;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) {
      sentences.push_back({{}, std::string(line), file});
    } else {
      sentences.push_back(
          {std::string(line.substr(0, tab)), std::string(line.substr(tab + 1)), file});
    }
  }
  return sentences;
}

Result<SafetyLesson> LearnSafety(const Safety& list, const std::vector<SafetySentence>& sentences,
                                 const SafetyLearning& how) {
  return Learning(list, sentences, how).Do();
}

}  // namespace studio
