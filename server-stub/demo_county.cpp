#include "server/demo_county.h"

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::ToBase64Url;

namespace {

using Day = std::chrono::sys_days;

Day TodayInShanghai(std::int64_t now_ms) {
  using namespace std::chrono;
  return floor<days>(sys_time<milliseconds>(milliseconds(now_ms)) + hours(8));
}

std::string DateText(Day day) {
  const std::chrono::year_month_day date(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

class Changes {
 public:
  void Put(const std::string& kind, const std::string& id, json body) {
    list_.push_back({{"kind", kind}, {"id", id}, {"body", std::move(body)}});
  }
  std::string Text() const { return json{{"changes", list_}}.dump(); }

 private:
  json list_ = json::array();
};

void PutCounty(json county, const CountyKeys& keys, Changes& changes) {
  county["sealing_key"] = ToBase64Url(keys.sealing.Public().bytes);
  county["signing_keys"] = {ToBase64Url(keys.signing.Public().bytes)};
  changes.Put("county", "county", std::move(county));
}

void PutListed(const std::string& kind, const json& list, Changes& changes) {
  int order = 0;
  for (json body : list) {
    body["order"] = ++order;
    const std::string id = body.at("id");
    changes.Put(kind, id, std::move(body));
  }
}

// Members take turns, each studio beginning at another one, weekends too: a demo is never empty.
void PutShifts(const json& demo, Day today, Changes& changes) {
  const json& duty = demo.at("duty");
  const json& members = demo.at("members");
  const Day first = today - std::chrono::days(duty.at("days_before").get<int>());
  std::size_t studios_before = 0;
  for (const json& studio : demo.at("studios")) {
    const studio::StudioId number = studio.at("id");
    std::size_t turn = studios_before++ * 7;
    for (int i = 0; i < duty.at("days").get<int>(); ++i) {
      const std::string date = DateText(first + std::chrono::days(i));
      for (const json& hours : duty.at("shifts")) {
        const json& member = members.at(turn++ % members.size());
        const std::string from = hours.at("from");
        changes.Put("shift", std::to_string(number) + "/" + date + "/" + from,
                    {{"studio", number},
                     {"date", date},
                     {"from", from},
                     {"to", hours.at("to")},
                     {"members", {member.at("id")}}});
      }
    }
  }
}

void PutWords(const json& words, Changes& changes) {
  int number = 0;
  for (const json& word : words) changes.Put("word", "w" + std::to_string(++number), word);
}

void PutNotices(const json& notices, Day today, Changes& changes) {
  for (json notice : notices) {
    notice["date"] = DateText(today - std::chrono::days(notice.at("days_ago").get<int>()));
    notice.erase("days_ago");
    const std::string id = notice.at("id");
    changes.Put("notice", id, std::move(notice));
  }
}

}  // namespace

Result<std::string> DemoChanges(std::string_view demo_json, const DataFolder& folder,
                                const CountyKeys& keys, std::int64_t now_ms) {
  try {
    const json demo = json::parse(demo_json);
    const Day today = TodayInShanghai(now_ms);
    Changes changes;
    PutCounty(demo.at("county"), keys, changes);
    for (json studio : demo.at("studios")) {
      const studio::StudioId number = studio.at("id");
      const auto key = LoadOrMakeStudioKey(folder, number);
      if (!key) return tl::unexpected(key.error());
      studio["sealing_key"] = ToBase64Url(key->Public().bytes);
      changes.Put("studio", std::to_string(number), std::move(studio));
    }
    PutListed("category", demo.at("categories"), changes);
    PutListed("village", demo.at("villages"), changes);
    PutListed("member", demo.at("members"), changes);
    PutWords(demo.value("words", json::array()), changes);
    changes.Put("safety", "safety", demo.at("safety"));
    PutNotices(demo.at("notices"), today, changes);
    PutShifts(demo, today, changes);
    return changes.Text();
  } catch (const json::exception& error) {
    return Fail(ErrorKind::kMalformed, std::string("the demo county: ") + error.what());
  }
}

}  // namespace county
