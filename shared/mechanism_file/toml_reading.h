// A table of a mechanism's file, read key by key; whatever is wrong or read by nobody becomes a
// mistake, and reading goes on harmlessly. For the .cpp files of this folder only.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/mechanism/fraction.h"
#include "shared/mechanism/rule_words.h"
#include "shared/mechanism_file/mistakes.h"

namespace studio {

// What the place of a whole file is called.
inline constexpr const char* kWholeFile = "文件";

class TomlReading {
 public:
  // `place` is how the table is called: "[[points]]". The table and the mistakes outlive it.
  TomlReading(const toml::table& table, std::string place, Mistakes& mistakes)
      : table_(table), place_(std::move(place)), mistakes_(mistakes) {}

  int line() const { return LineOf(table_); }
  const std::string& place() const { return place_; }
  bool Has(std::string_view key) const { return table_.contains(key); }
  void Say(std::string_view key, std::string text, std::string_view code = mistake::kValue);
  void Doubt(std::string_view key, std::string text, std::string_view code);

  std::string Text(std::string_view key);        // empty where it is missing
  std::string NeededText(std::string_view key);  // likewise, and a mistake
  void Need(std::string_view key);               // only that it is there
  // One text, or a list of at least one.
  std::vector<std::string> Words(std::string_view key);
  // A list, which may be empty.
  std::vector<std::string> List(std::string_view key);
  std::optional<Fraction> Figure(std::string_view key);
  Fraction NeededFigure(std::string_view key);
  int Count(std::string_view key, int missing, int least = 1);
  bool Flag(std::string_view key, bool missing = false);
  std::optional<CalendarDate> Day(std::string_view key);
  template <class T>
  T Choice(std::string_view key, const Choices<T>& choices, T missing);
  // given, setting or ours; empty: none of them, which is told, or missing.
  std::string Mark(bool needed);

  // A table within; nullopt where it is missing or none.
  std::optional<TomlReading> Inside(std::string_view key);
  // The tables of a list of tables.
  std::vector<TomlReading> Each(std::string_view key);
  // Every word and figure of it, whatever the words.
  std::vector<std::pair<std::string, Fraction>> Figures();
  // All of it, days as texts.
  std::string Json() const;
  const toml::node* Node(std::string_view key);
  std::vector<std::string> Keys() const;

  // Last: what was not asked for is a mistake.
  void NothingElse();

 private:
  static int LineOf(const toml::node& node) { return static_cast<int>(node.source().begin.line); }
  std::optional<Fraction> FigureOf(const toml::node& node) const;

  const toml::table& table_;
  std::string place_;
  Mistakes& mistakes_;
  std::vector<std::string> asked_;
};

template <class T>
T TomlReading::Choice(std::string_view key, const Choices<T>& choices, T missing) {
  const std::string word = Text(key);
  if (word.empty()) return missing;
  std::vector<std::string> known;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    known.emplace_back(name);
  }
  std::string text = "“" + word + "”不能用在 " + std::string(key) + " 里，可以写：";
  for (std::size_t i = 0; i < known.size(); ++i) text += (i > 0 ? "、" : "") + known[i];
  Say(key, text + MeantWord(word, known), mistake::kWord);
  return missing;
}

}  // namespace studio
