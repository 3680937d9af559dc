#include "demo_account.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "app/base/clock.h"
#include "shared/mechanism_file/rules_reading.h"

namespace studio {
namespace {

std::string FileText(const std::string& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

Deed DoneDeed(std::string id, std::string kind, CalendarDate day, std::string role = {}) {
  Deed deed;
  deed.id = std::move(id);
  deed.kind = std::move(kind);
  deed.done = day;
  deed.members = {{"m01", std::move(role)}};
  deed.studio = 1;
  return deed;
}

const CountingRules& RulesOf(const std::string& place) {
  static std::map<std::string, CountingRules> read;
  const auto [rules, fresh] = read.try_emplace(place);
  if (fresh) {
    rules->second =
        ReadCountingRules(FileText(STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml"))
            .rules;
  }
  return rules->second;
}

}  // namespace

AccountPtr DemoAccount(const Station& station, std::int64_t now_ms, const std::string& place) {
  using namespace std::chrono;
  const CalendarDate today = *ParseDate(LocalTime::At(now_ms).Date());
  YearGrounds grounds;
  grounds.mechanism = place;
  grounds.rules = RulesOf(place);
  grounds.studios = {station.studio};
  for (const Member& member : station.members) grounds.members.emplace(member.id, member);
  Member& mine = grounds.members.at("m01");
  mine.studios = {station.studio.id};
  const auto day = [&](unsigned month, unsigned in_month) {
    return today.year() / static_cast<int>(month) / static_cast<int>(in_month);
  };
  for (unsigned month = 1; month <= 10; ++month) {
    if (month == 4 || month == 7) continue;
    Deed duty = DoneDeed("duty/" + std::to_string(month), "duty", day(month, 6));
    if (month == 3) duty.members.front().attendance = "late";
    grounds.deeds.push_back(std::move(duty));
  }
  for (unsigned i = 0; i < 14; ++i) {
    grounds.deeds.push_back(
        DoneDeed("visit/" + std::to_string(i), "home_visit", day(2 + i / 2, 10 + i)));
  }
  grounds.deeds.push_back(DoneDeed("talk/1", "residents_talk", day(4, 20), "participant"));
  grounds.deeds.push_back(DoneDeed("consultation/1", "consultation", day(6, 12), "lead"));
  Deed waits = DoneDeed("visit/waits", "home_visit", day(11, 2));
  waits.waiting = true;
  grounds.deeds.push_back(std::move(waits));
  const YearQuestion question{static_cast<int>(today.year()), today, station.studio.id, "m01"};
  auto account = AccountOf(std::move(grounds), question);
  REQUIRE_MESSAGE(account, account.error().detail);
  return std::make_shared<const MemberAccount>(std::move(*account));
}

namespace {

std::string WaitingId(unsigned n) {
  Uuid id{};
  id.bytes.back() = static_cast<std::uint8_t>(n + 1);
  return id.ToString();
}

// Half of them busy, one in five idle since summer.
void AddWork(const std::string& member, unsigned nth, std::chrono::year year,
             std::vector<Deed>& deeds) {
  const char* const kinds[] = {"home_visit", "residents_talk", "consultation"};
  const unsigned busy = nth % 5;
  for (unsigned month = 1; month <= (busy == 0 ? 6U : 11U); ++month) {
    if ((month + busy) % 4 == 0) continue;
    const std::string id = member + "/" + std::to_string(month);
    Deed duty = DoneDeed("duty/" + id, "duty", year / static_cast<int>(month) / 6);
    duty.members = {{member}};
    deeds.push_back(std::move(duty));
    if (busy < 2) continue;
    Deed visit = DoneDeed("visit/" + id, kinds[month % 3],
                          year / static_cast<int>(month) / static_cast<int>(10 + busy));
    visit.members = {{member, visit.kind == "home_visit" ? "" : "lead"}};
    deeds.push_back(std::move(visit));
  }
}

Deed WaitingDeed(unsigned n, const std::string& writer, std::chrono::year year) {
  Deed deed = DoneDeed(WaitingId(n), n % 3 == 1 ? "residents_talk" : "home_visit",
                       year / 11 / static_cast<int>(2 + n));
  deed.members = {{writer}};
  deed.place = n % 2 == 0 ? "示例村 三组" : "样板村";
  deed.units["households"] = Fraction(static_cast<int>(n) + 2);
  deed.entered_by = writer;
  deed.waiting = true;
  return deed;
}

}  // namespace

StudioAccountPtr DemoStudioAccount(const Station& station, std::int64_t now_ms,
                                   const std::string& place) {
  const CalendarDate today = *ParseDate(LocalTime::At(now_ms).Date());
  YearGrounds grounds;
  grounds.mechanism = place;
  grounds.rules = RulesOf(place);
  grounds.studios = {station.studio};
  unsigned nth = 0;
  for (const Member& member : station.members) {
    grounds.members.emplace(member.id, member).first->second.studios = {station.studio.id};
    AddWork(member.id, nth++, today.year(), grounds.deeds);
  }
  const char* const writers[] = {"m05", "m09", "m12", "m13", "m17", "m21",
                                 "m05", "m09", "m01", "m25", "m24"};
  for (unsigned i = 0; i < std::size(writers); ++i) {
    grounds.deeds.push_back(WaitingDeed(i, writers[i], today.year()));
  }
  const YearQuestion question{static_cast<int>(today.year()), today, station.studio.id, {}};
  auto account = StudioAccountOf(std::move(grounds), question);
  REQUIRE_MESSAGE(account, account.error().detail);
  return std::make_shared<const StudioAccount>(std::move(*account));
}

std::map<std::string, Writeup> DemoWriteups() {
  Writeup first;
  first.words =
      "【说了些什么，要办什么】\n三组的水渠堵了，四户都说今年没浇上水。请村委先清淤，明年列入计划"
      "。";
  first.met = "三组四户，村组长";
  first.photos = 2;
  first.voices = 1;
  return {{WaitingId(0), first}, {WaitingId(2), Writeup{}}};
}

std::vector<ActivityTemplate> DemoActivities() {
  const NamedWord lead{"lead", "主持"}, speaker{"speaker", "发言"},
      participant{"participant", "参加"};
  return {
      {"home_visit",
       "上门入户",
       "home",
       true,
       {},
       {{"households", "走了几户", "户", 50}},
       {"说了些什么，要办什么"}},
      {"residents_talk",
       "民情恳谈会",
       "groups",
       true,
       {lead, participant},
       {{"residents", "来了几位群众", "人", 500}},
       {"谈了什么事", "大家怎么说", "谁来办，什么时候办好"}},
      {"consultation",
       "协商会",
       "forum",
       true,
       {lead, speaker, participant},
       {{"people", "来了多少人", "人", 1000}},
       {"协商的题目", "大家怎么说", "形成的共识", "不同的意见", "谁来办，什么时候办好"}},
      {"inspection",
       "视察",
       "travel_explore",
       true,
       {lead, participant},
       {},
       {"看了什么，发现什么"}},
      {"training",
       "培训",
       "school",
       false,
       {},
       {{"hours", "用了几个小时", "小时", 12}},
       {"学了什么"}},
      {"policy_talk", "政策宣讲", "campaign", true, {}, {}, {"讲了什么政策", "大家问了什么"}},
  };
}

ActivityBody DemoDraft(std::int64_t now_ms) {
  ActivityBody draft;
  draft.kind = "home_visit";
  draft.title = "上门入户";
  draft.date = LocalTime::At(now_ms - 2 * 86'400'000LL).Date();
  draft.studio = 1;
  draft.place = "示例村 三组";
  draft.members = {{"m01"}, {"m05"}};
  draft.units = {{"households", "4"}};
  draft.words = "【说了些什么，要办什么】\n三组的水渠堵了，四户都说今年没浇上水。";
  draft.late_entry = true;
  draft.by = "m01";
  return draft;
}

}  // namespace studio
