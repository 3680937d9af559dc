// A whole file as sentences: what stands around the counting rules.
#include <array>
#include <string_view>

#include "shared/mechanism_file/explained_words.h"
#include "shared/mechanism_file/explaining.h"
#include "shared/mechanism_file/setting_names.h"

namespace studio {
namespace {

constexpr std::string_view kMarksSaid =
    "句末注〔原文〕的，是文件里写明的；注〔原文未定数〕的，文件里有这一条，数是暂定的，由本地改；"
    "注〔本系统所加〕的，文件里没有。没有注的，还没有标明出处。\n";

std::string SettingWords(const PlaceSetting& setting, const PlaceNames& names) {
  std::string values;
  for (const std::string& value : setting.values) {
    values += (values.empty() ? "" : "、") + names.Of(value);
  }
  return SettingName(setting.table, setting.key) + "：" + values + "。" + MarkWords(setting.mark) +
         "\n";
}

std::string SettingsWords(const ReadPlace& place, const PlaceNames& names,
                          std::initializer_list<std::string_view> tables) {
  std::string text;
  for (const PlaceSetting& setting : place.settings) {
    for (const std::string_view table : tables) {
      if (setting.table == table) text += SettingWords(setting, names);
    }
  }
  return text;
}

std::string HoursWords(const ReadPlace& place) {
  std::string text;
  for (std::size_t i = 0; i < place.told.usual_hours.size(); ++i) {
    const UsualHours& hours = place.told.usual_hours[i];
    std::string called;
    for (const std::string& name : hours.names) called += (called.empty() ? "" : "、") + name;
    text += "值班表上的" + called + "：" + hours.from + " 到 " + hours.to + "。" +
            (i < place.hours_marks.size() ? MarkWords(place.hours_marks[i]) : "") + "\n";
  }
  return text;
}

template <class T>
std::string JoinedTitles(const std::vector<T>& entries, std::string_view before) {
  std::string text;
  for (const T& one : entries) text += (text.empty() ? std::string(before) : "、") + one.title;
  return text;
}

std::string ActivityWords(const ReadPlace& place) {
  std::string text;
  for (std::size_t i = 0; i < place.told.activities.size(); ++i) {
    const ActivityTemplate& one = place.told.activities[i];
    std::string asked = one.place ? "在哪里" : "";
    const auto add = [&](const std::string& more) {
      if (!more.empty()) asked += (asked.empty() ? "" : "；") + more;
    };
    add(JoinedTitles(one.roles, "做的是"));
    add(JoinedTitles(one.figures, ""));
    std::string written;
    for (const std::string& heading : one.words)
      written += (written.empty() ? "写“" : "”“") + heading;
    add(written + "”");
    text += one.title + "：" + asked + "。" +
            (i < place.activity_marks.size() ? MarkWords(place.activity_marks[i]) : "") + "\n";
  }
  return text;
}

PlaceNames NamesAt(const ReadPlace& place) {
  PlaceNames names = NamesOf(place.told);
  for (const PlaceSetting& setting : place.settings) {
    if (setting.table != "words" || setting.values.empty()) continue;
    if (setting.key == "studio") names.studio = setting.values.front();
    if (setting.key == "platform") names.platform = setting.values.front();
    if (setting.key == "group") names.group = setting.values.front();
  }
  return names;
}

}  // namespace

std::string ExplainedFile(const CountingRules& rules, const Entries& entries,
                          const ReadPlace& place) {
  constexpr std::array<std::string_view, 6> kNumbers = {"一", "二", "三", "四", "五", "六"};
  const PlaceNames names = NamesAt(place);
  std::string must;
  for (const PlaceRule& rule : place.rules) must += rule.name + "。" + MarkWords(rule.mark) + "\n";
  std::string text =
      place.told.title.empty() ? place.name + "\n" : place.told.title + "（" + place.name + "）\n";
  text += kMarksSaid;
  std::size_t part = 0;
  const auto add = [&](std::string_view title, const std::string& lines) {
    if (lines.empty()) return;
    text += "\n" + std::string(kNumbers.at(part++)) + "、" + std::string(title) + "\n" + lines;
  };
  add("称呼", SettingsWords(place, names, {"words"}));
  add("计分、应做和评定", ExplainedText(rules, names, entries));
  add("值班和签到", SettingsWords(place, names, {"rotation", "check_in"}) + HoursWords(place));
  add("协商", SettingsWords(place, names, {"topics"}));
  add("记一件事要写什么", ActivityWords(place));
  add("其他", must + SettingsWords(place, names,
                                   {"stations", "groups", "activities", "ledger", "honours"}));
  return text;
}

}  // namespace studio
