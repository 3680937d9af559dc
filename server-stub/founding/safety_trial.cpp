#include "server/founding/safety_trial.h"

#include <map>

#include "shared/base/json.h"
#include "shared/safety/safety_check.h"
#include "shared/safety/safety_learning.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::Result;
using studio::SafetyFinding;

namespace {

constexpr const char* kNone = "none";

struct Count {
  int right = 0, all = 0;
};

Result<std::string> ListIn(std::string_view text) {
  const json document = json::parse(text, nullptr, false);
  if (!document.is_object()) return Fail(ErrorKind::kMalformed, "the list is not a JSON object");
  if (document.contains("safety")) return document["safety"].dump();
  if (!document.contains("changes")) return document.dump();
  for (const json& change : document["changes"]) {
    if (change.is_object() && change.value("kind", "") == "safety") {
      return change.value("body", json::object()).dump();
    }
  }
  return Fail(ErrorKind::kMalformed, "the changes have no entity of kind safety");
}

json Listed(const SafetyFinding& one) {
  json listed = {{"id", one.id},
                 {"words", one.words},
                 {"pattern", one.pattern},
                 {"begin", one.begin},
                 {"end", one.end}};
  if (!one.excuse.empty()) listed["excuse"] = one.excuse;
  return listed;
}

json Listed(const std::vector<SafetyFinding>& all) {
  json list = json::array();
  for (const SafetyFinding& one : all) list.push_back(Listed(one));
  return list;
}

std::string Line(const char* kind, const SafetyFinding& one) {
  std::string line =
      std::string("    ") + kind + " " + one.id + ": " + one.words + "  by " + one.pattern;
  if (!one.excuse.empty()) line += "  excused: " + one.excuse;
  return line + "\n";
}

std::string Totals(const std::map<std::string, Count>& counts, int false_alarms) {
  std::string text;
  for (const auto& [label, count] : counts) {
    text += label + " " + std::to_string(count.right) + " of " + std::to_string(count.all) + "\n";
  }
  if (!counts.empty()) text += "false alarms " + std::to_string(false_alarms) + "\n";
  return text;
}

}  // namespace

Result<SafetyTrial> TrySafety(std::string_view list, std::string_view sentences) {
  const auto entity = ListIn(list);
  if (!entity) return tl::unexpected(entity.error());
  const auto safety = studio::SafetyFromJson(*entity);
  if (!safety) return tl::unexpected(safety.error());
  SafetyTrial trial;
  std::map<std::string, Count> counts;
  json listed = json::array();
  int false_alarms = 0;
  for (const auto& [label, words, file, counted] : studio::ReadSafetySentences(sentences)) {
    const studio::SafetyFindings found = safety->check->Look(words);
    const std::string came_out = !found.danger.empty()     ? "danger"
                                 : !found.not_ours.empty() ? found.not_ours.front().id
                                                           : kNone;
    const bool wrong = !label.empty() && label != came_out;
    if (!label.empty()) {
      Count& count = counts[label];
      ++count.all;
      count.right += wrong ? 0 : 1;
      trial.wrong += wrong ? 1 : 0;
      false_alarms += wrong && came_out != kNone ? 1 : 0;
    }
    trial.text += (wrong ? "WRONG (" + label + ")  " : "") + came_out + "  " + words + "\n";
    for (const auto& one : found.danger) trial.text += Line("danger", one);
    for (const auto& one : found.not_ours) trial.text += Line("not ours", one);
    for (const auto& one : found.excused) trial.text += Line("would be", one);
    listed.push_back({{"sentence", words},
                      {"label", label.empty() ? json(nullptr) : json(label)},
                      {"came_out", came_out},
                      {"danger", Listed(found.danger)},
                      {"not_ours", Listed(found.not_ours)},
                      {"excused", Listed(found.excused)}});
  }
  trial.totals = Totals(counts, false_alarms);
  trial.text += trial.totals;
  json totals = json::object();
  for (const auto& [label, count] : counts) {
    totals[label] = {{"right", count.right}, {"all", count.all}};
  }
  trial.json = json{{"sentences", std::move(listed)},
                    {"totals", std::move(totals)},
                    {"false_alarms", false_alarms},
                    {"wrong", trial.wrong}}
                   .dump(2, ' ', false, json::error_handler_t::replace);
  return trial;
}

}  // namespace county
