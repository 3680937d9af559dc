#include "shared/mechanism_file/place_reading.h"

#include <algorithm>

#include "shared/base/json.h"
#include "shared/mechanism/duty_deeds.h"
#include "shared/mechanism/duty_quotas.h"
#include "shared/mechanism_file/rules_reading.h"
#include "shared/mechanism_file/setting_names.h"
#include "shared/mechanism_file/toml_file.h"
#include "shared/mechanism_file/toml_reading.h"

namespace studio {
namespace {

using nlohmann::json;

// A setting that terminals are told, by what it is called in the feed's body; `should` says what
// the feed takes.
struct ToldSetting {
  const char *table, *key, *field, *should;
};
constexpr ToldSetting kToldSettings[] = {
    {"rotation", "subject", "rotation_subject", "应当是 \"member\" 或 \"platform\""},
    {"rotation", "at_least", "rotation_at_least", "应当是 1 到 31 的整数"},
    {"check_in", "late_after_minutes", "late_after_minutes", "应当是 1 到 720 的整数"},
    {"check_in", "early_before_minutes", "early_before_minutes", "应当是 1 到 720 的整数"},
    {"check_in", "early_arrival_minutes", "early_arrival_minutes", "应当是 0 到 720 的整数"},
    {"check_in", "ask_pin", "ask_pin", "应当是 true 或 false"},
    {"topics", "method", "topic_method", "应当是文字，写在引号里"},
    {"topics", "steps", "topic_steps", "应当是几段文字，如 [\"调研\", \"协商\"]"},
    {"topics", "after", "topic_after", "应当是几段文字，如 [\"部署\", \"验收\"]"},
    {"topics", "checklist", "topic_checklist", "应当是几段文字，如 [\"一份方案\"]"},
};

// What a quota of duty says of the rotation, and [rotation] therefore does not.
bool IsOfQuota(std::string_view table, std::string_view key) {
  return table == "rotation" && (key == "subject" || key == "at_least");
}

// Whether a terminal would take it.
bool IsTaken(const json& body) { return MechanismFromJson(body.dump(), "here").has_value(); }

std::string TextOf(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "是" : "否";
  return value.dump();
}

bool IsMechanismName(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return name.size() <= 40 && std::all_of(name.begin(), name.end(), fits);
}

class PlaceReading {
 public:
  PlaceReading(const toml::table& file, std::vector<Quota> duty, ReadPlace& read)
      : file_(file, kWholeFile, read.mistakes), duty_(std::move(duty)), read_(read) {}

  void Run() {
    if (!file_.Has("mechanism")) {
      file_.Say("mechanism", "少了 mechanism：这套办法的名字，如 mechanism = \"yunshan\"。",
                mistake::kMissing);
    }
    read_.name = file_.Text("mechanism");
    if (!IsMechanismName(read_.name)) {
      file_.Say("mechanism", "mechanism 要用小写字母、数字、- 和 _，最多 40 个。");
    }
    body_["title"] = file_.Text("title");
    Rotation();
    Settings("words", "text");
    for (const char* table : {"rotation", "check_in", "topics", "groups", "activities", "ledger",
                              "honours", "stations"}) {
      Settings(table, "value");
    }
    Stations();
    UsualHours();
    Activities();
    for (TomlReading& rule : file_.Each("rule")) Rule(rule);
    read_.body = body_.dump();
    if (auto told = MechanismFromJson(read_.body, read_.name)) read_.told = std::move(*told);
  }

 private:
  void Rotation() {
    for (TomlReading& quota : file_.Each("quota")) {
      const toml::node* kinds = quota.Node("kinds");
      const toml::array* list = kinds ? kinds->as_array() : nullptr;
      const bool of_duty = list && std::any_of(list->begin(), list->end(), [](const auto& kind) {
                             return kind.template value_exact<std::string>() == kDuty;
                           });
      if (of_duty && !quota.Has("mark")) quota.Mark(true);
    }
    if (duty_.empty()) return;
    const Quota& last = duty_.back();
    body_["rotation_name"] = last.title;
    body_["rotation_subject"] = last.of == Subject::kMember ? "member" : "platform";
    const json times = {{"rotation_at_least", last.at_least}};
    if (IsTaken(times)) body_.update(times);
  }

  void Settings(const char* name, const char* value_key) {
    auto table = file_.Inside(name);
    if (!table) return;
    const std::vector<std::string> known = SettingKeys(name);
    std::vector<std::string> keys = table->Keys();
    const auto place = [&](const std::string& key) {
      return std::find(known.begin(), known.end(), key) - known.begin();
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const std::string& a, const std::string& b) {
      return place(a) < place(b);
    });
    for (const std::string& key : keys) {
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        if (!Unknown(name, key, known, *table)) continue;
      }
      const toml::node* node = table->Node(key);
      if (!node->is_table()) {
        table->Say(key, key + " 要写成 { " + value_key + " = …, mark = … }。");
        continue;
      }
      Setting(name, key, value_key, *table, *table->Inside(key));
    }
    table->NothingElse();
  }

  // How many there are to be, and the one checklist of a place, however long: six_have, five_have.
  void Stations() {
    auto table = file_.Inside("stations");
    if (!table) return;
    std::int64_t wanted = 0;
    for (const std::string& key : table->Keys()) {
      auto setting = table->Inside(key);
      const toml::node* node = setting ? setting->Node("value") : nullptr;
      const toml::array* list = node ? node->as_array() : nullptr;
      if (key == "area_stations" && list != nullptr) {
        wanted += static_cast<std::int64_t>(list->size());
      } else if (node != nullptr && (key == "studios" || key == "workrooms")) {
        wanted +=
            std::clamp<std::int64_t>(node->value_exact<std::int64_t>().value_or(0), 0, 100000);
      }
      if (!key.ends_with("_have") || list == nullptr) continue;
      json haves = json::array();
      for (const toml::node& one : *list) {
        if (const auto text = one.value_exact<std::string>()) haves.push_back(*text);
      }
      if (haves.size() != list->size()) {
        table->Say(key, key + " 应当是几段文字，如 [\"场所\", \"标识\"]。");
      } else {
        body_["haves"] = std::move(haves);
      }
    }
    if (wanted > 0) body_["studios_wanted"] = wanted;
  }

  // Whether it is read all the same: of what nobody reads yet, a place may write down more.
  static bool Unknown(std::string_view name, const std::string& key,
                      const std::vector<std::string>& known, TomlReading& table) {
    const bool told = std::any_of(std::begin(kToldSettings), std::end(kToldSettings),
                                  [&](const ToldSetting& one) { return name == one.table; });
    if (told) {
      for (const std::string& one : known) table.Node(one);
      return false;
    }
    if (!Nearest(key, known).empty()) {
      table.Doubt(key, "没有别处这样写“" + key + "”" + MeantWord(key, known), mistake::kNearWord);
    }
    return true;
  }

  void Setting(const char* name, const std::string& key, const char* value_key, TomlReading& table,
               TomlReading setting) {
    PlaceSetting said{name, key, {}, setting.Mark(true)};
    setting.Need(value_key);
    for (const char* one : {value_key, "choices", "per"}) setting.Node(one);
    setting.NothingElse();
    const json whole = json::parse(setting.Json(), nullptr, false);
    const json value = whole.is_object() ? whole.value(value_key, json()) : json();
    if (value.is_null()) return;
    if (value.is_array()) {
      for (const json& one : value) said.values.push_back(TextOf(one));
    } else {
      said.values.push_back(TextOf(value));
    }
    read_.settings.push_back(std::move(said));
    if (!duty_.empty() && IsOfQuota(name, key)) {
      return table.Say(key,
                       "按谁数、每月几次，[[quota]] 里的“" + duty_.back().title +
                           "”已经说了，这里的 " + key + " 要删去。",
                       mistake::kTwice);
    }
    for (const ToldSetting& told : kToldSettings) {
      if (std::string_view(told.table) != name || key != told.key) continue;
      if (IsTaken({{told.field, value}})) {
        body_[told.field] = value;
      } else {
        table.Say(key, key + " " + told.should + "。");
      }
    }
  }

  void UsualHours() {
    for (TomlReading& entry : file_.Each("usual_hours")) {
      std::string mark = entry.Mark(true);
      entry.Need("names");
      const auto names = entry.Words("names");
      const std::string from = entry.NeededText("from"), to = entry.NeededText("to");
      entry.NothingElse();
      const bool whole = !names.empty() && !from.empty() && !to.empty();
      json hours = {{"names", names}, {"from", from}, {"to", to}};
      if (whole && !IsTaken({{"usual_hours", json::array({hours})}})) {
        entry.Say("", "from 和 to 应当是两位数的钟点，如 \"08:30\"，from 在前。");
        continue;
      }
      if (!whole) continue;
      body_["usual_hours"].push_back(std::move(hours));
      read_.hours_marks.push_back(std::move(mark));
    }
  }

  void Activities() {
    const std::vector<TomlReading> entries = file_.Each("activity");
    for (TomlReading entry : entries) Activity(entry);
    if (entries.size() > kMaxActivityTemplates) {
      file_.Say("activity", "[[activity]] 最多 " + std::to_string(kMaxActivityTemplates) + " 种。");
      body_.erase("activities");
    }
  }

  void Activity(TomlReading& entry) {
    const std::size_t before = read_.mistakes.size();
    std::string mark = entry.Mark(true);
    entry.NeededText("kind");
    entry.NeededText("title");
    entry.Text("icon");
    entry.Flag("place", true);
    entry.Need("words");
    if (entry.Words("words").size() > kMaxAskedWords) {
      entry.Say("words", "words 最多 " + std::to_string(kMaxAskedWords) + " 段。");
    }
    for (TomlReading& role : entry.Each("roles")) {
      for (const char* key : {"word", "title"}) role.NeededText(key);
      role.NothingElse();
    }
    std::size_t figures = 0;
    for (TomlReading& figure : entry.Each("figures")) {
      for (const char* key : {"unit", "title", "measure"}) figure.NeededText(key);
      figure.Need("at_most");
      const toml::node* most = figure.Node("at_most");
      const auto number = most ? most->value_exact<std::int64_t>() : 1;
      if (!number || *number < 1 || *number > kMaxAskedFigure) {
        figure.Say("at_most",
                   "at_most 应当是 1 到 " + std::to_string(kMaxAskedFigure) + " 的整数。");
      }
      figure.NothingElse();
      if (++figures == kMaxAskedFigures + 1) {
        entry.Say("figures", "figures 最多 " + std::to_string(kMaxAskedFigures) + " 样。");
      }
    }
    entry.NothingElse();
    json asked = json::parse(entry.Json(), nullptr, false);
    if (read_.mistakes.size() != before || !asked.is_object()) return;
    asked.erase("mark");
    if (asked["words"].is_string()) asked["words"] = json::array({asked["words"]});
    if (!IsTaken({{"activities", json::array({asked})}})) {
      return entry.Say("", "这一种写得不对，机器不收。");
    }
    body_["activities"].push_back(std::move(asked));
    read_.activity_marks.push_back(std::move(mark));
  }

  void Rule(TomlReading& rule) {
    std::string mark = rule.Mark(true);
    std::string name = rule.NeededText("name");
    for (const char* key : {"id", "of"}) rule.Text(key);
    if (rule.Text("counts") == "platforms") body_["platform_rule"] = name;
    rule.Count("exactly", 1);
    rule.NothingElse();
    read_.rules.push_back({std::move(name), std::move(mark)});
  }

  TomlReading file_;
  std::vector<Quota> duty_;  // by which the month's rotation goes
  ReadPlace& read_;
  json body_ = json::object();
};

}  // namespace

ReadPlace ReadPlaceOf(std::string_view toml) {
  ReadPlace read;
  const auto table = ReadToml(toml);
  read.is_toml = table.has_value();
  if (table) {
    PlaceReading(*table, DutyQuotas(ReadCountingRules(toml).rules), read).Run();
  } else {
    read.mistakes.push_back(table.error());
  }
  return read;
}

}  // namespace studio
