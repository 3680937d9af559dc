#include "shared/mechanism_file/explained_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace studio {
namespace {

using Saying = std::pair<std::string_view, std::string_view>;

// How a state is said of a deed; of any other word "已" stands before it.
constexpr Saying kReached[] = {
    {"submitted", "已提交"}, {"adopted", "被采用"}, {"instructed", "获批示"},  {"merged", "被并案"},
    {"withdrawn", "被撤回"}, {"key", "列为重点"},   {"excellent", "评为优秀"}, {"filed", "已立案"},
};

std::string ReachedWords(const std::string& state, const PlaceNames& names) {
  for (const auto& [word, said] : kReached) {
    if (word == state) return std::string(said);
  }
  return "已" + names.Of(state);
}

std::string AuthorWords(std::string_view author, bool of_proposals) {
  if (author == "sole") return "独自一人的";
  if (author == "first") return of_proposals ? "第一提案人" : "第一作者";
  return of_proposals ? "其他联名人" : "其他作者";
}

std::string CameWords(const Condition& condition, const PlaceNames& names) {
  std::vector<std::string> came = condition.attendance;
  std::sort(came.begin(), came.end(),
            [](const auto& a, const auto& b) { return IsListedBefore(a, b); });
  std::string text;
  for (const std::string& word : came) {
    if (text.empty()) {
      text = (came.size() == 1 ? "限" : "") + names.Coming(word, condition.kinds);
    } else {
      text += (word == came.back() ? "或" : "、") + names.Coming(word, condition.kinds);
    }
  }
  return text.empty() ? text : text + "的";
}

}  // namespace

std::string ConditionWords(const Condition& condition, const PlaceNames& names) {
  std::string text = names.Listed(condition.kinds, "、");
  const auto add = [&](const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : "，") + more;
  };
  const auto limited = [&](const std::vector<std::string>& words, std::string_view before,
                           std::string_view after, std::string_view between = "、") {
    std::vector<std::string> sorted = words;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return IsListedBefore(a, b); });
    if (!sorted.empty()) {
      add(std::string(before) + names.Listed(std::move(sorted), between) + std::string(after));
    }
  };
  std::string reached;
  for (const std::string& state : condition.states) {
    reached += (reached.empty() ? "" : "或") + ReachedWords(state, names);
  }
  add(reached);
  limited(condition.levels, "限", "");
  limited(condition.forms, "限", "");
  limited(condition.roles, "限", "的", "或");
  std::string authors;
  const bool proposals = condition.kinds == std::vector<std::string>{"proposal"};
  for (const std::string& author : condition.authors) {
    authors += (authors.empty() ? "限" : "或") + AuthorWords(author, proposals);
  }
  add(authors);
  add(CameWords(condition, names));
  limited(condition.marks, "注明“", "”的", "”“");
  limited(condition.not_marks, "注明“", "”的不算", "”“");
  limited(condition.posts, "限", "");
  limited(condition.not_posts, "", "除外");
  limited(condition.types, "限", "");
  if (condition.must_attend) add(*condition.must_attend ? "应当参加的" : "自愿报名的");
  limited(condition.not_states, "", "的不算");
  return text;
}

std::string PointsWords(const Fraction& points) {
  if (points == 0) return "不计分";
  if (points < 0) return "扣 " + (-points).Text() + " 分";
  return "计 " + points.Text() + " 分";
}

std::string MarkWords(std::string_view mark) {
  if (mark == "given") return "〔原文〕";
  if (mark == "setting") return "〔原文未定数〕";
  return mark == "ours" ? "〔本系统所加〕" : "";
}

std::string ShareWords(const Fraction& share) {
  const std::string percent = (share * 100).Text();
  return percent.find('/') == percent.npos ? percent + "%" : share.Text();
}

std::string DayWords(CalendarDate day) {
  return std::to_string(static_cast<int>(day.year())) + " 年 " +
         std::to_string(static_cast<unsigned>(day.month())) + " 月 " +
         std::to_string(static_cast<unsigned>(day.day())) + " 日";
}

std::string SpanWords(Span span) {
  switch (span) {
    case Span::kMonth:
      return "每月";
    case Span::kQuarter:
      return "每季度";
    case Span::kHalfYear:
      return "每半年";
    case Span::kTerm:
      return "一届之内";
    case Span::kYear:
      break;
  }
  return "每年";
}

std::string SubjectWords(Subject subject, const PlaceNames& names) {
  switch (subject) {
    case Subject::kStudio:
      return "每个" + names.studio;
    case Subject::kPlatform:
      return "每个" + names.platform;
    case Subject::kGroup:
      return "每个" + names.group;
    case Subject::kTownship:
      return "每个乡镇";
    case Subject::kCounty:
      return "全体合起来";
    case Subject::kMember:
      break;
  }
  return "每位委员";
}

std::string TitleWords(const CountingRules& rules, const std::vector<std::string>& ids,
                       std::string_view between) {
  const auto title = [&](const std::string& id) {
    for (const PointsRule& rule : rules.points) {
      if (rule.id == id) return rule.title;
    }
    for (const Section& section : rules.sections) {
      if (section.id == id) return section.title;
    }
    for (const Quota& quota : rules.quotas) {
      if (quota.id == id) return quota.title;
    }
    return id;
  };
  std::string text;
  for (const std::string& id : ids) {
    if (!text.empty()) text += between;
    text += "“" + title(id) + "”";
  }
  return text;
}

}  // namespace studio
