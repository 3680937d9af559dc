#include "server/founding/demo_county.h"

#include <algorithm>
#include <cstdio>

#include "server/keys/county_calendar.h"
#include "shared/base/json.h"
#include "shared/base/time_of_day.h"
#include "shared/base/time_units.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::ToBase64Url;

namespace {

using studio::CalendarDate;

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

// Made-up members, 示例001 and on: each at one studio, every so many at a second one too.
json MakeCrowd(const json& crowd, const json& studios) {
  json members = json::array();
  const auto in_turn = [](const json& list, std::size_t i) { return list.at(i % list.size()); };
  for (std::size_t i = 0; i < crowd.at("count").get<std::size_t>(); ++i) {
    char number[24];
    std::snprintf(number, sizeof number, "%03zu", i + 1);
    json at = {in_turn(studios, i).at("id")};
    if ((i + 1) % crowd.at("two_studios_every").get<std::size_t>() == 0) {
      at.push_back(in_turn(studios, i + 1).at("id"));
    }
    members.push_back({{"id", std::string("m") + number},
                       {"name", crowd.at("name").get<std::string>() + number},
                       {"sector", in_turn(crowd.at("sectors"), i)},
                       {"group", in_turn(crowd.at("groups"), i)},
                       {"studios", std::move(at)}});
  }
  return members;
}

json MembersAt(const json& members, const json& studio) {
  json theirs = json::array();
  for (const json& member : members) {
    const json& studios = member.at("studios");
    if (std::find(studios.begin(), studios.end(), studio) != studios.end()) {
      theirs.push_back(member.at("id"));
    }
  }
  return theirs;
}

// In the place of the demo's own members; the first one at each studio is its manager.
void PutCrowd(json& demo) {
  demo["members"] = MakeCrowd(demo["crowd"], demo.at("studios"));
  for (json& studio : demo["studios"]) {
    studio["managers"] = {MembersAt(demo["members"], studio.at("id")).at(0)};
  }
}

CalendarDate DateIn(const json& text) {
  const auto date = studio::ParseDate(text.get<std::string>());
  if (!date) throw json::other_error::create(501, "not a date: " + text.dump(), &text);
  return *date;
}

void PutHolidays(const json& holidays, Changes& changes) {
  for (const json& holiday : holidays) {
    const CalendarDate last = DateIn(holiday.at("to"));
    for (CalendarDate day = DateIn(holiday.at("from")); day <= last;
         day = studio::AddDays(day, 1)) {
      changes.Put("holiday", studio::ToText(day),
                  {{"name", holiday.at("name")}, {"worked", false}});
    }
    for (const json& day : holiday.value("worked", json::array())) {
      changes.Put("holiday", studio::ToText(DateIn(day)),
                  {{"name", holiday.at("name")}, {"worked", true}});
    }
  }
}

// Unix time of "08:30" on that day of the county's calendar.
std::int64_t MsOf(const json& date, const json& time) {
  const int minutes = studio::ParseTimeOfDay(time.get<std::string>()).value();
  const auto day = std::chrono::sys_days(DateIn(date)).time_since_epoch().count();
  return (day * 24 * 60 + minutes) * studio::kMinuteMs - studio::kChinaOffsetMs;
}

struct DutyDays {
  CalendarDate first;
  int count = 0;
};

DutyDays DaysOf(const json& duty, CalendarDate today) {
  if (duty.value("whole_month", false)) {
    const std::chrono::year_month month(today.year(), today.month());
    return {
        studio::FirstOf(month),
        static_cast<int>(static_cast<unsigned>(studio::CalendarDate(studio::LastOf(month)).day()))};
  }
  // The month is whole behind today, too.
  const int before = duty.at("days_before").get<int>();
  const CalendarDate first =
      std::min(studio::AddDays(today, -before), studio::FirstOf(today.year() / today.month()));
  const auto behind = std::chrono::sys_days(today) - std::chrono::sys_days(first);
  return {first, static_cast<int>(behind.count()) + duty.at("days").get<int>() - before};
}

// What became of the duty of the days gone by: nearly everybody came, a few were on leave, one was
// stood in for, one stayed away. The same on every founding, by studio.
class PastDuty {
 public:
  PastDuty(const json& members, Changes& changes) : members_(members), changes_(changes) {}

  // What was changed about the shift.
  json ChangesTo(const json& on_duty) {
    ++shifts_;
    const json& first = on_duty.at(0);
    if (shifts_ == kStoodIn) {
      const json other = Other(on_duty);
      return json::array({json{{"kind", "stand_in"},
                               {"member", first},
                               {"other", other},
                               {"asked_by", first},
                               {"agreed_by", other}}});
    }
    if (shifts_ % kOnLeaveEvery != 0) return json::array();
    return json::array({json{{"kind", "leave"}, {"member", first}, {"asked_by", first}}});
  }

  void Attend(const std::string& shift, const json& body) {
    for (const json& member : body.at("members")) {
      const bool first = member == body.at("members").at(0);
      if (first && shifts_ == kStoodIn) {
        Come(shift, body, Other(body.at("members")), member);
      } else if (!first || (shifts_ % kOnLeaveEvery != 0 && shifts_ != kAbsent)) {
        Come(shift, body, member, "");
      }
    }
  }

 private:
  static constexpr int kStoodIn = 5, kAbsent = 8, kOnLeaveEvery = 13;

  // A member of the studio who is not in the shift.
  json Other(const json& on_duty) const {
    const auto it = std::find_if(members_.begin(), members_.end(), [&](const json& one) {
      return std::find(on_duty.begin(), on_duty.end(), one) == on_duty.end();
    });
    return it == members_.end() ? on_duty.at(0) : *it;
  }

  void Come(const std::string& shift, const json& body, const json& member,
            const json& instead_of) {
    ++came_;
    const std::int64_t from =
        MsOf(body.at("date"), body.at("from")) - came_ * 7 % 17 * studio::kMinuteMs;
    const std::int64_t to =
        MsOf(body.at("date"), body.at("to")) + came_ * 5 % 12 * studio::kMinuteMs;
    changes_.Put("attendance", shift + "/" + member.get<std::string>(),
                 {{"shift", shift},
                  {"member", member},
                  {"studio", body.at("studio")},
                  {"date", body.at("date")},
                  {"in_ms", from},
                  {"out_ms", to},
                  {"stand_in_for", instead_of}});
  }

  const json& members_;
  Changes& changes_;
  int shifts_ = 0;
  std::int64_t came_ = 0;
};

// A studio's members take turns, weekends too: a demo is never empty.
void PutShifts(const json& demo, CalendarDate today, Changes& changes) {
  const json& duty = demo.at("duty");
  const DutyDays days = DaysOf(duty, today);
  const int together = duty.value("members_a_shift", 1);
  for (const json& studio : demo.at("studios")) {
    const studio::StudioId number = studio.at("id");
    const json members = MembersAt(demo.at("members"), studio.at("id"));
    std::size_t turn = 0;
    PastDuty past(members, changes);
    for (int i = 0; i < days.count; ++i) {
      const std::string date = studio::ToText(studio::AddDays(days.first, i));
      for (const json& hours : duty.at("shifts")) {
        json on_duty = json::array();
        for (int n = 0; n < together; ++n) on_duty.push_back(members.at(turn++ % members.size()));
        const std::string from = hours.at("from");
        const std::string id = std::to_string(number) + "/" + date + "/" + from;
        json shift = {{"studio", number},
                      {"date", date},
                      {"from", from},
                      {"to", hours.at("to")},
                      {"members", std::move(on_duty)}};
        if (studio::AddDays(days.first, i) < today) {
          shift["changes"] = past.ChangesTo(shift.at("members"));
          past.Attend(id, shift);
        }
        changes.Put("shift", id, std::move(shift));
      }
    }
  }
}

void PutWords(const json& words, Changes& changes) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    changes.Put("word", "w" + std::to_string(i + 1), words[i]);
  }
}

// A number of days before today or after it, as the date under another name.
void Date(json& body, const char* days, const char* name, CalendarDate today, int direction) {
  const int distance = direction * body.at(days).get<int>();
  body.erase(days);
  body[name] = studio::ToText(studio::AddDays(today, distance));
}

// Things with a date.
void PutDated(const std::string& kind, const json& list, const char* name, CalendarDate today,
              Changes& changes) {
  for (json body : list) {
    Date(body, "days_ago", name, today, -1);
    const std::string id = body.at("id");
    changes.Put(kind, id, std::move(body));
  }
}

// Days of the founding's year: "03-12".
void PutPlanned(const json& list, CalendarDate today, Changes& changes) {
  const std::string year = std::to_string(static_cast<int>(today.year()));
  for (json body : list) {
    body["date"] = year + "-" + body.at("date").get<std::string>();
    const bool over = body.at("date").get<std::string>() <= studio::ToText(today);
    body["held"] = over && body.value("held", true);
    const std::string id = body.at("id");
    changes.Put("planned_event", id, std::move(body));
  }
}

void PutTopics(const json& topics, CalendarDate today, Changes& changes) {
  for (json topic : topics) {
    Date(topic, "opens_days_ago", "opens", today, -1);
    Date(topic, "closes_in_days", "closes", today, 1);
    for (json& step : topic.at("steps")) Date(step, "days_ago", "date", today, -1);
    const std::string id = topic.at("id");
    changes.Put("topic", id, std::move(topic));
  }
}

}  // namespace

Result<std::string> DemoChanges(std::string_view demo_json, const DataFolder& folder,
                                const CountyKeys& keys, std::int64_t now_ms) {
  try {
    json demo = json::parse(demo_json);
    if (demo.contains("crowd")) PutCrowd(demo);
    const CalendarDate today = DateAt(now_ms);
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
    PutHolidays(demo.value("holidays", json::array()), changes);
    const json none = json::array();
    PutDated("notice", demo.at("notices"), "date", today, changes);
    PutTopics(demo.value("topics", none), today, changes);
    PutDated("wish", demo.value("wishes", none), "date", today, changes);
    PutDated("matter", demo.value("matters", none), "since", today, changes);
    PutDated("honour", demo.value("honours", none), "date", today, changes);
    PutListed("rule", demo.value("rules", none), changes);
    PutListed("liaison", demo.value("liaisons", none), changes);
    PutPlanned(demo.value("planned", none), today, changes);
    PutShifts(demo, today, changes);
    return changes.Text();
  } catch (const json::exception& error) {
    return Fail(ErrorKind::kMalformed, std::string("the demo county: ") + error.what());
  }
}

}  // namespace county
