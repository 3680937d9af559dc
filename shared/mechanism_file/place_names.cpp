#include "shared/mechanism_file/place_names.h"

#include <algorithm>
#include <utility>

#include "shared/mechanism_file/word_names.h"

namespace studio {
namespace {

using Ending = std::pair<std::string_view, std::string_view>;

// By how a kind's name ends; what ends otherwise happens: 次.
constexpr Ending kMeasures[] = {
    {"提案", "件"}, {"实事", "件"}, {"信息", "条"},     {"建议", "条"},     {"文章", "篇"},
    {"报告", "篇"}, {"资料", "篇"}, {"书面发言", "篇"}, {"笔记", "本"},     {"项目", "个"},
    {"心愿", "个"}, {"议题", "个"}, {"帮扶户", "户"},   {"一户群众", "户"},
};

constexpr std::string_view kMeetings[] = {"会", "会议", "协商", "讨论"};

std::string MeasureOfName(std::string_view name) {
  for (const auto& [ending, measure] : kMeasures) {
    if (name.ends_with(ending)) return std::string(measure);
  }
  return "次";
}

}  // namespace

bool IsListedBefore(std::string_view one, std::string_view other) {
  const std::size_t a = PlaceInLists(one), b = PlaceInLists(other);
  return a != b ? a < b : one < other;
}

std::string PlaceNames::Of(std::string_view word) const {
  const auto own = words.find(word);
  return own != words.end() ? own->second : ChineseName(word);
}

std::string PlaceNames::Listed(const std::vector<std::string>& listed,
                               std::string_view between) const {
  std::string text;
  for (const std::string& word : listed) {
    if (!text.empty()) text += between;
    text += Of(word);
  }
  return text;
}

std::string PlaceNames::Measure(const std::vector<std::string>& kinds) const {
  std::string measure;
  for (const std::string& kind : kinds) {
    std::string one = MeasureOfName(ChineseName(kind));
    if (one == "次") one = MeasureOfName(Of(kind));
    if (!measure.empty() && one != measure) return "项";
    measure = std::move(one);
  }
  return measure.empty() ? "项" : measure;
}

std::string PlaceNames::Coming(std::string_view attendance,
                               const std::vector<std::string>& kinds) const {
  const bool duty = std::all_of(kinds.begin(), kinds.end(),
                                [](const std::string& kind) { return kind == "duty"; });
  const bool meeting = std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
    const std::string name = ChineseName(kind);
    return std::any_of(std::begin(kMeetings), std::end(kMeetings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
  });
  if (attendance == "present") return duty ? "按时到岗" : meeting ? "按时到会" : "按时到场";
  if (attendance == "walked_in") return duty ? "没排班到岗" : "未报名到场";
  if (attendance == "absent" && duty) return "没有到岗";
  return ChineseName(attendance);
}

PlaceNames NamesOf(const Mechanism& told) {
  PlaceNames names;
  for (const ActivityTemplate& one : told.activities) {
    names.words.emplace(one.kind, one.title);
    for (const NamedWord& role : one.roles) names.words.emplace(role.word, role.title);
    for (const AskedFigure& figure : one.figures) names.words.emplace(figure.unit, figure.measure);
  }
  return names;
}

}  // namespace studio
