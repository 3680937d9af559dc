#include "shared/mechanism_file/rules_reading.h"

#include <algorithm>

#include "shared/mechanism/rule_words.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_check.h"
#include "shared/mechanism_file/sheets_reading.h"
#include "shared/mechanism_file/toml_file.h"
#include "shared/mechanism_file/toml_reading.h"
#include "shared/mechanism_file/word_doubts.h"

namespace studio {
namespace {

void Join(std::vector<std::string>& words, std::vector<std::string> more) {
  for (std::string& word : more) words.push_back(std::move(word));
}

void CheckWords(TomlReading& table, std::string_view key, const std::vector<std::string>& words,
                const std::vector<std::string>& known) {
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    table.Say(key, "“" + word + "”不能用在 " + std::string(key) + " 里" + MeantWord(word, known),
              mistake::kWord);
  }
}

const std::vector<std::string>& AttendanceWords() {
  static const std::vector<std::string> kWords(std::begin(kAttendanceWords),
                                               std::end(kAttendanceWords));
  return kWords;
}
const std::vector<std::string>& AuthorWords() {
  static const std::vector<std::string> kWords = {"sole", "first", "other"};
  return kWords;
}

Condition ReadCondition(TomlReading& table) {
  Condition condition;
  condition.kinds = table.Words("kind");
  Join(condition.kinds, table.Words("kinds"));
  if (condition.kinds.empty())
    table.Say("kinds", "少了 kinds：数的是哪一种履职。", mistake::kMissing);
  condition.states = table.Words("states");
  condition.not_states = table.Words("not_states");
  condition.levels = table.Words("levels");
  condition.forms = table.Words("forms");
  condition.roles = table.Words("roles");
  condition.authors = table.Words("authors");
  CheckWords(table, "authors", condition.authors, AuthorWords());
  condition.attendance = table.Words("attendance");
  CheckWords(table, "attendance", condition.attendance, AttendanceWords());
  condition.marks = table.Words("marks");
  condition.not_marks = table.Words("not_marks");
  condition.posts = table.Words("posts");
  condition.not_posts = table.Words("not_posts");
  condition.types = table.Words("types");
  if (table.Has("must_attend")) condition.must_attend = table.Flag("must_attend");
  return condition;
}

std::optional<FeatureTable> ReadFeatureTable(std::string_view name, TomlReading table) {
  for (const auto& [feature, value] : kFeatures) {
    if (feature != name) continue;
    FeatureTable read{value, {}};
    std::vector<std::string> words;
    for (auto& [word, figure] : table.Figures()) {
      read.figures.emplace(word, figure);
      words.push_back(word);
    }
    if (value == Feature::kAttendance) CheckWords(table, name, words, AttendanceWords());
    if (value == Feature::kAuthor) CheckWords(table, name, words, AuthorWords());
    if (read.figures.empty()) table.Say(name, std::string(name) + " 里没有写数。");
    return read;
  }
  return std::nullopt;
}

// Tables by what they look at: { role = { lead = 2 }, … }.
std::vector<FeatureTable> ReadFeatureTables(TomlReading& rule, std::string_view key) {
  std::vector<FeatureTable> tables;
  auto inside = rule.Inside(key);
  if (!inside) return tables;
  for (const auto& [name, feature] : kFeatures) {
    if (auto table = inside->Inside(name)) {
      if (auto read = ReadFeatureTable(name, std::move(*table))) tables.push_back(std::move(*read));
    }
  }
  inside->NothingElse();
  return tables;
}

std::optional<std::chrono::month_day> ReadYearFrom(TomlReading& rule) {
  const std::string text = rule.Text("year_from");
  if (text.empty()) return std::nullopt;
  // A day that every year has.
  const auto day = ParseDate("2026-" + text);
  if (day) return std::chrono::month_day(day->month(), day->day());
  rule.Say("year_from", "year_from 应当是每年都有的月和日，如 \"12-01\"。");
  return std::nullopt;
}

PointsRule ReadPoints(TomlReading& table) {
  PointsRule rule;
  rule.id = table.NeededText("id");
  rule.title = table.NeededText("title");
  rule.section = table.NeededText("section");
  rule.when = ReadCondition(table);
  rule.counted = table.Choice("counted", kCountedDays, CountedDay::kDone);
  rule.valid_from = table.Day("valid_from");
  rule.valid_until = table.Day("valid_until");
  auto by = ReadFeatureTables(table, "points_by");
  if (by.size() > 1) table.Say("points_by", "points_by 只能按一样来分，其余的写进 times_by。");
  if (!by.empty()) rule.by = std::move(by.front());
  rule.several = table.Choice("several", kSeverals, Several::kHighest);
  rule.times = ReadFeatureTables(table, "times_by");
  rule.unit = table.Text("unit");
  if (const toml::node* chosen = table.Node("chosen")) {
    const toml::array* ends = chosen->as_array();
    const auto end = [&](std::size_t i) -> std::optional<Fraction> {
      const auto whole = ends && ends->size() == 2 ? (*ends)[i].value_exact<std::int64_t>()
                                                   : std::optional<std::int64_t>();
      if (!whole || *whole < -1'000'000 || *whole > 1'000'000) return std::nullopt;
      return Fraction(*whole);
    };
    if (end(0) && end(1) && *end(0) <= *end(1)) {
      rule.chosen.emplace(*end(0), *end(1));
    } else {
      table.Say("chosen", "chosen 应当是从小到大的两个整数，如 [0, 5]。");
    }
  }
  const bool figured = rule.by || rule.chosen;
  if (figured && table.Has("points")) {
    table.Say("points", "points、points_by、chosen 只能写一样。");
  }
  rule.points =
      figured ? table.Figure("points").value_or(Fraction()) : table.NeededFigure("points");
  rule.share = table.Choice("share", kShares, Share::kEach);
  rule.named_at_most = table.Count("named_at_most", 0);
  rule.from = table.Count("from", 1);
  rule.to = table.Count("to", 0);
  if (rule.to > 0 && rule.to < rule.from) table.Say("to", "to 比 from 还小，一项也数不到。");
  rule.once = table.Flag("once");
  rule.within = table.Choice("within", kSpans, Span::kYear);
  if (rule.within == Span::kTerm) table.Say("within", "within 不能比一年长。");
  rule.needs = table.Count("needs", 0);
  rule.rate_of = table.Figure("rate_of");
  rule.unless_scored = table.Words("unless_scored");
  rule.year_from = ReadYearFrom(table);
  return rule;
}

Quota ReadQuota(TomlReading& table) {
  Quota quota;
  quota.id = table.NeededText("id");
  quota.title = table.NeededText("title");
  quota.of = table.Choice("of", kSubjects, Subject::kMember);
  quota.when = ReadCondition(table);
  quota.counted = table.Choice("counted", kCountedDays, CountedDay::kDone);
  if (!table.Has("per")) table.Say("per", "少了 per：多长时间里要做到。", mistake::kMissing);
  quota.per = table.Choice("per", kSpans, Span::kYear);
  quota.at_least = table.Count("at_least", 1);
  quota.unit = table.Text("unit");
  if (auto each = table.Inside("each")) {
    quota.each = each->Choice("per", kSpans, Span::kQuarter);
    quota.each_at_least = each->Count("at_least", 1);
    if (*quota.each >= quota.per) table.Say("each", "each 里的时间应当比 per 短。");
    each->NothingElse();
  }
  return quota;
}

Gate ReadGate(TomlReading& table) {
  Gate gate;
  gate.id = table.NeededText("id");
  gate.title = table.NeededText("title");
  if (const toml::node* node = table.Node("all_of")) {
    const toml::array* list = node->as_array();
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      std::vector<std::string> any_of;
      if (const auto one = (*list)[i].value_exact<std::string>()) any_of.push_back(*one);
      if (const toml::array* several = (*list)[i].as_array()) {
        for (const toml::node& quota : *several) {
          any_of.push_back(quota.value_exact<std::string>().value_or(""));
        }
      }
      gate.all_of.push_back(std::move(any_of));
    }
  }
  if (auto facts = table.Inside("facts")) {
    gate.facts = ReadCondition(*facts);
    gate.facts_at_least = facts->Count("at_least", 1);
    facts->NothingElse();
  }
  if (gate.all_of.empty() == !gate.facts) {
    table.Say("all_of", "要写 all_of（哪些定额要完成）或 facts（哪种事实），写一样。");
  }
  gate.grade = table.NeededText("grade");
  gate.decides = table.Flag("decides");
  return gate;
}

Grade ReadGrade(TomlReading& table) {
  Grade grade;
  grade.name = table.NeededText("name");
  grade.at_least = table.Figure("at_least");
  grade.above = table.Figure("above");
  grade.below = table.Figure("below");
  grade.share_at_most = table.Figure("share_at_most");
  if (grade.share_at_most && (*grade.share_at_most <= 0 || *grade.share_at_most > 1)) {
    table.Say("share_at_most", "share_at_most 是全体的几分之几，如 \"1/5\"，不超过 1。");
  }
  grade.at_most = table.Count("at_most", 0);
  return grade;
}

Consequence ReadConsequence(TomlReading& table) {
  Consequence consequence;
  consequence.id = table.NeededText("id");
  consequence.title = table.NeededText("title");
  consequence.by = table.Text("by");
  consequence.told = table.Words("told");
  consequence.grades = table.Words("grades");
  consequence.years_running = table.Count("years_running", 1);
  if (auto counts = table.Inside("counts")) {
    consequence.counts = ReadCondition(*counts);
    counts->NothingElse();
  }
  consequence.at_least = table.Count("at_least", 1);
  consequence.below = table.Figure("below");
  const int said =
      !consequence.grades.empty() + consequence.counts.has_value() + consequence.below.has_value();
  if (said != 1) {
    table.Say("grades", "grades（哪些等次）、below（低于几分）、counts（数什么），写一样。");
  }
  return consequence;
}

template <class T, class Read>
void ReadEach(TomlReading& file, std::string_view key, std::vector<T>& into, Read read,
              Entries& entries) {
  for (TomlReading& table : file.Each(key)) {
    std::string mark = table.Mark(false);
    into.push_back(read(table));
    table.NothingElse();
    entries[std::string(key)].push_back({table.line(), std::move(mark)});
  }
}

CountingRules ReadAll(TomlReading& file, Entries& entries) {
  CountingRules rules;
  ReadEach(
      file, "section", rules.sections,
      [](TomlReading& table) {
        return Section{table.NeededText("id"),
                       table.NeededText("title"),
                       table.Figure("base").value_or(Fraction()),
                       table.Figure("at_most"),
                       table.Figure("at_least"),
                       table.Choice<bool>("of", {{"member", false}, {"studio", true}}, false)};
      },
      entries);
  ReadEach(file, "points", rules.points, ReadPoints, entries);
  ReadEach(
      file, "slot", rules.slots,
      [](TomlReading& table) {
        return Slot{table.NeededText("id"), table.Words("rules"),
                    table.Choice<bool>("of", {{"deed", true}, {"member", false}}, true),
                    table.Choice<bool>("take", {{"highest", true}, {"first", false}}, true)};
      },
      entries);
  ReadEach(
      file, "limit", rules.limits,
      [](TomlReading& table) {
        return Limit{table.NeededText("id"), table.NeededText("title"), table.Words("rules"),
                     table.Words("sections"), table.NeededFigure("at_most")};
      },
      entries);
  if (auto total = file.Inside("total")) {
    rules.total.base = total->Figure("base").value_or(Fraction());
    if (auto posts = total->Inside("base_by_post")) {
      for (auto& [post, base] : posts->Figures()) rules.total.base_by_post.emplace(post, base);
    }
    rules.total.at_most = total->Figure("at_most");
    if (auto posts = total->Inside("at_most_by_post")) {
      for (auto& [post, most] : posts->Figures()) rules.total.at_most_by_post.emplace(post, most);
    }
    rules.total.at_least = total->Figure("at_least");
    rules.total.round_to = total->Figure("round_to");
    if (rules.total.round_to && *rules.total.round_to <= 0) {
      total->Say("round_to", "round_to 应当大于 0，如 1 或 \"1/2\"。");
    }
    rules.total.round_down =
        total->Choice<bool>("round", {{"half_up", false}, {"down", true}}, false);
    total->NothingElse();
  }
  ReadEach(file, "quota", rules.quotas, ReadQuota, entries);
  ReadEach(file, "gate", rules.gates, ReadGate, entries);
  ReadEach(file, "grade", rules.grades, ReadGrade, entries);
  ReadEach(file, "consequence", rules.consequences, ReadConsequence, entries);
  if (auto ranking = file.Inside("ranking")) {
    entries["ranking"].push_back({ranking->line(), ""});
    rules.ranking.ties_skip =
        ranking->Choice<bool>("ties", {{"skip", true}, {"dense", false}}, true);
    rules.ranking.not_ranked_posts = ranking->Words("not_ranked_posts");
    rules.ranking.then_by = ranking->Words("then_by");
    ranking->NothingElse();
  }
  rules.sheets = ReadSheetForms(file);
  file.Node("example");
  for (const std::string_view table : kPlaceTables) file.Node(table);
  file.NothingElse();
  return rules;
}

}  // namespace

ReadRules ReadCountingRules(std::string_view toml) {
  ReadRules read;
  const auto table = ReadToml(toml);
  if (!table) {
    read.mistakes.push_back(table.error());
    return read;
  }
  TomlReading file(*table, kWholeFile, read.mistakes);
  read.rules = ReadAll(file, read.entries);
  CheckRules(read.rules, read.entries, read.mistakes);
  DoubtWords(*table, read.mistakes);
  std::stable_sort(read.mistakes.begin(), read.mistakes.end(),
                   [](const Mistake& a, const Mistake& b) { return a.line < b.line; });
  return read;
}

}  // namespace studio
