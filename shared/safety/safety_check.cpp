#include "shared/safety/safety_check.h"

#include <algorithm>
#include <map>

#include "shared/safety/safety_matching.h"
#include "shared/safety/safety_pattern.h"
#include "shared/safety/safety_points.h"
#include "shared/safety/safety_questions.h"
#include "shared/safety/safety_weighing.h"

namespace studio {
namespace {

// What comes from outside has a size.
constexpr std::size_t kMaxPatterns = 4000, kMaxAllWords = 200'000, kMaxWordLists = 400;
constexpr std::size_t kMaxExcuses = 100, kMaxInnocent = 5000;
constexpr int kMaxClauses = 10;
constexpr std::size_t kMaxFindings = 64;

}  // namespace

struct SafetyCheck::Compiled {
  struct Excuse {
    std::string id;
    int before = 0, after = 0;
  };
  WordTree tree, innocent;
  std::size_t sets = 1;  // numbers of sets begin at 1
  PatternGroup danger, not_ours, any, but;
  std::vector<std::string> texts, dangers, matters;
  std::vector<Excuse> excuses;
  std::vector<std::vector<std::uint32_t>> unless;
  SafetyPoints points;
  SafetyQuestions questions;
};

namespace {

using Compiled = SafetyCheck::Compiled;

std::string Quoted(const std::string& text) { return " \"" + text.substr(0, 120) + "\" "; }

// Reads the whole list; the first thing that is wrong is said, and the rest is read no more.
class Compiling {
 public:
  Result<std::unique_ptr<const Compiled>> Do(const Safety& list) {
    ReadWords(list.words);
    ReadInnocent(list.innocent);
    ReadExcuses(list.excuses);
    ReadDanger(list);
    ReadMatters(list.not_ours);
    if (!said_.empty()) return Fail(ErrorKind::kMalformed, "safety: " + said_);
    auto points = SafetyPoints::Of(list, made_.matters);
    if (!points) return tl::unexpected(points.error());
    made_.points = std::move(*points);
    auto questions = SafetyQuestions::Of(list);
    if (!questions) return tl::unexpected(questions.error());
    made_.questions = std::move(*questions);
    return std::make_unique<const Compiled>(std::move(made_));
  }

 private:
  bool Wrong() const { return !said_.empty(); }
  void Say(const std::string& what) {
    if (said_.empty()) said_ = what;
  }
  static std::string Nth(std::size_t index) { return std::to_string(index + 1); }

  void ReadWords(const std::vector<Safety::Words>& lists) {
    if (lists.size() > kMaxWordLists) return Say("there are too many lists of words");
    for (const Safety::Words& list : lists) {
      SafetyWords all;
      if (list.any.empty()) Say("the words <" + list.name + "> are none");
      for (const std::string& text : list.any) {
        const auto words = ReadSafetyWords(text, named_);
        if (!words)
          return Say("the words <" + list.name + ">:" + Quoted(text) + words.error().detail);
        all.insert(all.end(), words->begin(), words->end());
      }
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      if (all.size() > kMaxWordsOfPiece) Say("the words <" + list.name + "> are too many");
      if (!named_.emplace(list.name, std::move(all)).second) {
        Say("the words <" + list.name + "> are there twice");
      }
    }
  }

  void ReadInnocent(const std::vector<std::string>& texts) {
    if (texts.size() > kMaxInnocent) return Say("there are too many innocent words");
    for (const std::string& text : texts) {
      const auto words = ReadSafetyWords(text, named_);
      if (!words) return Say("innocent:" + Quoted(text) + words.error().detail);
      for (const auto& word : *words) {
        if (!word.empty()) made_.innocent.Add(word, 1);
      }
      Count(words->size());
    }
  }

  void ReadExcuses(const std::vector<Safety::Excuse>& excuses) {
    if (excuses.size() > kMaxExcuses) return Say("there are too many excuses");
    for (const Safety::Excuse& excuse : excuses) {
      const std::string place = "excuse " + excuse.id;
      const auto owner = static_cast<std::uint32_t>(made_.excuses.size());
      if (std::max(excuse.before, excuse.after) > kMaxClauses ||
          std::min(excuse.before, excuse.after) < 0) {
        Say(place + ": before and after are 0 to " + std::to_string(kMaxClauses));
      }
      made_.excuses.push_back({excuse.id, excuse.before, excuse.after});
      for (const std::string& text : excuse.any) Add(made_.any, text, owner, 0, place);
      for (const std::string& text : excuse.but) Add(made_.but, text, owner, 0, place + ", but");
    }
  }

  void ReadDanger(const Safety& list) {
    made_.unless.emplace_back();  // nothing excuses
    for (const Safety::Danger& danger : list.danger) {
      made_.dangers.push_back(danger.id);
      ReadPatterns(danger.patterns, made_.danger, made_.dangers.size() - 1, "danger " + danger.id);
    }
    if (!list.danger.empty() || list.danger_words.empty()) return;
    made_.dangers.emplace_back();
    for (const std::string& word : list.danger_words) {
      AddPlain(made_.danger, word, made_.dangers.size() - 1);
    }
  }

  void ReadMatters(const std::vector<Safety::NotOurs>& matters) {
    for (const Safety::NotOurs& matter : matters) {
      made_.matters.push_back(matter.id);
      const std::size_t owner = made_.matters.size() - 1;
      ReadPatterns(matter.patterns, made_.not_ours, owner, "not_ours " + matter.id);
      if (!matter.patterns.empty()) continue;
      for (const std::string& word : matter.words) AddPlain(made_.not_ours, word, owner);
    }
  }

  void ReadPatterns(const std::vector<Safety::Patterns>& lists, PatternGroup& group,
                    std::size_t owner, const std::string& place) {
    for (std::size_t i = 0; i < lists.size() && !Wrong(); ++i) {
      std::vector<std::uint32_t> unless;
      for (const std::string& id : lists[i].unless) {
        const auto found = std::find_if(made_.excuses.begin(), made_.excuses.end(),
                                        [&](const auto& excuse) { return excuse.id == id; });
        if (found == made_.excuses.end()) return Say(place + ": there is no excuse " + id);
        unless.push_back(static_cast<std::uint32_t>(found - made_.excuses.begin()));
      }
      made_.unless.push_back(std::move(unless));
      const auto taken = static_cast<std::uint32_t>(made_.unless.size() - 1);
      for (std::size_t n = 0; n < lists[i].any.size(); ++n) {
        Add(group, lists[i].any[n], static_cast<std::uint32_t>(owner), taken,
            place + ", patterns " + Nth(i) + ", the " + Nth(n) + ".");
      }
    }
  }

  void Add(PatternGroup& group, const std::string& text, std::uint32_t owner, std::uint32_t taken,
           const std::string& place) {
    if (Wrong()) return;
    const auto patterns = ReadSafetyPattern(text, named_);
    if (!patterns) return Say(place + Quoted(text) + patterns.error().detail);
    made_.texts.push_back(text);
    for (const SafetyPattern& pattern : *patterns) Make(group, pattern, owner, taken);
    if (++count_ > kMaxPatterns) Say("there are too many patterns");
  }

  void AddPlain(PatternGroup& group, const std::string& word, std::size_t owner) {
    SafetyWords words = PlainSafetyWord(word);
    if (words.empty()) return;
    made_.texts.push_back(word);
    SafetyPattern pattern(1);
    pattern.front().words = std::move(words);
    Make(group, pattern, static_cast<std::uint32_t>(owner), 0);
    if (++count_ > kMaxPatterns) Say("there are too many patterns");
  }

  void Make(PatternGroup& group, const SafetyPattern& pattern, std::uint32_t owner,
            std::uint32_t taken) {
    MadePattern made;
    made.text = static_cast<std::uint32_t>(made_.texts.size() - 1);
    made.owner = owner;
    made.unless = taken;
    for (const SafetyPiece& piece : pattern) {
      if (piece.IsGap()) {
        made.steps.push_back({0, piece.gap, piece.over_commas, false});
      } else {
        made.steps.push_back({SetOf(piece.words), 0, false, piece.MayLack()});
      }
    }
    group.push_back(std::move(made));
  }

  std::uint32_t SetOf(const SafetyWords& words) {
    const auto [known, is_new] =
        sets_.try_emplace(words, static_cast<std::uint32_t>(sets_.size() + 1));
    if (!is_new) return known->second;
    ++made_.sets;
    Count(words.size());
    for (const auto& word : words) {
      if (!word.empty()) made_.tree.Add(word, known->second);
    }
    return known->second;
  }

  void Count(std::size_t words) {
    all_words_ += words;
    if (all_words_ > kMaxAllWords) Say("all words together are too many");
  }

  Compiled made_;
  NamedSafetyWords named_;
  std::map<SafetyWords, std::uint32_t> sets_;
  std::size_t count_ = 0, all_words_ = 0;
  std::string said_;
};

// The letters as patterns see them: what an innocent word covers is nothing to them.
std::u32string Letters(const SafetyText& text) {
  std::u32string letters;
  for (const SafetyText::Character& c : text.characters) letters += c.point;
  return letters;
}

std::u32string Masked(std::u32string letters, const WordTree& innocent) {
  const std::u32string seen = letters;
  for (std::size_t at = 0; at < seen.size();) {
    std::size_t longest = 0;
    innocent.At(seen, at, [&](std::uint32_t, std::uint32_t length) { longest = length; });
    std::fill_n(letters.begin() + static_cast<std::ptrdiff_t>(at), longest, U'\0');
    at += std::max<std::size_t>(longest, 1);
  }
  return letters;
}

// Which excuses are said in which clauses.
class Excusing {
 public:
  Excusing(const Compiled& made, const SafetyText& text) : made_(made), text_(text) {}

  // The excuse that a match has; null: none.
  const Compiled::Excuse* For(const PatternMatch& match) {
    const auto& taken = made_.unless[match.pattern->unless];
    if (taken.empty()) return nullptr;
    Read();
    const int first = text_.characters[match.begin].clause;
    const int last = text_.characters[match.end - 1].clause;
    for (std::uint32_t index : taken) {
      const Compiled::Excuse& excuse = made_.excuses[index];
      const int from = first - excuse.before, to = last + excuse.after;
      if (Said(any_[index], from, to) && !Said(but_[index], from, to)) return &excuse;
    }
    return nullptr;
  }

 private:
  using Clauses = std::vector<int>;
  static bool Said(const Clauses& clauses, int from, int to) {
    return std::any_of(clauses.begin(), clauses.end(),
                       [&](int clause) { return clause >= from && clause <= to; });
  }

  void Read() {
    if (!any_.empty()) return;
    any_.resize(made_.excuses.size());
    but_.resize(made_.excuses.size());
    PatternLooking looking(text_, Letters(text_), made_.tree, made_.sets);
    const auto note = [&](std::vector<Clauses>& where) {
      return [&](const PatternMatch& match) {
        where[match.pattern->owner].push_back(text_.characters[match.begin].clause);
        return true;
      };
    };
    looking.Find(made_.any, note(any_));
    looking.Find(made_.but, note(but_));
  }

  const Compiled& made_;
  const SafetyText& text_;
  std::vector<Clauses> any_, but_;  // by excuse
};

const std::string kDanger = "danger";

bool Overlaps(const std::vector<SafetyFinding>& found, const SafetyFinding& one) {
  return std::any_of(found.begin(), found.end(), [&](const SafetyFinding& other) {
    return other.id == one.id && one.begin < other.end && other.begin < one.end;
  });
}

}  // namespace

Result<SafetyCheck> SafetyCheck::Of(const Safety& list) {
  auto made = Compiling().Do(list);
  if (!made) return tl::unexpected(made.error());
  return SafetyCheck(std::move(*made));
}

SafetyCheck::SafetyCheck(std::unique_ptr<const Compiled> compiled)
    : compiled_(std::move(compiled)) {}
SafetyCheck::SafetyCheck(SafetyCheck&&) noexcept = default;
SafetyCheck& SafetyCheck::operator=(SafetyCheck&&) noexcept = default;
SafetyCheck::~SafetyCheck() = default;

SafetyFindings SafetyCheck::Look(std::string_view written) const {
  const SafetyText text = CleanForSafety(written);
  PatternLooking looking(text, Masked(Letters(text), compiled_->innocent), compiled_->tree,
                         compiled_->sets);
  Excusing excusing(*compiled_, text);
  const SafetyWeighing weighing(compiled_->points, text);
  UnaskedWeighing unasked(compiled_->points, compiled_->questions, text);
  SafetyFindings findings;
  const auto found = [&](const std::string& id, std::string why, std::size_t first,
                         std::size_t last) {
    SafetyFinding one{
        id, std::move(why), {}, text.characters[first].begin, text.characters[last - 1].end};
    one.words = written.substr(one.begin, one.end - one.begin);
    return one;
  };
  const auto look = [&](const PatternGroup& group, const std::vector<std::string>& ids,
                        bool is_danger, std::vector<SafetyFinding>& where) {
    looking.Find(group, [&](const PatternMatch& match) {
      const std::string& id = ids[match.pattern->owner];
      SafetyFinding one = found(id, compiled_->texts[match.pattern->text], match.begin, match.end);
      if (const Compiled::Excuse* excuse = excusing.For(match)) {
        one.excuse = excuse->id;
      } else {
        one.excuse = weighing.Against(is_danger ? kDanger : id, match.begin, match.end);
        if (is_danger && !one.excuse.empty() && unasked.Counts(kDanger, match)) one.excuse.clear();
      }
      std::vector<SafetyFinding>& into = one.excuse.empty() ? where : findings.excused;
      if (!Overlaps(into, one)) into.push_back(std::move(one));
      return into.size() < kMaxFindings;
    });
  };
  look(compiled_->danger, compiled_->dangers, true, findings.danger);
  look(compiled_->not_ours, compiled_->matters, false, findings.not_ours);
  // A pattern's words say more than a window.
  const auto weigh = [&](const std::string& id, std::vector<SafetyFinding>& where) {
    const auto window = weighing.For(id);
    if (window) where.push_back(found(id, weighing.Why(id), window->first, window->last));
  };
  if (findings.danger.empty()) weigh(kDanger, findings.danger);
  for (const std::string& id : compiled_->matters) {
    const bool known = std::any_of(findings.not_ours.begin(), findings.not_ours.end(),
                                   [&](const SafetyFinding& one) { return one.id == id; });
    if (!known) weigh(id, findings.not_ours);
  }
  std::stable_sort(findings.danger.begin(), findings.danger.end(),
                   [](const auto& a, const auto& b) { return a.begin < b.begin; });
  const auto place = [&](const SafetyFinding& one) {
    return std::find(compiled_->matters.begin(), compiled_->matters.end(), one.id);
  };
  std::stable_sort(findings.not_ours.begin(), findings.not_ours.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return findings;
}

std::vector<std::string> DangerWordsIn(std::string_view text, const Safety& safety) {
  std::vector<std::string> words;
  if (!safety.check) return words;
  for (SafetyFinding& one : safety.check->Look(text).danger) {
    if (std::find(words.begin(), words.end(), one.words) == words.end()) {
      words.push_back(std::move(one.words));
    }
  }
  return words;
}

const Safety::NotOurs* NotOursIn(std::string_view text, const Safety& safety) {
  if (!safety.check) return nullptr;
  const SafetyFindings findings = safety.check->Look(text);
  if (findings.not_ours.empty()) return nullptr;
  const auto found = std::find_if(
      safety.not_ours.begin(), safety.not_ours.end(),
      [&](const Safety::NotOurs& matter) { return matter.id == findings.not_ours.front().id; });
  return found == safety.not_ours.end() ? nullptr : &*found;
}

}  // namespace studio
