#include "demo_station.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <memory>

#include "app/base/clock.h"
#include "demo_account.h"
#include "demo_common.h"
#include "shared/base/json.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

using nlohmann::json;
constexpr int kDays = 20;
constexpr std::size_t kMembersADay = 2;

json Read(const char* path = STUDIO_SOURCE_DIR "/assets/demo/tieli.json") {
  std::ifstream file(path);
  REQUIRE(file.good());
  return json::parse(file);
}

template <class T, class Parse>
std::vector<T> All(const json& list, Parse parse) {
  std::vector<T> out;
  for (const json& one : list) {
    auto entity = parse(one.dump(), one.at("id").get<std::string>());
    REQUIRE(entity);
    out.push_back(std::move(*entity));
  }
  return out;
}

std::vector<Shift> ShiftsFrom(const json& patterns, const std::vector<Member>& members,
                              std::int64_t today_ms) {
  std::vector<Shift> out;
  std::size_t next = 0;
  for (int day = 0; day < kDays; ++day) {
    const std::string date = LocalTime::At(today_ms + day * kDayMs).Date();
    for (const json& pattern : patterns) {
      Shift shift;
      shift.id = "s" + std::to_string(out.size());
      shift.studio = 1;
      shift.date = date;
      shift.from = pattern.at("from");
      shift.to = pattern.at("to");
      for (std::size_t i = 0; i < kMembersADay; ++i) {
        shift.members.push_back(members[next++ % members.size()].id);
      }
      out.push_back(std::move(shift));
    }
  }
  return out;
}

Station MakeDemoStation(std::int64_t today_ms) {
  static const json demo = Read();
  Station station;
  station.county = *CountyFromJson(demo.at("county").dump());
  station.studio = *StudioFromJson(demo.at("studios").at(0).dump());
  station.studio.sealing_key.bytes[0] = 1;
  station.mechanism.rotation_name = "一月一轮值";
  station.mechanism.activities = DemoActivities();
  station.categories = All<Category>(demo.at("categories"), CategoryFromJson);
  station.villages = All<Village>(demo.at("villages"), ReadFeedBody<VillageKind>);
  station.members = All<Member>(demo.at("members"), MemberFromJson);
  static const Safety safety = [] {
    json list = Read(STUDIO_SOURCE_DIR "/assets/safety/safety.json");
    list.merge_patch(demo.at("safety"));
    return *SafetyFromJson(list.dump());
  }();
  station.safety = safety;
  for (const json& one : demo.at("notices")) {
    Notice notice = *ReadFeedBody<NoticeKind>(one.dump(), one.at("id").get<std::string>());
    notice.date = LocalTime::At(today_ms - one.at("days_ago").get<int>() * kDayMs).Date();
    station.notices.push_back(std::move(notice));
  }
  station.shifts = ShiftsFrom(demo.at("duty").at("shifts"), station.members, today_ms);
  station.as_of_ms = today_ms;
  AddCommonMatters(station, today_ms);
  return station;
}

}  // namespace

std::shared_ptr<const Station> DemoStation(std::int64_t today_ms) {
  static std::map<std::int64_t, std::shared_ptr<const Station>> made;
  auto& station = made[today_ms];
  if (!station) station = std::make_shared<const Station>(MakeDemoStation(today_ms));
  return station;
}

}  // namespace studio
