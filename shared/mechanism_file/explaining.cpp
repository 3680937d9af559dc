#include "shared/mechanism_file/explaining.h"

#include <algorithm>
#include <string_view>

#include "shared/mechanism_file/explained_words.h"

namespace studio {
namespace {

std::string EntryMark(const Entries& entries, const std::string& table, std::size_t i) {
  const auto found = entries.find(table);
  if (found == entries.end() || i >= found->second.size()) return "";
  return MarkWords(found->second[i].mark);
}

std::string SectionWords(const Section& section) {
  std::string text = "【" + section.title + "】";
  if (section.of_studios) text += "计工作室的分";
  const auto add = [&](const std::string& more) {
    text += (text.ends_with("】") ? "" : "，") + more;
  };
  if (section.base != 0) add("从 " + section.base.Text() + " 分起");
  if (section.at_most) add("最多计 " + section.at_most->Text() + " 分");
  if (section.at_least) add("最少 " + section.at_least->Text() + " 分");
  return text;
}

std::string TotalWords(const Total& total) {
  std::string text;
  const auto add = [&](const std::string& line) { text += line + "。\n"; };
  if (total.base != 0) add("总分从 " + total.base.Text() + " 分起");
  for (const auto& [post, base] : total.base_by_post) {
    add(post + "的总分从 " + base.Text() + " 分起");
  }
  if (total.round_to) {
    const std::string step = total.round_to->Text() + " 分";
    add(total.round_down ? "总分不满 " + step + "的零头舍去"
                         : "总分四舍五入到" + (*total.round_to == 1 ? "整数" : "最近的 " + step));
  }
  if (total.at_most) add("总分最多 " + total.at_most->Text() + " 分");
  for (const auto& [post, most] : total.at_most_by_post) {
    add(post + "的总分最多 " + most.Text() + " 分");
  }
  if (total.at_least) add("总分最少 " + total.at_least->Text() + " 分");
  return text;
}

std::string GateWords(const CountingRules& rules, const Gate& gate, const PlaceNames& names) {
  std::string text = gate.title + "：";
  if (gate.facts) {
    text += "当年有 " + std::to_string(gate.facts_at_least) + " " +
            names.Measure(gate.facts->kinds) + (gate.facts_at_least > 1 ? "及以上" : "") + "（" +
            ConditionWords(*gate.facts, names) + "）的，";
  } else {
    std::string all;
    for (const auto& any_of : gate.all_of) {
      all += (all.empty() ? "" : "、") + TitleWords(rules, any_of, "或");
    }
    text += all + (gate.all_of.size() > 1 ? "，有一样没有完成的，" : "没有完成的，");
  }
  return text + (gate.decides ? "直接定为“" : "等次最高为“") + gate.grade + "”。";
}

std::string GradeWords(const Grade& grade) {
  std::string limits;
  const auto add = [&](const std::string& more) { limits += (limits.empty() ? "" : "，") + more; };
  if (grade.at_least) add(grade.at_least->Text() + " 分及以上");
  if (grade.above) add("高于 " + grade.above->Text() + " 分");
  if (grade.below) add("不到 " + grade.below->Text() + " 分");
  if (grade.share_at_most) {
    add("不超过参加排名人数的 " + ShareWords(*grade.share_at_most) +
        "（不满一人的舍去，同分的排不下就都不评）");
  }
  if (grade.at_most > 0) add("不超过 " + std::to_string(grade.at_most) + " 人");
  return grade.name + "：" + (limits.empty() ? "其余的委员" : limits) + "。";
}

std::string RankingWords(const CountingRules& rules) {
  const Ranking& ranking = rules.ranking;
  std::string text = "名次：按总分从高到低；";
  if (!ranking.then_by.empty()) {
    text += "同分的先比" + TitleWords(rules, ranking.then_by, "、再比") + "，还相同的名次并列，";
  } else {
    text += "同分的名次并列，";
  }
  text += ranking.ties_skip ? "后面的名次跳过（1、1、3）" : "后面的名次接着排（1、1、2）";
  std::string posts;
  for (const std::string& post : ranking.not_ranked_posts) {
    posts += (posts.empty() ? "；" : "、") + post;
  }
  return text + posts + (posts.empty() ? "" : "不参加排名") + "。";
}

std::string ConsequenceWords(const Consequence& consequence, const PlaceNames& names) {
  std::string text = consequence.title + "：";
  if (consequence.counts) {
    text += "一届之内有 " + std::to_string(consequence.at_least) + " " +
            names.Measure(consequence.counts->kinds) + (consequence.at_least > 1 ? "及以上" : "") +
            "（" + ConditionWords(*consequence.counts, names) + "）的";
  } else if (consequence.below) {
    text += "总分低于 " + consequence.below->Text() + " 分的";
  } else {
    if (consequence.years_running > 1) {
      text += "连续 " + std::to_string(consequence.years_running) + " 年";
    }
    std::string grades;
    for (const std::string& grade : consequence.grades) {
      grades += (grades.empty() ? "评为“" : "”或“") + grade;
    }
    text += grades + "”的";
  }
  if (!consequence.by.empty()) text += "，由" + consequence.by + "办理";
  if (!consequence.told.empty()) text += "，告知" + names.Listed(consequence.told, "、");
  return text + "。";
}

std::string SheetWords(const SheetForm& form) {
  const KnownSheet* known = KnownSheetWith(form.id);
  if (known == nullptr) return {};
  const SheetForm whole = FormOf({form}, known->kind);
  std::string text = std::string(known->title) + "：印作“" + whole.title + "”，栏目是";
  for (std::size_t i = 0; i < whole.columns.size(); ++i) {
    text += (i > 0 ? "、" : "") + whole.columns[i].caption;
  }
  return text + "。\n";
}

}  // namespace

std::string ExplainedText(const CountingRules& rules, const PlaceNames& names,
                          const Entries& entries) {
  std::string text;
  const auto add = [&](const std::string& line, const std::string& table, std::size_t i) {
    text += line + EntryMark(entries, table, i) + "\n";
  };
  for (std::size_t i = 0; i < rules.sections.size(); ++i) {
    const Section& section = rules.sections[i];
    add(SectionWords(section), "section", i);
    for (std::size_t j = 0; j < rules.points.size(); ++j) {
      const PointsRule& rule = rules.points[j];
      if (rule.section == section.id) add("  " + ExplainedRule(rules, rule, names), "points", j);
    }
  }
  for (std::size_t i = 0; i < rules.slots.size(); ++i) {
    const Slot& slot = rules.slots[i];
    add(TitleWords(rules, slot.rules, "、") + (slot.a_deed ? "：同一件事" : "：一年里") + "只计" +
            (slot.highest ? "得分最高的一样" : "排在前面、有得分的一样") + "。",
        "slot", i);
  }
  for (std::size_t i = 0; i < rules.limits.size(); ++i) {
    const Limit& limit = rules.limits[i];
    std::vector<std::string> held = limit.rules;
    held.insert(held.end(), limit.sections.begin(), limit.sections.end());
    add(limit.title + "：" + TitleWords(rules, held, "、") + (held.size() > 1 ? "合起来" : "") +
            "最多计 " + limit.at_most.Text() + " 分。",
        "limit", i);
  }
  text += TotalWords(rules.total);
  for (std::size_t i = 0; i < rules.quotas.size(); ++i) {
    add(ExplainedQuota(rules.quotas[i], names), "quota", i);
  }
  for (std::size_t i = 0; i < rules.gates.size(); ++i) {
    add(GateWords(rules, rules.gates[i], names), "gate", i);
  }
  for (std::size_t i = 0; i < rules.grades.size(); ++i) {
    add(GradeWords(rules.grades[i]), "grade", i);
  }
  if (!rules.points.empty()) text += RankingWords(rules) + "\n";
  for (std::size_t i = 0; i < rules.consequences.size(); ++i) {
    add(ConsequenceWords(rules.consequences[i], names), "consequence", i);
  }
  for (const SheetForm& form : rules.sheets) text += SheetWords(form);
  return text;
}

}  // namespace studio
