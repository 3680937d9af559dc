#include "shared/mechanism/explaining.h"

#include <algorithm>
#include <string_view>

#include "shared/mechanism/word_names.h"

namespace studio {
namespace {

std::string Listed(const std::vector<std::string>& words, std::string_view between = "或") {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += ChineseName(word);
  }
  return text;
}

std::string Said(const Condition& condition) {
  std::string text = Listed(condition.kinds);
  const auto add = [&](const std::vector<std::string>& words, std::string_view before,
                       std::string_view between = "或") {
    if (!words.empty()) text += "，" + std::string(before) + Listed(words, between);
  };
  add(condition.states, "已经");
  add(condition.levels, "");
  add(condition.forms, "");
  add(condition.not_states, "没有", "、");
  add(condition.roles, "角色是");
  add(condition.authors, "作者是");
  add(condition.attendance, "");
  add(condition.marks, "记有", "、");
  add(condition.not_marks, "没有记", "、");
  add(condition.posts, "限");
  add(condition.not_posts, "不含");
  add(condition.types, "类型是");
  if (condition.must_attend) text += *condition.must_attend ? "，应当到会的" : "，自愿报名的";
  return text;
}

std::string Listed(const FeatureTable& table, std::string_view unit) {
  std::string text;
  for (const auto& [word, figure] : table.figures) {
    if (!text.empty()) text += "，";
    text += ChineseName(word) + " " + figure.Text() + std::string(unit);
  }
  return text;
}

std::string_view SaidOf(Span span) {
  switch (span) {
    case Span::kMonth:
      return "每月";
    case Span::kQuarter:
      return "每季度";
    case Span::kHalfYear:
      return "每半年";
    case Span::kYear:
      return "每年";
    case Span::kTerm:
      return "一届之内";
  }
  return "";
}

std::string SaidOf(Share share) {
  switch (share) {
    case Share::kFirstOnly:
      return "；联名的只计第一作者";
    case Share::kHalfAndEqual:
      return "；联名的第一作者计一半，其余的人平分另一半";
    case Share::kEqual:
      return "；联名的平分";
    case Share::kEach:
      break;
  }
  return "";
}

std::string FigureSaid(const PointsRule& rule) {
  if (rule.chosen) {
    return "由评分人在 " + rule.chosen->first.Text() + " 到 " + rule.chosen->second.Text() +
           " 分之间给分";
  }
  if (rule.by) {
    std::string text = Listed(*rule.by, " 分");
    if (rule.several == Several::kSum) text += "（几样都有的相加）";
    return text;
  }
  if (rule.rate_of) {
    return "到会率比 " + rule.rate_of->Text() + "% 每低一个百分点计 " + rule.points.Text() + " 分";
  }
  if (rule.needs > 0) {
    return "满 " + std::to_string(rule.needs) + " 项计 " + rule.points.Text() + " 分，不满不计";
  }
  return (rule.unit.empty() ? "每项 " : "每" + ChineseName(rule.unit) + " ") + rule.points.Text() +
         " 分";
}

std::string TitleOf(const CountingRules& rules, const std::string& id) {
  for (const PointsRule& rule : rules.points) {
    if (rule.id == id) return "“" + rule.title + "”";
  }
  for (const Section& section : rules.sections) {
    if (section.id == id) return "“" + section.title + "”";
  }
  for (const Quota& quota : rules.quotas) {
    if (quota.id == id) return "“" + quota.title + "”";
  }
  return "“" + id + "”";
}

std::string TitlesOf(const CountingRules& rules, const std::vector<std::string>& ids,
                     std::string_view between) {
  std::string text;
  for (const std::string& id : ids) {
    if (!text.empty()) text += between;
    text += TitleOf(rules, id);
  }
  return text;
}

std::string Said(const CountingRules& rules, const PointsRule& rule) {
  std::string text = rule.title + "（" + Said(rule.when) + "）：" + FigureSaid(rule);
  for (const FeatureTable& table : rule.times) text += "；再乘：" + Listed(table, "");
  text += SaidOf(rule.share);
  if (rule.named_at_most > 0) text += "；最多计 " + std::to_string(rule.named_at_most) + " 人";
  if (rule.within != Span::kYear && !rule.once)
    text += "；" + std::string(SaidOf(rule.within)) + "分开数";
  if (rule.from > 1) text += "；从第 " + std::to_string(rule.from) + " 项起";
  if (rule.to > 0) text += "；到第 " + std::to_string(rule.to) + " 项为止";
  if (rule.once) text += "；" + std::string(SaidOf(rule.within)) + "只计最高的一项";
  if (!rule.unless_scored.empty()) {
    text += "；已按" + TitlesOf(rules, rule.unless_scored, "、") + "计分的不再计";
  }
  if (rule.valid_from) text += "；" + ToText(*rule.valid_from) + " 起";
  if (rule.valid_until) text += "；到 " + ToText(*rule.valid_until) + " 为止";
  if (rule.year_from) {
    text += "；年度从 " + std::to_string(static_cast<unsigned>(rule.year_from->month())) + " 月 " +
            std::to_string(static_cast<unsigned>(rule.year_from->day())) + " 日起算";
  }
  return text + "。\n";
}

std::string_view SaidOf(Subject subject) {
  switch (subject) {
    case Subject::kMember:
      return "每位委员";
    case Subject::kStudio:
      return "每个工作室";
    case Subject::kPlatform:
      return "每个平台";
    case Subject::kGroup:
      return "每个界别组";
    case Subject::kTownship:
      return "每个乡镇";
    case Subject::kCounty:
      return "全体";
  }
  return "";
}

std::string Said(const Quota& quota) {
  std::string text = quota.title + "：" + std::string(SaidOf(quota.of)) +
                     std::string(SaidOf(quota.per)) + "至少 " + std::to_string(quota.at_least) +
                     (quota.unit.empty() ? " 项" : " " + ChineseName(quota.unit)) + "（" +
                     Said(quota.when) + "）";
  if (quota.each) {
    text += "，其中" + std::string(SaidOf(*quota.each)) + "至少 " +
            std::to_string(quota.each_at_least) + " 项";
  }
  return text + "。\n";
}

std::string Said(const CountingRules& rules, const Gate& gate) {
  std::string text = gate.title + "：";
  if (gate.facts) {
    text += "有 " + std::to_string(gate.facts_at_least) + " 次这样的事实（" + Said(*gate.facts) +
            "），";
  } else {
    std::string all;
    for (const auto& any_of : gate.all_of) {
      all += (all.empty() ? "" : "，并且") + TitlesOf(rules, any_of, "或");
    }
    text += "没有完成" + all + "，";
  }
  return text + (gate.decides ? "直接定为" : "等次最高为") + gate.grade + "。\n";
}

std::string Said(const Grade& grade) {
  std::string text = grade.name + "：";
  std::string limits;
  const auto add = [&](const std::string& more) { limits += (limits.empty() ? "" : "，") + more; };
  if (grade.at_least) add(grade.at_least->Text() + " 分及以上");
  if (grade.above) add("高于 " + grade.above->Text() + " 分");
  if (grade.share_at_most) add("不超过全体的 " + grade.share_at_most->Text());
  if (grade.at_most > 0) add("不超过 " + std::to_string(grade.at_most) + " 人");
  return text + (limits.empty() ? "其余的人" : limits) + "。\n";
}

std::string Said(const Consequence& consequence) {
  std::string text = consequence.title + "：";
  if (consequence.counts) {
    text += "一届之内有 " + std::to_string(consequence.at_least) + " 次（" +
            Said(*consequence.counts) + "）";
  } else if (consequence.below) {
    text += "总分低于 " + consequence.below->Text() + " 分";
  } else {
    if (consequence.years_running > 1) {
      text += "连续 " + std::to_string(consequence.years_running) + " 年";
    }
    text += "评为" + Listed(consequence.grades);
  }
  if (!consequence.by.empty()) text += "，由" + consequence.by + "办";
  if (!consequence.told.empty()) text += "，告知" + Listed(consequence.told, "、");
  return text + "。\n";
}

}  // namespace

std::string ExplainedRule(const CountingRules& rules, const PointsRule& rule) {
  std::string text = Said(rules, rule);
  text.pop_back();
  return text;
}

std::string ExplainedQuota(const Quota& quota) {
  std::string text = Said(quota);
  text.pop_back();
  return text;
}

std::string ExplainedText(const CountingRules& rules) {
  std::string text;
  for (const Section& section : rules.sections) {
    text += section.title;
    if (section.of_studios) text += "（工作室的分）";
    if (section.base != 0) text += "，从 " + section.base.Text() + " 分起";
    if (section.at_most) text += "，最多 " + section.at_most->Text() + " 分";
    if (section.at_least) text += "，最少 " + section.at_least->Text() + " 分";
    text += "：\n";
    for (const PointsRule& rule : rules.points) {
      if (rule.section == section.id) text += "  " + Said(rules, rule);
    }
  }
  for (const Slot& slot : rules.slots) {
    text += TitlesOf(rules, slot.rules, "、") + (slot.a_deed ? "：同一项履职" : "：一年里") +
            "只计" + (slot.highest ? "最高的一样" : "排在前面的一样") + "。\n";
  }
  for (const Limit& limit : rules.limits) {
    std::vector<std::string> held = limit.rules;
    held.insert(held.end(), limit.sections.begin(), limit.sections.end());
    text += limit.title + "：" + TitlesOf(rules, held, "、") + "合起来最多 " +
            limit.at_most.Text() + " 分。\n";
  }
  const Total& total = rules.total;
  if (total.base != 0) text += "总分从 " + total.base.Text() + " 分起。\n";
  for (const auto& [post, base] : total.base_by_post) {
    text += post + "的总分从 " + base.Text() + " 分起。\n";
  }
  if (total.round_to) {
    text += "总分" + std::string(total.round_down ? "舍去不满 " : "四舍五入到 ") +
            total.round_to->Text() + (total.round_down ? " 分的零头。\n" : " 分。\n");
  }
  if (total.at_most) text += "总分最多 " + total.at_most->Text() + " 分。\n";
  for (const auto& [post, most] : total.at_most_by_post) {
    text += post + "的总分最多 " + most.Text() + " 分。\n";
  }
  if (total.at_least) text += "总分最少 " + total.at_least->Text() + " 分。\n";
  for (const Quota& quota : rules.quotas) text += Said(quota);
  for (const Gate& gate : rules.gates) text += Said(rules, gate);
  for (const Grade& grade : rules.grades) text += Said(grade);
  for (const Consequence& consequence : rules.consequences) text += Said(consequence);
  return text;
}

}  // namespace studio
