#include "shared/mechanism_file/toml_reading.h"

#include <algorithm>
#include <sstream>

namespace studio {

void TomlReading::Say(std::string_view key, std::string text, std::string_view code) {
  const toml::node* node = table_.get(key);
  mistakes_.push_back({std::max(node ? LineOf(*node) : line(), 1), place_ + "：" + std::move(text),
                       false, code, std::string(key)});
}

void TomlReading::Doubt(std::string_view key, std::string text, std::string_view code) {
  Say(key, std::move(text), code);
  mistakes_.back().doubt = true;
}

void TomlReading::Need(std::string_view key) {
  if (!Has(key)) Say(key, "少了 " + std::string(key) + "。", mistake::kMissing);
}

std::string TomlReading::Mark(bool needed) {
  static const Choices<std::string> kMarks = {
      {"given", "given"}, {"setting", "setting"}, {"ours", "ours"}};
  constexpr std::string_view kMeans =
      "given（原文里有的）、setting（原文有这条，数由本地定）或 ours（原文没有的）";
  const std::size_t before = mistakes_.size();
  std::string mark = Choice<std::string>("mark", kMarks, "");
  if (needed && !Has("mark")) Say("mark", "少了 mark：要写 " + std::string(kMeans) + "。");
  for (std::size_t i = before; i < mistakes_.size(); ++i) mistakes_[i].code = mistake::kMark;
  return mark;
}

std::vector<std::string> TomlReading::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, node] : table_) keys.emplace_back(key.str());
  return keys;
}

const toml::node* TomlReading::Node(std::string_view key) {
  asked_.emplace_back(key);
  return table_.get(key);
}

std::string TomlReading::Text(std::string_view key) {
  const toml::node* node = Node(key);
  if (!node) return {};
  if (const auto text = node->value_exact<std::string>()) {
    if (!text->empty()) return *text;
    Say(key, std::string(key) + " 是空的。");
  } else {
    Say(key, std::string(key) + " 应当是文字，写在引号里。");
  }
  return {};
}

std::string TomlReading::NeededText(std::string_view key) {
  Need(key);
  return Text(key);
}

std::vector<std::string> TomlReading::Words(std::string_view key) {
  const toml::node* node = Node(key);
  if (!node) return {};
  if (const auto text = node->value_exact<std::string>()) return {*text};
  std::vector<std::string> words;
  const toml::array* list = node->as_array();
  bool good = list && !list->empty();
  for (std::size_t i = 0; good && i < list->size(); ++i) {
    const auto word = (*list)[i].value_exact<std::string>();
    good = word && !word->empty();
    if (good) words.push_back(*word);
  }
  if (!good) Say(key, std::string(key) + " 应当是一个或几个词，如 [\"filed\", \"adopted\"]。");
  return words;
}

std::vector<std::string> TomlReading::List(std::string_view key) {
  const toml::node* node = table_.get(key);
  const toml::array* list = node ? node->as_array() : nullptr;
  if (!list || !list->empty()) return Words(key);
  asked_.emplace_back(key);
  return {};
}

std::string TomlReading::Json() const {
  std::ostringstream text;
  text << toml::json_formatter(table_);
  return text.str();
}

std::optional<Fraction> TomlReading::FigureOf(const toml::node& node) const {
  if (const auto whole = node.value_exact<std::int64_t>()) {
    constexpr std::int64_t kMost = 1'000'000;
    if (*whole >= -kMost && *whole <= kMost) return Fraction(*whole);
    return std::nullopt;
  }
  if (const auto text = node.value_exact<std::string>()) return Fraction::Parse(*text);
  if (const auto number = node.value_exact<double>()) {
    // What people write as 7.5 is seven and a half: thousandths are as fine as points get.
    constexpr double kScale = 1000, kMost = 1e6;
    const double scaled = *number * kScale;
    const auto whole = scaled >= -kMost * kScale && scaled <= kMost * kScale
                           ? static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
                           : 0;
    const double rest = scaled - static_cast<double>(whole);
    if (whole == 0 && scaled != 0) return std::nullopt;
    if (rest > 1e-6 || rest < -1e-6) return std::nullopt;
    return Fraction(whole, static_cast<std::int64_t>(kScale));
  }
  return std::nullopt;
}

std::optional<Fraction> TomlReading::Figure(std::string_view key) {
  const toml::node* node = Node(key);
  if (!node) return std::nullopt;
  const auto figure = FigureOf(*node);
  if (!figure)
    Say(key, std::string(key) +
                 " 应当是数，如 5、7.5、\"1/3\"，最多三位小数；百分数要写成小数或者分数，如 "
                 "0.2、\"1/5\"。");
  return figure;
}

Fraction TomlReading::NeededFigure(std::string_view key) {
  Need(key);
  return Figure(key).value_or(Fraction());
}

int TomlReading::Count(std::string_view key, int missing, int least) {
  constexpr std::int64_t kMost = 100'000;
  const toml::node* node = Node(key);
  if (!node) return missing;
  const auto count = node->value_exact<std::int64_t>();
  if (count && *count >= least && *count <= kMost) return static_cast<int>(*count);
  Say(key, std::string(key) + " 应当是不小于 " + std::to_string(least) + " 的整数。");
  return missing;
}

bool TomlReading::Flag(std::string_view key, bool missing) {
  const toml::node* node = Node(key);
  if (!node) return missing;
  if (const auto flag = node->value_exact<bool>()) return *flag;
  Say(key, std::string(key) + " 应当是 true 或 false，不加引号。");
  return missing;
}

std::optional<CalendarDate> TomlReading::Day(std::string_view key) {
  const toml::node* node = Node(key);
  if (!node) return std::nullopt;
  if (const auto day = node->value_exact<toml::date>()) {
    return std::chrono::year(day->year) / day->month / day->day;
  }
  const auto text = node->value_exact<std::string>();
  const auto day = text ? ParseDate(*text) : std::nullopt;
  if (!day) Say(key, std::string(key) + " 应当是日子，如 2026-01-01。");
  return day;
}

std::optional<TomlReading> TomlReading::Inside(std::string_view key) {
  const toml::node* node = Node(key);
  if (!node) return std::nullopt;
  if (const toml::table* table = node->as_table()) {
    return TomlReading(
        *table,
        place_ == kWholeFile ? "[" + std::string(key) + "]" : place_ + " 的 " + std::string(key),
        mistakes_);
  }
  Say(key, place_ == kWholeFile ? "要写成 [" + std::string(key) + "]，只写一次。"
                                : std::string(key) + " 应当是一张表，写在花括号里。");
  return std::nullopt;
}

std::vector<TomlReading> TomlReading::Each(std::string_view key) {
  const toml::node* node = Node(key);
  std::vector<TomlReading> tables;
  if (!node) return tables;
  const toml::array* list = node->as_array();
  if (!list) {
    Say(key, "要写成 [[" + std::string(key) + "]]，一项一段。");
    return tables;
  }
  for (const toml::node& entry : *list) {
    if (const toml::table* table = entry.as_table()) {
      tables.emplace_back(*table, "[[" + std::string(key) + "]]", mistakes_);
    } else {
      Say(key, "要写成 [[" + std::string(key) + "]]，一项一段。");
    }
  }
  return tables;
}

std::vector<std::pair<std::string, Fraction>> TomlReading::Figures() {
  std::vector<std::pair<std::string, Fraction>> figures;
  for (const auto& [key, node] : table_) {
    asked_.emplace_back(key.str());
    if (const auto figure = FigureOf(node)) {
      figures.emplace_back(key.str(), *figure);
    } else {
      Say(key.str(), std::string(key.str()) + " 后面应当是数，如 5、7.5、\"1/3\"。");
    }
  }
  return figures;
}

void TomlReading::NothingElse() {
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    mistakes_.push_back({static_cast<int>(key.source().begin.line),
                         place_ + "：没有“" + name + "”这一项" + MeantWord(name, asked_), false,
                         mistake::kUnknown, name});
  }
}

}  // namespace studio
