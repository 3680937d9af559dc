#include "server/founding/demo_deeds.h"

#include <string>

#include "shared/base/json.h"

namespace county {

using nlohmann::json;
using studio::CalendarDate;
using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr const char* kDemoOffice = "演示办公室";

// "03-12" of that year.
CalendarDate DayOfYear(const json& text, int year) {
  const auto day = studio::ParseDate(std::to_string(year) + "-" + text.get<std::string>());
  if (!day) throw json::other_error::create(501, "not a day of a year: " + text.dump(), &text);
  return *day;
}

// As protocol.md has a deed ("Deeds"), of one of its days.
json DeedBody(json deed, CalendarDate day, CalendarDate today) {
  const std::string date = studio::ToText(day);
  deed["id"] = deed.at("id").get<std::string>() + "/" + date;
  deed["done"] = date;
  for (json& member : deed.at("members")) {
    if (member.is_string()) member = {{"id", member}};
  }
  json states = json::array();
  for (json state : deed.value("states", json::array())) {
    const CalendarDate on =
        state.contains("on") ? DayOfYear(state["on"], static_cast<int>(day.year())) : day;
    if (on > today) continue;
    state["on"] = studio::ToText(on);
    states.push_back(std::move(state));
  }
  deed["states"] = std::move(states);
  return deed;
}

}  // namespace

Result<std::vector<DeedWord>> DemoDeeds(std::string_view demo_json, CalendarDate today) {
  std::vector<DeedWord> words;
  try {
    for (const json& told : json::parse(demo_json).value("deeds", json::array())) {
      const int year = static_cast<int>(today.year()) - told.value("years_ago", 0);
      for (const json& text : told.at("days")) {
        const CalendarDate day = DayOfYear(text, year);
        if (day > today) continue;
        auto deed = studio::DeedFromJson(DeedBody(told, day, today).dump());
        if (!deed) return tl::unexpected(deed.error());
        deed->entered_by = kDemoOffice;
        words.push_back({std::move(*deed), false, kDemoOffice, {}});
      }
    }
  } catch (const json::exception& error) {
    return Fail(ErrorKind::kMalformed, std::string("the demo's deeds: ") + error.what());
  }
  return words;
}

}  // namespace county
