#include "demo_station.h"

#include <fstream>
#include <stdexcept>

#include "app/base/clock.h"
#include "shared/base/json.h"
#include "shared/base/time_units.h"

namespace studio::bench {
namespace {

using nlohmann::json;

template <class T>
T Whole(Result<T> parsed) {
  if (!parsed) throw std::runtime_error(parsed.error().detail);
  return std::move(*parsed);
}

template <class T, class Parse>
std::vector<T> Listed(const json& list, Parse parse) {
  std::vector<T> out;
  for (json body : list) {
    body["order"] = out.size() + 1;
    out.push_back(Whole<T>(parse(body.dump(), body.at("id").get<std::string>())));
  }
  return out;
}

std::vector<Shift> Duty(const json& demo, StudioId studio, std::int64_t wall_ms) {
  std::vector<Shift> out;
  const json& members = demo.at("members");
  std::size_t turn = 0;
  for (int day = -1; day < 30; ++day) {
    for (const json& hours : demo.at("duty").at("shifts")) {
      Shift shift;
      shift.id = std::to_string(out.size());
      shift.studio = studio;
      shift.date = LocalTime::At(wall_ms + day * kDayMs).Date();
      shift.from = hours.at("from");
      shift.to = hours.at("to");
      shift.members = {members.at(turn++ % members.size()).at("id")};
      out.push_back(std::move(shift));
    }
  }
  return out;
}

}  // namespace

Station DemoStation(std::int64_t wall_ms) {
  std::ifstream file(std::string(STUDIO_SOURCE_DIR) + "/assets/demo/tieli.json");
  json demo = json::parse(file);
  for (json& notice : demo.at("notices")) {
    const std::int64_t days = notice.at("days_ago");
    notice["date"] = LocalTime::At(wall_ms - days * kDayMs).Date();
  }
  const auto day = [&](const json& days_ago) {
    return LocalTime::At(wall_ms - days_ago.get<std::int64_t>() * kDayMs).Date();
  };
  for (json& topic : demo.at("topics")) {
    for (json& step : topic.at("steps")) step["date"] = day(step.at("days_ago"));
  }
  for (const char* dated : {"wishes", "honours"}) {
    for (json& one : demo.at(dated)) one["date"] = day(one.at("days_ago"));
  }
  Station station;
  station.county = Whole(CountyFromJson(demo.at("county").dump()));
  station.studio = Whole(StudioFromJson(demo.at("studios").at(0).dump()));
  station.categories = Listed<Category>(demo.at("categories"), CategoryFromJson);
  station.villages = Listed<Village>(demo.at("villages"), ReadFeedBody<VillageKind>);
  station.members = Listed<Member>(demo.at("members"), MemberFromJson);
  station.notices = Listed<Notice>(demo.at("notices"), ReadFeedBody<NoticeKind>);
  station.topics = Listed<Topic>(demo.at("topics"), TopicFromJson);
  station.wishes = Listed<Wish>(demo.at("wishes"), WishFromJson);
  station.rules = Listed<Rule>(demo.at("rules"), ReadFeedBody<RuleKind>);
  station.honours = Listed<Honour>(demo.at("honours"), ReadFeedBody<HonourKind>);
  std::ifstream list(STUDIO_SOURCE_DIR "/assets/safety/safety.json");
  json safety = json::parse(list);
  safety.merge_patch(demo.at("safety"));
  station.safety = Whole(SafetyFromJson(safety.dump()));
  station.shifts = Duty(demo, station.studio.id, wall_ms);
  station.as_of_ms = wall_ms;
  return station;
}

}  // namespace studio::bench
