#include "server/founding/mechanism_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "shared/base/json.h"
#include "shared/feed/entities.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

constexpr std::array<std::string_view, 3> kMarks = {"given", "setting", "ours"};

// Of an [[activity]].
constexpr std::array<std::string_view, 7> kAsked = {"kind",  "title",   "icon", "place",
                                                    "roles", "figures", "words"};

// The first thing that is wrong is remembered, and reading goes on harmlessly.
class Reading {
 public:
  explicit Reading(const toml::table& file) : file_(file) {}

  std::string_view problem() const { return problem_; }

  // "key = TEXT" at the top.
  std::string Text(std::string_view key) {
    const toml::node* node = file_.get(key);
    return node ? TextOf(*node, key) : std::string();
  }

  // "key = { value = …, mark = … }" in [table], as `field` of the body.
  template <class T>
  void Setting(std::string_view table, std::string_view key, const char* field, json& body) {
    const std::string name = std::string(table) + "." + std::string(key);
    const toml::node* value = ValueOf(table, key);
    if (!value) return;
    if (const auto exact = value->value_exact<T>()) {
      body[field] = *exact;
    } else {
      Refuse(*value, name + " is of another type than it should be");
    }
  }

  // "key = { value = [TEXT, …], mark = … }" in [table].
  void Texts(std::string_view table, std::string_view key, const char* field, json& body) {
    const std::string name = std::string(table) + "." + std::string(key);
    const toml::node* value = ValueOf(table, key);
    if (!value) return;
    const toml::array* texts = value->as_array();
    if (!texts) return Refuse(*value, name + " is no list");
    body[field] = json::array();
    for (const toml::node& text : *texts) body[field].push_back(TextOf(text, name));
  }

  // What the quota that counts duty is called.
  void RotationName(json& body) {
    ForEachOf("quota", [&](const toml::table& quota) {
      const toml::array* kinds = quota["kinds"].as_array();
      const bool of_duty = kinds && std::any_of(kinds->begin(), kinds->end(), [](const auto& kind) {
                             return kind.template value_exact<std::string>() == "duty";
                           });
      if (!of_duty) return;
      CheckMark(quota, "the quota that counts duty");
      if (const toml::node* title = quota.get("title")) {
        body["rotation_name"] = TextOf(*title, "title");
      }
    });
  }

  // As it stands there: what it has to be is seen when the body is read back.
  void Activities(json& body) {
    ForEachOf("activity", [&](const toml::table& entry) {
      CheckMark(entry, "activity");
      std::ostringstream text;
      text << toml::json_formatter(entry);
      json asked = json::parse(text.str());
      asked.erase("mark");
      for (const auto& [key, value] : asked.items()) {
        if (std::find(kAsked.begin(), kAsked.end(), key) == kAsked.end())
          Refuse(entry, "nobody reads activity." + key);
      }
      body["activities"].push_back(std::move(asked));
    });
  }

  void UsualHours(json& body) {
    ForEachOf("usual_hours", [&](const toml::table& entry) {
      CheckMark(entry, "usual_hours");
      json names = json::array();
      if (const toml::array* listed = entry["names"].as_array()) {
        for (const toml::node& name : *listed) names.push_back(TextOf(name, "usual_hours.names"));
      }
      if (names.empty()) Refuse(entry, "usual_hours needs names");
      json hours = {{"names", std::move(names)}};
      for (const char* key : {"from", "to"}) {
        const toml::node* time = entry.get(key);
        if (!time) return Refuse(entry, std::string("usual_hours needs ") + key);
        hours[key] = TextOf(*time, std::string("usual_hours.") + key);
      }
      body["usual_hours"].push_back(std::move(hours));
    });
  }

 private:
  void Refuse(const toml::node& where, const std::string& what) {
    if (problem_.empty()) {
      problem_ = "line " + std::to_string(where.source().begin.line) + ": " + what;
    }
  }

  // Null where the file does not set it.
  const toml::node* ValueOf(std::string_view table, std::string_view key) {
    const std::string name = std::string(table) + "." + std::string(key);
    const toml::table* settings = file_[table].as_table();
    const toml::node* node = settings ? settings->get(key) : nullptr;
    if (!node) return nullptr;
    const toml::table* setting = node->as_table();
    const toml::node* value = setting ? setting->get("value") : nullptr;
    if (!value) {
      Refuse(*node, name + " needs { value = …, mark = … }");
      return nullptr;
    }
    CheckMark(*setting, name);
    return value;
  }

  std::string TextOf(const toml::node& node, std::string_view name) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    Refuse(node, std::string(name) + " is not a text");
    return {};
  }

  void CheckMark(const toml::table& table, const std::string& name) {
    const auto mark = table["mark"].value_or(std::string_view());
    if (std::find(kMarks.begin(), kMarks.end(), mark) == kMarks.end()) {
      Refuse(table, name + " needs a mark: given, setting or ours");
    }
  }

  template <class Call>
  void ForEachOf(std::string_view key, Call call) {
    const toml::node* node = file_.get(key);
    if (!node) return;
    const toml::array* entries = node->as_array();
    if (!entries) return Refuse(*node, "[[" + std::string(key) + "]] is needed");
    for (const toml::node& entry : *entries) {
      if (const toml::table* table = entry.as_table()) {
        call(*table);
      } else {
        Refuse(entry, "[[" + std::string(key) + "]] is needed");
      }
    }
  }

  const toml::table& file_;
  std::string problem_;
};

Result<toml::table> Parse(std::string_view text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return Fail(ErrorKind::kMalformed, "line " + std::to_string(error.source().begin.line) + ": " +
                                           std::string(error.description()));
  }
}

}  // namespace

std::string MechanismName(std::string_view toml) {
  const auto file = Parse(toml);
  return file ? Reading(*file).Text("mechanism") : std::string();
}

bool IsMechanismName(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), fits);
}

Result<std::string> MechanismBody(std::string_view toml, std::string_view name) {
  const std::string what = "the mechanism " + std::string(name) + ", ";
  const auto file = Parse(toml);
  if (!file) return Fail(file.error().kind, what + file.error().detail);
  Reading reading(*file);
  json body = json::object();
  if (reading.Text("mechanism") != name) {
    return Fail(ErrorKind::kMalformed,
                what + "line 1: the file needs mechanism = \"" + std::string(name) + "\"");
  }
  body["title"] = reading.Text("title");
  reading.RotationName(body);
  reading.Setting<std::string>("rotation", "subject", "rotation_subject", body);
  reading.Setting<std::int64_t>("rotation", "at_least", "rotation_at_least", body);
  for (const char* minutes :
       {"late_after_minutes", "early_before_minutes", "early_arrival_minutes"})
    reading.Setting<std::int64_t>("check_in", minutes, minutes, body);
  reading.Setting<bool>("check_in", "ask_pin", "ask_pin", body);
  reading.UsualHours(body);
  reading.Activities(body);
  reading.Setting<std::string>("topics", "method", "topic_method", body);
  reading.Texts("topics", "steps", "topic_steps", body);
  if (!reading.problem().empty()) {
    return Fail(ErrorKind::kMalformed, what + std::string(reading.problem()));
  }
  const std::string text = body.dump();
  if (const auto mechanism = studio::MechanismFromJson(text, name); !mechanism) {
    return Fail(ErrorKind::kMalformed, what + mechanism.error().detail);
  }
  return text;
}

}  // namespace county
