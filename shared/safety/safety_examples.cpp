#include "shared/safety/safety_examples.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <unordered_map>

#include "shared/safety/safety_check.h"

namespace studio {
namespace {

constexpr int kFewestOfTaught = 12;  // letters of a part
constexpr std::size_t kMaxSentences = 50'000, kFewestOfClass = 4, kFewestOfFile = 20, kFolds = 5;
constexpr std::size_t kTurns = 10;  // some files at a time

// Three characters are hardly said twice.
bool IsPlainAndLong(Run run) {
  return run >> 42 != 0 && MiddleOf(run) != kRunGap && MiddleOf(run) != kRunLater;
}

class Gathering {
 public:
  Gathering(const Safety& list, const std::vector<SafetySentence>& sentences)
      : sentences_(sentences), list_(list) {
    list_.points.clear();
    list_.check = nullptr;
  }

  Result<SafetyExamples> Do() {
    const auto wrong = [](std::string what) {
      return Fail(ErrorKind::kMalformed, std::move(what));
    };
    auto check = SafetyCheck::Of(list_);
    if (!check) return tl::unexpected(check.error());
    auto kinds = SafetyKinds::Of(list_.kinds);
    if (!kinds) return tl::unexpected(kinds.error());
    out_.kinds = std::move(*kinds);
    auto questions = SafetyQuestions::Of(list_);
    if (!questions) return tl::unexpected(questions.error());
    out_.questions = std::move(*questions);
    if (sentences_.size() > kMaxSentences) return wrong("there are too many sentences");
    out_.classes.emplace_back("danger");
    for (const auto& matter : list_.not_ours) out_.classes.push_back(matter.id);
    std::vector<std::size_t> counts(out_.classes.size() + 1);
    std::size_t files = 0;
    for (const SafetySentence& sentence : sentences_) {
      SafetyExample one{sentence.words};
      const auto found = std::find(out_.classes.begin(), out_.classes.end(), sentence.label);
      if (found != out_.classes.end()) {
        one.label = static_cast<std::size_t>(found - out_.classes.begin()) + 1;
      } else if (sentence.label != "none") {
        return wrong("the label \"" + sentence.label.substr(0, 60) +
                     "\" is neither danger nor none nor a matter of the list");
      }
      ++counts[one.label];
      files = std::max(files, sentence.file + 1);
      const RunText text(CleanForSafety(sentence.words), out_.kinds);
      one.features = Features(text, 0, text.letters().size());
      Match(*check, one);
      out_.all.push_back(std::move(one));
    }
    Fold(files);
    for (std::size_t i = 0; i < sentences_.size(); ++i) AddUnasked(out_.all[i]);
    Join(*check);
    for (std::size_t c = 0; c < out_.classes.size(); ++c) {
      out_.learns.push_back(counts[c + 1] >= kFewestOfClass);
    }
    if (!out_.learns[0] || counts[0] < kFewestOfClass) {
      return wrong("there are too few sentences of danger or of none to learn from");
    }
    return std::move(out_);
  }

 private:
  std::vector<std::uint32_t> Features(const RunText& text, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> features;
    for (const Run run : RunsOf(text, begin, end)) {
      if (IsPlainAndLong(run)) continue;
      const auto [at, is_new] =
          known_.try_emplace(run, static_cast<std::uint32_t>(out_.runs.size()));
      if (is_new) out_.runs.push_back(run);
      features.push_back(at->second);
    }
    std::sort(features.begin(), features.end());
    return features;
  }

  void Match(const SafetyCheck& check, SafetyExample& one) const {
    const SafetyFindings findings = check.Look(one.words);
    one.matches.resize(out_.classes.size());
    for (const auto& finding : findings.danger) {
      one.matches[0].push_back({finding.begin, finding.end});
    }
    for (std::size_t c = 1; c < out_.classes.size(); ++c) {
      for (const auto& finding : findings.not_ours) {
        if (finding.id == out_.classes[c]) one.matches[c].push_back({finding.begin, finding.end});
      }
    }
  }

  // Every sentence beside one or two ordinary ones of its fold, if they are short enough.
  void Join(const SafetyCheck& check) {
    std::map<std::size_t, std::vector<std::size_t>> ordinary;
    std::vector<std::size_t> lengths;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      lengths.push_back(CleanForSafety(out_.all[i].words).characters.size());
      if (out_.all[i].label != 1) ordinary[out_.all[i].fold].push_back(i);
    }
    std::uint32_t random = 4242;
    const auto any = [&random](std::size_t count) {
      random = random * 1664525 + 1013904223;
      return (random >> 8) % count;
    };
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      SafetyExample text{out_.all[i].words, out_.all[i].label, out_.all[i].fold};
      const auto& others = ordinary[text.fold];
      std::size_t length = lengths[i], count = 1;
      const std::size_t wanted = any(3) == 0 ? 3 : 2;
      for (int tries = 0; tries < 30 && count < wanted && !others.empty(); ++tries) {
        const std::size_t other = others[any(others.size())];
        if (other == i || length + lengths[other] > kMaxWindow) continue;
        const char* mark = std::array{"，", "，", "。", " "}[any(4)];
        const std::string& words = out_.all[other].words;
        text.words = any(2) == 0 ? text.words + mark + words : words + mark + text.words;
        if (text.label != 1) text.label = std::max(text.label, out_.all[other].label);
        length += lengths[other];
        ++count;
      }
      Match(check, text);
      // One that is too long for others has ordinary parts nevertheless.
      if (text.label != 1) AddParts(text);
      if (count == 1 || text.fold == SafetyExample::kAlways) continue;
      out_.joined.push_back(std::move(text));
    }
  }

  // An ordinary sentence with a pattern, as it is without its questions.
  void AddUnasked(const SafetyExample& sentence) {
    if (sentence.label == 1 || sentence.matches[0].empty()) return;
    const SafetyText text = CleanForSafety(sentence.words);
    const SafetyText without = out_.questions.Without(text);
    if (without.characters.size() == text.characters.size()) return;
    if (sentence.MatchesWithout(text, without).empty()) return;
    const RunText runs(without, out_.kinds);
    SafetyExample added{
        {}, sentence.label, sentence.fold, Features(runs, 0, runs.letters().size())};
    added.matches = sentence.matches;
    added.part = SafetyExample::Part::kUnasked;
    out_.all.push_back(std::move(added));
  }

  void AddParts(const SafetyExample& text) {
    const SafetyText clean = CleanForSafety(text.words);
    const RunText runs(clean, out_.kinds);
    for (const RunText::Window& window : runs.Windows(true)) {
      if (!window.part) continue;
      SafetyExample part{{}, text.label, text.fold, Features(runs, window.begin, window.end)};
      for (const auto& matches : text.matches) {
        std::copy_if(matches.begin(), matches.end(),
                     std::back_inserter(part.matches.emplace_back()),
                     [&](const auto& match) { return match.Touches(window, clean); });
      }
      const auto begin = runs.letters().begin();
      const auto letters = std::count_if(begin + static_cast<std::ptrdiff_t>(window.begin),
                                         begin + static_cast<std::ptrdiff_t>(window.end),
                                         [](char32_t letter) { return letter != kRunEdge; });
      part.part =
          letters < kFewestOfTaught ? SafetyExample::Part::kShort : SafetyExample::Part::kLong;
      out_.all.push_back(std::move(part));
    }
  }

  // Files with enough of both are left out in turn; what others add is always learnt from.
  void Fold(std::size_t files) {
    std::vector<std::array<std::size_t, 2>> of(files);  // ordinary, danger
    for (std::size_t i = 0; i < out_.all.size(); ++i) {
      if (out_.all[i].label < 2 && sentences_[i].counted)
        ++of[sentences_[i].file][out_.all[i].label];
    }
    std::vector<std::size_t> folds(files, SafetyExample::kAlways);
    std::size_t left_out = 0;
    for (std::size_t file = 0; file < files; ++file) {
      if (std::min(of[file][0], of[file][1]) >= kFewestOfFile) folds[file] = left_out++ % kTurns;
    }
    const bool by_file = left_out >= 3;
    out_.folds = by_file ? std::min(left_out, kTurns) : kFolds;
    for (std::size_t i = 0; i < out_.all.size(); ++i) {
      out_.all[i].fold = by_file ? folds[sentences_[i].file] : i % kFolds;
    }
  }

  const std::vector<SafetySentence>& sentences_;
  Safety list_;
  SafetyExamples out_;
  std::unordered_map<Run, std::uint32_t> known_;  // indices of runs
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> SafetyExample::MatchesWithout(
    const SafetyText& text, const SafetyText& without) const {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const Match& match : matches[0]) {
    const auto place =
        PlaceWithout(text, without, CharacterAt(text, match.begin), CharacterAt(text, match.end));
    if (place) places.push_back(*place);
  }
  return places;
}

Result<SafetyExamples> SafetyExamples::Of(const Safety& list,
                                          const std::vector<SafetySentence>& sentences) {
  return Gathering(list, sentences).Do();
}

}  // namespace studio
