#include "shared/mechanism/rules_json.h"

#include <type_traits>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/mechanism/rule_words.h"

namespace studio {
namespace {

using Node = nlohmann::ordered_json;

template <class R, class T>
inline constexpr bool kIs = std::is_same_v<std::remove_const_t<R>, T>;

// Each struct's fields under the names that the file has for them.
template <class R, class Visit>
void EachField(R& r, Visit visit) {
  if constexpr (kIs<R, Condition>) {
    visit("kinds", r.kinds);
    visit("states", r.states);
    visit("not_states", r.not_states);
    visit("levels", r.levels);
    visit("forms", r.forms);
    visit("roles", r.roles);
    visit("authors", r.authors);
    visit("attendance", r.attendance);
    visit("marks", r.marks);
    visit("not_marks", r.not_marks);
    visit("posts", r.posts);
    visit("not_posts", r.not_posts);
    visit("types", r.types);
    visit("must_attend", r.must_attend);
  } else if constexpr (kIs<R, FeatureTable>) {
    visit("feature", r.feature);
    visit("figures", r.figures);
  } else if constexpr (kIs<R, PointsRule>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("section", r.section);
    visit("when", r.when);
    visit("counted", r.counted);
    visit("valid_from", r.valid_from);
    visit("valid_until", r.valid_until);
    visit("points", r.points);
    visit("points_by", r.by);
    visit("several", r.several);
    visit("times_by", r.times);
    visit("unit", r.unit);
    visit("chosen", r.chosen);
    visit("share", r.share);
    visit("named_at_most", r.named_at_most);
    visit("from", r.from);
    visit("to", r.to);
    visit("once", r.once);
    visit("within", r.within);
    visit("needs", r.needs);
    visit("rate_of", r.rate_of);
    visit("unless_scored", r.unless_scored);
    visit("year_from", r.year_from);
  } else if constexpr (kIs<R, Slot>) {
    visit("id", r.id);
    visit("rules", r.rules);
    visit("of_deed", r.a_deed);
    visit("take_highest", r.highest);
  } else if constexpr (kIs<R, Limit>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("rules", r.rules);
    visit("sections", r.sections);
    visit("at_most", r.at_most);
  } else if constexpr (kIs<R, Section>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("base", r.base);
    visit("at_most", r.at_most);
    visit("at_least", r.at_least);
    visit("of_studios", r.of_studios);
  } else if constexpr (kIs<R, Total>) {
    visit("base", r.base);
    visit("base_by_post", r.base_by_post);
    visit("at_most", r.at_most);
    visit("at_least", r.at_least);
    visit("round_to", r.round_to);
    visit("at_most_by_post", r.at_most_by_post);
    visit("round_down", r.round_down);
  } else if constexpr (kIs<R, Quota>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("of", r.of);
    visit("when", r.when);
    visit("counted", r.counted);
    visit("per", r.per);
    visit("at_least", r.at_least);
    visit("unit", r.unit);
    visit("each", r.each);
    visit("each_at_least", r.each_at_least);
  } else if constexpr (kIs<R, Gate>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("all_of", r.all_of);
    visit("facts", r.facts);
    visit("facts_at_least", r.facts_at_least);
    visit("grade", r.grade);
    visit("decides", r.decides);
  } else if constexpr (kIs<R, Grade>) {
    visit("name", r.name);
    visit("at_least", r.at_least);
    visit("above", r.above);
    visit("below", r.below);
    visit("share_at_most", r.share_at_most);
    visit("at_most", r.at_most);
  } else if constexpr (kIs<R, Consequence>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("by", r.by);
    visit("told", r.told);
    visit("grades", r.grades);
    visit("years_running", r.years_running);
    visit("below", r.below);
    visit("counts", r.counts);
    visit("at_least", r.at_least);
  } else if constexpr (kIs<R, Ranking>) {
    visit("ties_skip", r.ties_skip);
    visit("not_ranked_posts", r.not_ranked_posts);
    visit("then_by", r.then_by);
  } else if constexpr (kIs<R, SheetColumn>) {
    visit("field", r.field);
    visit("caption", r.caption);
  } else if constexpr (kIs<R, SheetForm>) {
    visit("id", r.id);
    visit("title", r.title);
    visit("columns", r.columns);
    visit("kinds", r.kinds);
  } else {
    static_assert(kIs<R, CountingRules>);
    visit("sections", r.sections);
    visit("points", r.points);
    visit("slots", r.slots);
    visit("limits", r.limits);
    visit("total", r.total);
    visit("quotas", r.quotas);
    visit("gates", r.gates);
    visit("grades", r.grades);
    visit("consequences", r.consequences);
    visit("ranking", r.ranking);
    visit("sheets", r.sheets);
  }
}

template <class T>
const Choices<T>& WordsOf() {
  if constexpr (std::is_same_v<T, CountedDay>) {
    return kCountedDays;
  } else if constexpr (std::is_same_v<T, Span>) {
    return kSpans;
  } else if constexpr (std::is_same_v<T, Feature>) {
    return kFeatures;
  } else if constexpr (std::is_same_v<T, Several>) {
    return kSeverals;
  } else if constexpr (std::is_same_v<T, Share>) {
    return kShares;
  } else {
    return kSubjects;
  }
}

// ---- writing
// Full of everything; what is as it would be anyway is left out by the caller.
template <class T>
Node NodeOf(const T& value);
template <class T>
Node NodeOf(const std::optional<T>& value) {
  return value ? NodeOf(*value) : Node();
}
template <class T>
Node NodeOf(const std::vector<T>& list) {
  Node out = Node::array();
  for (const T& one : list) out.push_back(NodeOf(one));
  return out;
}
Node NodeOf(const std::map<std::string, Fraction>& figures) {
  Node out = Node::object();
  for (const auto& [word, figure] : figures) out[word] = figure.ExactText();
  return out;
}

template <class T>
Node AllOf(const T& value) {
  Node out = Node::object();
  EachField(value, [&](const char* name, const auto& field) { out[name] = NodeOf(field); });
  return out;
}

template <class T>
Node NodeOf(const T& value) {
  if constexpr (std::is_same_v<T, Fraction>) {
    return value.ExactText();
  } else if constexpr (std::is_same_v<T, CalendarDate>) {
    return ToText(value);
  } else if constexpr (std::is_same_v<T, std::chrono::month_day>) {
    // Of a year that has every day.
    return ToText(std::chrono::year(2028) / value.month() / value.day()).substr(5);
  } else if constexpr (std::is_same_v<T, std::pair<Fraction, Fraction>>) {
    return Node::array({value.first.ExactText(), value.second.ExactText()});
  } else if constexpr (std::is_enum_v<T>) {
    for (const auto& [word, choice] : WordsOf<T>()) {
      if (choice == value) return std::string(word);
    }
    return {};
  } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
    static const Node kPlain = AllOf(T{});
    Node all = AllOf(value);
    Node out = Node::object();
    for (auto& [name, field] : all.items()) {
      if (field != kPlain[name]) out[name] = std::move(field);
    }
    return out;
  } else {
    return value;
  }
}

// ---- reading
// False: of another type, or a word that is unknown here. `where`: the innermost field.
class RulesReading {
 public:
  std::string where;

  template <class T>
  bool Read(const nlohmann::json& node, std::optional<T>& into) {
    into.emplace();
    return Read(node, *into);
  }
  template <class T>
  bool Read(const nlohmann::json& node, std::vector<T>& into) {
    if (!node.is_array()) return false;
    for (const auto& one : node) {
      into.emplace_back();
      if (!Read(one, into.back())) return false;
    }
    return true;
  }
  bool Read(const nlohmann::json& node, std::map<std::string, Fraction>& into) {
    if (!node.is_object()) return false;
    for (const auto& [word, figure] : node.items()) {
      if (!Read(figure, into[word])) return false;
    }
    return true;
  }
  template <class T>
  bool Read(const nlohmann::json& node, T& into) {
    if constexpr (std::is_same_v<T, bool>) {
      if (node.is_boolean()) into = node.template get<bool>();
      return node.is_boolean();
    } else if constexpr (std::is_same_v<T, int>) {
      constexpr int kMost = 1'000'000;
      if (!node.is_number_integer()) return false;
      const auto number = node.template get<std::int64_t>();
      into = static_cast<int>(number);
      return number >= 0 && number <= kMost;
    } else if constexpr (std::is_same_v<T, std::pair<Fraction, Fraction>>) {
      return node.is_array() && node.size() == 2 && Read(node[0], into.first) &&
             Read(node[1], into.second);
    } else if constexpr (std::is_class_v<T> && !kOfText<T>) {
      return ReadFields(node, into);
    } else {
      return node.is_string() && ReadText(node.template get<std::string>(), into);
    }
  }

 private:
  template <class T>
  static constexpr bool kOfText =
      std::is_same_v<T, std::string> || std::is_same_v<T, Fraction> ||
      std::is_same_v<T, CalendarDate> || std::is_same_v<T, std::chrono::month_day>;

  template <class T>
  bool ReadText(const std::string& text, T& into) {
    std::optional<T> read;
    if constexpr (std::is_same_v<T, std::string>) {
      read = text;
    } else if constexpr (std::is_same_v<T, Fraction>) {
      read = Fraction::Parse(text);
    } else if constexpr (std::is_same_v<T, CalendarDate>) {
      read = ParseDate(text);
    } else if constexpr (std::is_same_v<T, std::chrono::month_day>) {
      if (const auto day = ParseDate("2028-" + text)) read.emplace(day->month(), day->day());
    } else {
      for (const auto& [word, choice] : WordsOf<T>()) {
        if (word == text) read = choice;
      }
    }
    if (read) into = std::move(*read);
    return read.has_value();
  }

  template <class T>
  bool ReadFields(const nlohmann::json& node, T& into) {
    if (!node.is_object()) return false;
    bool good = true;
    EachField(into, [&](const char* name, auto& field) {
      const auto found = node.find(name);
      if (!good || found == node.end()) return;
      good = Read(*found, field);
      if (!good && where.empty()) where = name;
    });
    return good;
  }
};

}  // namespace

std::string RulesJson(const CountingRules& rules) {
  return NodeOf(rules).dump(-1, ' ', false, Node::error_handler_t::replace);
}

Result<CountingRules> RulesFromJson(std::string_view json) {
  if (json.size() > kMaxRulesBytes) return Fail(ErrorKind::kMalformed, "rules: too large");
  const nlohmann::json node = ParseJson(json);
  CountingRules rules;
  RulesReading reading;
  if (!node.is_object() || !reading.Read(node, rules)) {
    return Fail(ErrorKind::kMalformed,
                "rules: " + (reading.where.empty() ? "no object" : reading.where));
  }
  return rules;
}

}  // namespace studio
