// One rule that gives points, and one quota, as a sentence.
#include <algorithm>

#include "shared/mechanism_file/explained_words.h"
#include "shared/mechanism_file/explaining.h"

namespace studio {
namespace {

// Said with a figure.
std::string FeatureWord(const FeatureTable& table, const std::string& word, const PointsRule& rule,
                        const PlaceNames& names) {
  if (table.feature == Feature::kAttendance) return names.Coming(word, rule.when.kinds);
  if (table.feature != Feature::kAuthor) return names.Of(word);
  const bool proposals = rule.when.kinds == std::vector<std::string>{"proposal"};
  if (word == "sole") return "独自一人";
  if (word == "first") return proposals ? "第一提案人" : "第一作者";
  return proposals ? "其他联名人" : "其他作者";
}

std::string_view FeatureName(Feature feature) {
  switch (feature) {
    case Feature::kRole:
      return "角色";
    case Feature::kAuthor:
      return "作者";
    case Feature::kAttendance:
      return "到会情况";
    case Feature::kLevel:
      return "采用、批示的级别";
    case Feature::kForm:
      return "形式";
    case Feature::kState:
      return "办理结果";
    case Feature::kPost:
      return "职务";
    case Feature::kEventLevel:
      return "活动、表彰的级别";
  }
  return "";
}

template <class Say>
std::string EachFigure(const FeatureTable& table, Say say) {
  std::vector<std::string> words;
  for (const auto& [word, figure] : table.figures) words.push_back(word);
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return IsListedBefore(a, b); });
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : "，") + say(word, table.figures.at(word));
  }
  return text;
}

std::string ByWords(const PointsRule& rule, const PlaceNames& names) {
  const FeatureTable& by = *rule.by;
  std::string text = EachFigure(by, [&](const std::string& word, const Fraction& figure) {
    return FeatureWord(by, word, rule, names) + PointsWords(figure);
  });
  if (by.figures.size() < 2) return text;
  if (by.feature == Feature::kPost) return text + "（有几个职务的按最高的计）";
  const bool of_states = by.feature == Feature::kLevel || by.feature == Feature::kForm ||
                         by.feature == Feature::kState;
  if (!of_states) return text;
  switch (rule.several) {
    case Several::kSum:
      return text + "（几样都有的相加）";
    case Several::kLast:
      return text + "（几样都有的按最后的计）";
    case Several::kHighest:
      break;
  }
  return text + "（几样都有的按最高的计）";
}

bool OnceAYear(const PointsRule& rule) { return rule.needs > 0 || rule.rate_of; }

std::string FigureWords(const PointsRule& rule, const PlaceNames& names) {
  const std::string measure = names.Measure(rule.when.kinds);
  if (rule.rate_of) {
    return "出席率比 " + rule.rate_of->Text() + "% 每低 1 个百分点" + PointsWords(rule.points) +
           "，不到 1 个百分点的按比例算";
  }
  if (rule.needs > 0) {
    return "全年满 " + std::to_string(rule.needs) + " " + measure + PointsWords(rule.points) +
           (rule.points < 0 ? "，不满不扣" : "，不满不计");
  }
  const std::string each = "每" + (rule.unit.empty() ? measure : names.Of(rule.unit));
  if (rule.chosen) {
    return each + "由评分人在 " + rule.chosen->first.Text() + " 到 " + rule.chosen->second.Text() +
           " 分之间给分";
  }
  if (rule.by) return each + "：" + ByWords(rule, names);
  return each + PointsWords(rule.points);
}

std::string ShareSaid(Share share) {
  switch (share) {
    case Share::kFirstOnly:
      return "；联名的只计第一人";
    case Share::kHalfAndEqual:
      return "；联名的，第一人计一半，其余的人平分另一半";
    case Share::kEqual:
      return "；联名的平分";
    case Share::kEach:
      break;
  }
  return "";
}

std::string NumberedWords(const PointsRule& rule, const std::string& measure) {
  const std::string from = std::to_string(rule.from), to = std::to_string(rule.to);
  const std::string span = "；" + SpanWords(rule.within);
  if (rule.from > 1 && rule.to > 0) return span + "只计第 " + from + " 到第 " + to + " " + measure;
  if (rule.from > 1) return span + "从第 " + from + " " + measure + "起计";
  if (rule.to > 0) return span + "只计前 " + to + " " + measure;
  return "";
}

std::string CountedWords(const Condition& when, CountedDay counted, const PlaceNames& names) {
  if (counted == CountedDay::kSubmitted) return "；按提交的日子算";
  if (counted != CountedDay::kState) return "";
  return "；按" + (when.states.empty() ? "办理" : names.Listed(when.states, "、")) + "的日子算";
}

// What the title says already is not said again.
std::string Bracketed(const std::string& title, const std::string& condition) {
  return condition == title ? title : title + "（" + condition + "）";
}

}  // namespace

std::string ExplainedRule(const CountingRules& rules, const PointsRule& rule,
                          const PlaceNames& names) {
  const std::string measure = names.Measure(rule.when.kinds);
  std::string text =
      Bracketed(rule.title, ConditionWords(rule.when, names)) + "：" + FigureWords(rule, names);
  if (!OnceAYear(rule)) {
    text += ShareSaid(rule.share);
    for (const FeatureTable& table : rule.times) {
      text += "；再按" + std::string(FeatureName(table.feature)) + "折算：" +
              EachFigure(table, [&](const std::string& word, const Fraction& figure) {
                return FeatureWord(table, word, rule, names) + "乘 " + figure.Text();
              });
    }
    if (rule.named_at_most > 0) {
      text += "；联名的最多计前 " + std::to_string(rule.named_at_most) + " 人";
    }
    text += NumberedWords(rule, measure);
    if (rule.once) {
      text += "；" + SpanWords(rule.within) + "只计" +
              (rule.by || rule.chosen || !rule.times.empty() ? "得分最高的一" : "一") + measure;
    }
  }
  if (!rule.unless_scored.empty()) {
    text += "；已按" + TitleWords(rules, rule.unless_scored, "、") + "计分的不再计";
  }
  text += CountedWords(rule.when, rule.counted, names);
  if (rule.valid_from) text += "；自 " + DayWords(*rule.valid_from) + "起";
  if (rule.valid_until) text += "；到 " + DayWords(*rule.valid_until) + "为止";
  if (rule.year_from) {
    text += "；年度从 " + std::to_string(static_cast<unsigned>(rule.year_from->month())) + " 月 " +
            std::to_string(static_cast<unsigned>(rule.year_from->day())) +
            " 日算起，算到评定那一年";
  }
  return text + "。";
}

std::string ExplainedQuota(const Quota& quota, const PlaceNames& names) {
  const std::string measure =
      quota.unit.empty() ? names.Measure(quota.when.kinds) : names.Of(quota.unit);
  std::string text = quota.title + "：" + SubjectWords(quota.of, names) + SpanWords(quota.per) +
                     "至少 " + std::to_string(quota.at_least) + " " + measure + "（" +
                     ConditionWords(quota.when, names) + "）";
  if (quota.each) {
    text += "，其中" + SpanWords(*quota.each) + "至少 " + std::to_string(quota.each_at_least) +
            " " + measure;
  }
  return text + CountedWords(quota.when, quota.counted, names) + "。";
}

}  // namespace studio
