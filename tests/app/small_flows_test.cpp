#include <doctest/doctest.h>

#include "app/base/main_queue.h"
#include "app/base/visit_timer.h"
#include "app/duty/duty.h"
#include "app/saying/text_draft.h"
#include "fakes/fake_request_store.h"

namespace studio {
namespace {

TEST_CASE("a character beyond the BMP is one character") {
  TextDraft draft(3);
  CHECK(draft.Insert("𬱖㛃"));
  CHECK(draft.characters() == 2);
  draft.DeleteBefore();
  CHECK(draft.text() == "𬱖");
  draft.DeleteBefore();
  CHECK(draft.empty());
}

TEST_CASE("a text takes what fits and says when something did not") {
  TextDraft draft(3);
  CHECK_FALSE(draft.Insert("一二三四"));
  CHECK(draft.text() == "一二三");
}

TEST_CASE("a text never holds broken UTF-8 or control characters") {
  TextDraft draft(50);
  draft.Insert("好\xE4\xBD\x01\x7F\xED\xA0\x80\xC0\xAF的\n");
  CHECK(draft.text() == "好的\n");
}

TEST_CASE("the caret moves and inserts by whole characters") {
  TextDraft draft(50);
  draft.Insert("路坏了");
  draft.MoveTo(4);  // inside 坏
  CHECK(draft.caret() == 3);
  draft.Insert("灯");
  CHECK(draft.text() == "路灯坏了");
  draft.MoveRight();
  draft.MoveLeft();
  draft.MoveLeft();
  draft.DeleteBefore();
  CHECK(draft.text() == "灯坏了");
}

TEST_CASE("a visit asks after 45 s, 90 s while writing, and ends a minute later") {
  VisitTimer timer;
  CHECK(timer.At(1'000'000'000) == VisitTimer::State::kRunning);  // home waits for ever
  timer.SetPatience(Patience::kNormal, 1000);
  CHECK(timer.At(45'999) == VisitTimer::State::kRunning);
  CHECK(timer.At(46'000) == VisitTimer::State::kAsking);
  CHECK(timer.At(106'000) == VisitTimer::State::kOver);
  timer.Touch(50'000);
  CHECK(timer.At(94'999) == VisitTimer::State::kRunning);
  timer.SetPatience(Patience::kWriting, 60'000);
  CHECK(timer.At(149'999) == VisitTimer::State::kRunning);
  CHECK(timer.NextChange(60'000) == 150'000);
  timer.SetPatience(Patience::kDone, 200'000);
  CHECK(timer.At(229'999) == VisitTimer::State::kRunning);
  CHECK(timer.At(230'000) == VisitTimer::State::kOver);
  CHECK(timer.SecondsLeft(200'001) == 30);
}

TEST_CASE("a visit waits for a ring that takes longer to come round") {
  VisitTimer timer;
  timer.SetPatience(Patience::kNormal, 1000);
  timer.SetAtLeast(120'000);
  CHECK(timer.At(120'999) == VisitTimer::State::kRunning);
  CHECK(timer.At(121'000) == VisitTimer::State::kAsking);
  CHECK(timer.At(181'000) == VisitTimer::State::kOver);
  timer.SetPatience(Patience::kDone, 200'000);
  CHECK(timer.At(319'999) == VisitTimer::State::kRunning);
  CHECK(timer.At(320'000) == VisitTimer::State::kOver);
  timer.SetAtLeast(10'000);
  CHECK(timer.At(229'999) == VisitTimer::State::kRunning);
  CHECK(timer.At(230'000) == VisitTimer::State::kOver);
}

TEST_CASE("the county's calendar is China's, whatever the machine thinks") {
  const LocalTime t = LocalTime::At(1'795'190'400'000);  // 2026-11-20T16:00:00Z
  CHECK(t.Date() == "2026-11-21");
  CHECK(t.HourMin() == "00:00");
  CHECK(t.weekday == 6);
}

TEST_CASE("today's duty shows each member once, by the shift that matters now") {
  Station station;
  station.members = {{"m1", "示例甲", "经济界", ""}, {"m2", "示例乙", "农业界", ""}};
  station.shifts = {{"s1", 1, "2026-11-21", "08:30", "11:30", {"m1", "m2"}},
                    {"s2", 1, "2026-11-21", "14:00", "17:00", {"m2"}},
                    {"s3", 1, "2026-11-22", "08:30", "11:30", {"m1"}}};
  const std::int64_t midnight = 1'795'190'400'000;
  const DutyToday noon = DutyOn(station, midnight + 12 * 3'600'000);
  CHECK(noon.hours.size() == 2);
  REQUIRE(noon.lines.size() == 2);
  CHECK(noon.lines[0].phase == DutyPhase::kLater);
  CHECK(noon.lines[0].from == "14:00");
  CHECK(noon.lines[1].phase == DutyPhase::kOver);
  CHECK(DutyOn(station, midnight + 9 * 3'600'000).lines[0].phase == DutyPhase::kNow);
}

TEST_CASE("whoever has checked in is shown as here, first, until they go") {
  Station station;
  for (const char* id : {"a", "b", "c", "d"}) {
    Member& member = station.members.emplace_back();
    member.id = member.name = id;
  }
  Shift& shift = station.shifts.emplace_back();
  shift.id = "s";
  shift.date = "2026-11-21";
  shift.from = "08:30";
  shift.to = "11:30";
  shift.members = {"a", "b"};
  ShiftChange leave;
  leave.member = "a";
  shift.changes.push_back(leave);
  const std::int64_t nine = 1'795'190'400'000 + 9 * 3'600'000;
  const auto names = [&] {
    std::string out;
    for (const DutyLine& line : DutyOn(station, nine).lines) {
      out += line.member.id + (line.in     ? " in,"
                               : line.gone ? " gone,"
                               : line.away ? " away,"
                                           : ",");
    }
    return out;
  };
  CHECK(names() == "b,a away,");
  station.in_today.push_back({"s", "b", 1, "2026-11-21", nine, 0, ""});
  CHECK(names() == "b in,a away,");
  station.in_today.push_back({"", "c", 1, "2026-11-21", nine, 0, ""});
  CHECK(names() == "b in,c in,a away,");
  station.in_today.push_back({"s", "d", 1, "2026-11-21", nine, 0, "a"});
  CHECK(names() == "d in,b in,c in,");
  station.in_today[0].out_ms = nine + 1;
  CHECK(names() == "d in,c in,b gone,");
}

TEST_CASE("a shift over midnight is today's until it is over") {
  Station station;
  Member& member = station.members.emplace_back();
  member.id = "a";
  Shift& shift = station.shifts.emplace_back();
  shift.id = "s";
  shift.date = "2026-11-20";
  shift.from = "20:00";
  shift.to = "02:00";
  shift.members = {"a"};
  const std::int64_t midnight = 1'795'190'400'000;  // 2026-11-21
  station.in_today.push_back({"s", "a", 1, "2026-11-20", midnight - 4 * 3'600'000, 0, ""});
  const DutyToday evening = DutyOn(station, midnight - 3'600'000);
  REQUIRE(evening.lines.size() == 1);
  CHECK(evening.lines[0].in);
  const DutyToday night = DutyOn(station, midnight + 3'600'000);
  REQUIRE(night.lines.size() == 1);
  CHECK(night.lines[0].in);
  CHECK(night.lines[0].phase == DutyPhase::kNow);
  CHECK(DutyOn(station, midnight + 3 * 3'600'000).lines.empty());
}

TEST_CASE("results reach the main thread in order and wake it") {
  MainQueue queue;
  int woken = 0;
  queue.SetWake([&] { ++woken; });
  std::string order;
  queue.Post([&] {
    order += "a";
    queue.Post([&] { order += "c"; });
  });
  queue.Post([&] { order += "b"; });
  CHECK(queue.RunAll());
  CHECK(order == "ab");  // what a job posts waits for the next round
  CHECK(queue.RunAll());
  CHECK(order == "abc");
  CHECK_FALSE(queue.RunAll());
  CHECK(woken == 3);
}

}  // namespace
}  // namespace studio
