#include "shared/safety/safety_learning.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "shared/safety/safety_examples.h"
#include "shared/safety/safety_regression.h"

namespace studio {
namespace {

constexpr double kTrust = 6;          // in one sentence; more: points follow single sentences
constexpr double kTrustOfParts = 4;   // in a part of an ordinary text
constexpr int kFewest = 11;           // points; what carries less is left out
constexpr int kFewestOfGap = 4;       // sentences
constexpr double kKindSpread = 0.36;  // kinds are many to a sentence: held back more
constexpr int kRounds = 6;            // of learning again what came out wrong

bool IsGap(Run run) { return run >> 42 != 0 && MiddleOf(run) == kRunGap; }
// Of a kind alone, or of two.
bool IsOfKinds(Run run) {
  return (run >= kFirstKind && run < kRunGap) || (run >> 42 != 0 && MiddleOf(run) == kRunLater);
}

class Learning {
 public:
  Learning(SafetyExamples examples, const std::vector<Safety::Kind>& kinds,
           const std::vector<SafetySentence>& sentences, int one_in)
      : sentences_(sentences),
        one_in_(one_in),
        kinds_(kinds),
        from_(std::move(examples)),
        classes_(from_.classes),
        runs_(from_.runs),
        examples_(from_.all),
        joined_(from_.joined),
        folds_(from_.folds) {}

  SafetyLesson Do() {
    // The second round has the cuts that the first one chose to learn again by.
    std::vector<SafetyCut> cuts(classes_.size());
    for (const int rounds : {0, kRounds}) {
      for (std::size_t fold = 0; fold < folds_; ++fold) Sum(Fit(fold, cuts, rounds), fold);
      for (std::size_t c = 0; c < classes_.size(); ++c) cuts[c] = Choose(c);
    }
    SafetyLesson lesson;
    lesson.left_out = Figures(cuts);
    for (const SafetyExample& one : joined_) Count(one, cuts, lesson.joined);
    lesson.points = Fit(folds_, cuts, kRounds);
    Sum(lesson.points, folds_);
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        if (!IsWrong(i, c, examples_[i].sums[c], cuts[c])) continue;
        lesson.wrong.push_back(sentences_[i].label + "\t" + sentences_[i].words);
        break;
      }
    }
    return lesson;
  }

 private:
  bool IsWrong(std::size_t example, std::size_t c, const SafetySums& sums,
               const SafetyCut& cut) const {
    if (!from_.learns[c]) return false;
    const SafetyExample& one = examples_[example];
    return cut.Stops(sums, !one.matches[c].empty()) != (one.label == c + 1);
  }

  bool IsLearntFrom(const SafetyExample& one, std::size_t c, std::size_t without) const {
    return one.fold != without && (one.part == SafetyExample::Part::kNone || c == 0);
  }

  // The points of all classes from the sentences outside of one fold.
  std::vector<Safety::Points> Fit(std::size_t without, const std::vector<SafetyCut>& cuts,
                                  int rounds) const {
    std::vector<int> in(runs_.size());
    for (const SafetyExample& one : examples_) {
      if (one.fold == without || one.part != SafetyExample::Part::kNone) continue;
      for (std::uint32_t feature : one.features) ++in[feature];
    }
    std::vector<Safety::Points> all;
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      if (from_.learns[c]) all.push_back(FitClass(c, without, in, cuts[c], rounds));
    }
    return all;
  }

  // What comes out wrong is learnt again, trusted more, and with runs that it has alone.
  Safety::Points FitClass(std::size_t c, std::size_t without, const std::vector<int>& in,
                          const SafetyCut& cut, int rounds) const {
    std::vector<double> trust(sentences_.size(), kTrust);
    for (std::size_t i = sentences_.size(); i < examples_.size(); ++i) {
      trust.push_back(examples_[i].part == SafetyExample::Part::kLong ? kTrustOfParts : 0);
    }
    std::vector<char> kept(runs_.size()), whole(runs_.size());
    std::vector<double> spread(runs_.size(), 1);
    const double rare = std::log((static_cast<double>(sentences_.size()) + 1) / 3);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      kept[i] = in[i] >= (IsGap(runs_[i]) ? kFewestOfGap : 2);
      const double said = std::log((static_cast<double>(sentences_.size()) + 1) / (in[i] + 1));
      if (kept[i])
        spread[i] = said * said / (rare * rare) * (IsOfKinds(runs_[i]) ? kKindSpread : 1);
    }
    for (;; --rounds) {
      std::vector<int> points;
      const int base = Points(c, without, trust, spread, kept, whole, points);
      bool wrong = false;
      for (std::size_t i = 0; i < examples_.size() && rounds > 0; ++i) {
        const SafetyExample& one = examples_[i];
        if (!IsLearntFrom(one, c, without)) continue;
        int sum = base;
        for (std::uint32_t feature : one.features) sum += points[feature];
        SafetySums sums;
        if (one.part == SafetyExample::Part::kNone) {
          sums.whole = sum;
        } else if (one.part == SafetyExample::Part::kUnasked) {
          sums.unasked = sum;
        } else {
          sums.part = sums.touching = sum;
        }
        if (!IsWrong(i, c, sums, cut) || one.features.empty()) continue;
        wrong = true;
        if (trust[i] == 0) {
          trust[i] = kTrustOfParts;
        } else if (whole[one.features.front()] != 0) {
          trust[i] *= 2;
        }
        for (std::uint32_t feature : one.features) kept[feature] = whole[feature] = 1;
      }
      if (wrong) continue;
      Safety::Points made{classes_[c], base, cut.least, cut.with_pattern, cut.parts, {}};
      for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (points[i] != 0) made.runs.emplace(TextOfRun(runs_[i], from_.kinds), points[i]);
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
      const SafetyExample& one = examples_[i];
      if (!IsLearntFrom(one, c, without) || trust[i] == 0) continue;
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
  void Sum(const std::vector<Safety::Points>& points, std::size_t fold) {
    const std::vector<std::string> matters(classes_.begin() + 1, classes_.end());
    Safety list;
    list.kinds = kinds_;
    list.points = points;
    for (Safety::Points& one : list.points) one.parts = 0;  // what is asked is not chosen yet
    const auto made = SafetyPoints::Of(list, matters);
    const auto sum = [&](SafetyExample& one) {
      if (fold < folds_ && one.fold != fold) return;
      one.sums.assign(classes_.size(), {});
      if (made) SumOne(*made, one);
    };
    for (std::size_t i = 0; i < sentences_.size(); ++i) sum(examples_[i]);
    for (SafetyExample& one : joined_) sum(one);
  }

  void SumOne(const SafetyPoints& points, SafetyExample& one) const {
    const SafetyText text = CleanForSafety(one.words);
    const SafetyPoints::Look look = points.Sums(RunText(text, from_.kinds));
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      const std::size_t at = points.ListOf(classes_[c]);
      if (at == SafetyPoints::kNone) continue;
      SafetySums& sums = one.sums[c];
      for (std::size_t i = 0; i < look.windows.size(); ++i) {
        const RunText::Window& window = look.windows[i];
        const int said = look.of_window[i][at];
        if (!window.part) {
          sums.whole = std::max(sums.whole, said);
          continue;
        }
        sums.part = std::max(sums.part, said);
        const auto touches = [&](const auto& match) { return match.Touches(window, text); };
        if (!std::any_of(one.matches[c].begin(), one.matches[c].end(), touches)) continue;
        sums.touching = std::max(sums.touching, said);
      }
      // Of a long text's largest window more is asked.
      if (sums.part == SafetySums::kNever) sums.whole = look.largest[at].points;
    }
    SumUnasked(points, text, one);
  }

  void SumUnasked(const SafetyPoints& points, const SafetyText& text, SafetyExample& one) const {
    const std::size_t danger = points.ListOf(classes_.front());
    if (danger == SafetyPoints::kNone || one.matches[0].empty()) return;
    const SafetyText without = from_.questions.Without(text);
    if (without.characters.size() == text.characters.size()) return;
    const SafetyPoints::Look look = points.Sums(RunText(without, from_.kinds));
    SafetySums& sums = one.sums[0];
    for (const auto& [first, last] : one.MatchesWithout(text, without)) {
      for (std::size_t i = 0; i < look.windows.size(); ++i) {
        const RunText::Window& window = look.windows[i];
        if (window.first >= last || first >= window.last) continue;
        int& most = window.part ? sums.touching : sums.unasked;
        most = std::max(most, look.of_window[i][danger]);
      }
    }
  }

  SafetyCut Choose(std::size_t c) const {
    std::vector<SafetyCase> cases;
    const auto add = [&](const SafetyExample& one, bool joined) {
      const bool is = one.label == c + 1;
      if (one.fold == SafetyExample::kAlways || (c > 0 && !is && one.label != 0)) return;
      cases.push_back({is, !one.matches[c].empty(), joined, one.sums[c]});
    };
    for (std::size_t i = 0; i < sentences_.size(); ++i) add(examples_[i], false);
    for (const SafetyExample& one : joined_) add(one, true);
    // All other offices' matters together stop as many as danger.
    return ChooseSafetyCut(cases, one_in_ * (c == 0 ? 1 : static_cast<int>(classes_.size()) - 1));
  }

  std::vector<SafetyFigures> Figures(const std::vector<SafetyCut>& cuts) const {
    std::vector<SafetyFigures> figures;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const SafetyExample& one = examples_[i];
      const std::size_t file = sentences_[i].file;
      if (figures.size() <= file) figures.resize(file + 1);
      if (one.fold != SafetyExample::kAlways) Count(one, cuts, figures[file]);
    }
    return figures;
  }

  void Count(const SafetyExample& one, const std::vector<SafetyCut>& cuts,
             SafetyFigures& figure) const {
    std::size_t came_out = 0;
    for (std::size_t c = classes_.size(); c-- > 0;) {
      const bool matched = !one.matches[c].empty();
      if (from_.learns[c] ? cuts[c].Stops(one.sums[c], matched) : matched) came_out = c + 1;
    }
    const bool right = came_out == one.label;
    if (one.label == 0) {
      ++figure.ordinary;
      figure.stopped += right ? 0 : 1;
    } else {
      ++(one.label == 1 ? figure.dangers : figure.matters);
      (one.label == 1 ? figure.seen : figure.told) += right ? 1 : 0;
    }
  }

  const std::vector<SafetySentence>& sentences_;
  const int one_in_;
  const std::vector<Safety::Kind>& kinds_;
  SafetyExamples from_;
  const std::vector<std::string>& classes_;
  const std::vector<Run>& runs_;
  std::vector<SafetyExample>& examples_;
  std::vector<SafetyExample>& joined_;
  const std::size_t folds_;
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
  auto examples = SafetyExamples::Of(list, sentences);
  if (!examples) return tl::unexpected(examples.error());
  return Learning(std::move(*examples), list.kinds, sentences, how.one_in).Do();
}

}  // namespace studio
