#include "a_year.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "app/year/year_report.h"
#include "shared/mechanism/assessment_json.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_reading.h"

namespace studio {
namespace {

constexpr int kYear = 2026;
constexpr CalendarDate kLastDay{std::chrono::year(kYear), std::chrono::December,
                                std::chrono::day(31)};

std::string PlaceFile(const std::string& place) {
  std::ifstream in(STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml");
  REQUIRE(in.good());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string MemberId(int i) { return "m" + std::to_string(100 + i); }

std::int64_t NoonOf(int month, int day) {
  using namespace std::chrono;
  const sys_days date = year(kYear) / month / day;
  return duration_cast<milliseconds>(date.time_since_epoch()).count() + 4 * 3'600'000;
}

Uuid RecordNumber(std::uint8_t number) {
  Uuid id{};
  id.bytes.back() = number;
  return id;
}

DeskRequest ARequest(std::uint8_t number, Visibility visibility) {
  DeskRequest one;
  one.record = RecordNumber(number);
  one.made_at_ms = NoonOf(3, number);
  one.body.receipt = "2026030" + std::to_string(number);
  one.body.category_name = "道路桥梁";
  one.body.village_name = "示例村";
  one.body.group = "三组";
  one.body.words = "=村口的路灯坏了，晚上看不见路，请派人来修。";
  one.body.visibility = visibility;
  one.body.name = "示例群众" + std::to_string(number);
  one.body.phone = "0000-0000000";
  one.step = CaseStep::kReferred;
  MemberReplyBody reply;
  reply.member_name = "示例委员 100";
  reply.words = "已请村委去看。";
  reply.way = ReplyWay::kVillage;
  reply.due = "2026-03-20";
  reply.at_ms = NoonOf(3, number) + 3'600'000;
  one.replies.push_back(reply);
  return one;
}

WrittenUp AMeeting() {
  WrittenUp one;
  one.record = "r-meeting";
  one.body.kind = "consultation";
  one.body.title = "村道怎么修";
  one.body.date = "2026-05-12";
  one.body.place = "示例村村部";
  one.body.organiser = "示例乡委员工作室";
  one.body.met = "村民代表 6 人";
  one.body.words = "【大家怎么说】\n先修坏得最厉害的一段。\n【定下来什么】\n六月底前动工。";
  one.body.by = MemberId(0);
  one.body.members = {{MemberId(0), "lead"}, {MemberId(1), ""}, {MemberId(2), "", "absent"}};
  return one;
}

YearPapers ThePapers() {
  YearPapers papers;
  papers.requests = {ARequest(3, Visibility::kAnonymous), ARequest(2, Visibility::kMembersOnly),
                     ARequest(1, Visibility::kNamed)};
  for (const DeskRequest& one : papers.requests) {
    DeskLine line{one.record, LineFrom::kRequest, "2026-03-05", one.made_at_ms};
    line.place = "示例村 三组";
    line.category = one.body.category_name;
    line.who = one.body.name;
    line.words = one.body.words;
    line.receipt = one.body.receipt;
    papers.ledger.lines.push_back(line);
  }
  DeskLine phone{RecordNumber(9), LineFrom::kPhone, "2026-02-01", NoonOf(2, 1)};
  phone.who = "一位村民";
  phone.words = "问医保怎么缴。";
  phone.by = MemberId(0);
  papers.ledger.lines.push_back(phone);
  DeskLine before = phone;
  before.date = "2025-12-31";
  papers.ledger.lines.push_back(before);
  DeskInformation information;
  information.id = "i1";
  information.body.title = "关于路灯维修的建议";
  information.body.date = "2026-04-01";
  information.body.sources = {papers.requests.back().body.receipt};
  papers.ledger.written.push_back(information);
  WrittenUp reception;
  reception.record = "r-reception";
  reception.body.kind = "reception";
  reception.body.title = "来访接待";
  reception.body.date = "2026-04-08";
  reception.body.met = "示例村村民两人";
  reception.body.words = "问宅基地手续。";
  reception.body.by = MemberId(1);
  reception.body.units = {{"people", "2"}};
  WrittenUp summary;
  summary.record = "r-summary";
  summary.body.kind = "summary";
  summary.body.date = "2026-12-20";
  summary.body.words = "【这一年做了什么】\n走访农户，参加协商。";
  summary.body.by = MemberId(0);
  papers.writeups = {AMeeting(), reception, summary};
  return papers;
}

void PutPublic(Station& station) {
  for (int month = 12; month >= 1; --month) {
    Tally tally;
    tally.month = "2026-" + std::string(month < 10 ? "0" : "") + std::to_string(month);
    tally.studio = 1;
    tally.received = 5 + month % 4;
    tally.answered = 4;
    tally.solved = 3;
    tally.open = tally.received - tally.answered;
    station.tallies.push_back(tally);
  }
  Tally before = station.tallies.front();
  before.month = "2025-12";
  station.tallies.push_back(before);
  Topic topic;
  topic.id = "t1";
  topic.title = "农贸市场怎么管";
  topic.summary = "摊位不够，占道经营。";
  topic.leading = MemberId(1);
  topic.steps = {{"收集议题", "2026-06-01"}, {"开展协商", "2026-07-15"}};
  topic.counts = {{"screen", 12, 3, 4}, {"phone", 8, 1, 2}};
  topic.result = "划出两条街的临时摊位。";
  topic.follow_up = "城管部门九月办结。";
  station.topics.push_back(topic);
}

}  // namespace

YearGrounds GroundsOfYear(const YearWanted& wanted) {
  YearGrounds grounds;
  grounds.mechanism = wanted.place;
  grounds.rules = ReadCountingRules(PlaceFile(wanted.place)).rules;
  Studio studio;
  studio.id = 1;
  studio.name = wanted.studio;
  studio.township = "示例乡";
  studio.platform = true;
  grounds.studios.push_back(studio);
  for (int i = 0; i < wanted.members; ++i) {
    Member member;
    member.id = MemberId(i);
    member.name = "示例委员 " + std::to_string(100 + i);
    member.sector = i % 2 == 0 ? "农业界" : "经济界";
    member.group = "第一活动组";
    member.studios = {1};
    if (i == 1) member.posts = {{"常委", "2022-01-01", ""}};
    if (i == 2) member.left = "2026-08-31";
    grounds.members.emplace(member.id, member);
  }
  std::set<std::string> kinds;
  const auto take = [&](const Condition& when) {
    kinds.insert(when.kinds.begin(), when.kinds.end());
  };
  for (const PointsRule& rule : grounds.rules.points) take(rule.when);
  for (const Quota& quota : grounds.rules.quotas) take(quota.when);
  int number = 0;
  for (int i = 0; i < wanted.members; ++i) {
    for (const std::string& kind : kinds) {
      for (int k = 0; k < wanted.times; ++k) {
        Deed deed;
        deed.id = kind + "/" + std::to_string(++number);
        deed.kind = kind;
        deed.done = std::chrono::year(kYear) / (1 + number % 12) / (1 + number % 28);
        deed.members = {{MemberId(i), "lead"}};
        deed.studio = 1;
        deed.title = "示例活动 " + std::to_string(number);
        deed.states = {
            {"submitted", deed.done}, {"filed", deed.done}, {"adopted", deed.done, "city"}};
        deed.confirmed_by = "演示办公室";
        deed.waiting = number % 11 == 0;
        grounds.deeds.push_back(std::move(deed));
      }
    }
  }
  if (wanted.closed) {
    ClosedYear closed{kYear, "演示办公室", {}};
    for (const auto& [id, member] : grounds.members) closed.grades[id] = wanted.grade;
    grounds.closed.push_back(closed);
  }
  return grounds;
}

YearReport YearOf(const YearWanted& wanted) {
  Station station;
  station.county.name = "演示县政协";
  station.county.phone = "0000-0000000";
  station.studio.id = 1;
  station.studio.name = wanted.studio;
  station.mechanism = ReadPlaceOf(PlaceFile(wanted.place)).told;
  if (wanted.papers) PutPublic(station);
  auto report = MakeYearReport(GroundsOfYear(wanted), {kYear, kLastDay, 1}, station,
                               wanted.papers ? ThePapers() : YearPapers());
  REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().detail));
  return std::move(*report);
}

std::string AssessedText(const YearWanted& wanted) {
  return AssessmentJson(GroundsOfYear(wanted), {kYear, kLastDay, 1}).value();
}

}  // namespace studio
