#include "clock_week.h"

#include <algorithm>
#include <cstdlib>

#include "server/founding/publishing.h"
#include "shared/base/time_units.h"
#include "shared/base/typed_time.h"

namespace studio {
namespace {

constexpr int kDutyDays = 7;
constexpr int kFirstDay = 19;                       // of November 2026
constexpr std::int64_t kReset = 1'577'836'800'000;  // 2020-01-01: what a dead battery leaves

std::string ShiftOf(int day) { return "week/" + std::to_string(day); }

std::string Shifts() {
  nlohmann::json changes = nlohmann::json::array();
  for (int day = kFirstDay; day < kFirstDay + kDutyDays; ++day) {
    changes.push_back({{"kind", "shift"},
                       {"id", ShiftOf(day)},
                       {"body",
                        {{"studio", 1},
                         {"date", "2026-11-" + std::to_string(day)},
                         {"from", "09:00"},
                         {"to", "11:30"},
                         {"members", {"m01"}}}}});
  }
  return nlohmann::json{{"changes", changes}}.dump();
}

// Whole seconds of it.
std::int64_t TimeIn(const nlohmann::json& record) {
  const auto text = record["made_at"].get<std::string>();
  const auto time_s = ParseTypedTime(text.substr(0, 19) + "Z");
  REQUIRE(time_s);
  return *time_s * 1000;
}

}  // namespace

ClockWeek::ClockWeek(unsigned seed)
    : random_(seed), clock_(county_.county.now_ms()), terminal_(county_, clock_) {
  ppm_ = Between(-80, 80);
  battery_dead_ = Chance(30);
  auto ledger = county_.county.Open();
  for (const auto& shift : ledger.Entities("shift")) ledger.DeleteEntity("shift", shift.id);
  REQUIRE(::county::Publish(ledger, Shifts()));
  card_ = ::county::CardOf(county_.county, "m01");
  terminal_.Start();
  terminal_.WaitUntil([&] { return terminal_.station()->as_of_ms != 0; });
}

std::int64_t ClockWeek::Between(std::int64_t from, std::int64_t to) {
  return from + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(to - from + 1));
}

void ClockWeek::PassTo(std::int64_t true_ms) {
  const std::int64_t ms = true_ms - county_.county.now_ms();
  REQUIRE(ms >= 0);
  county_.county.Advance(ms);
  clock_.Advance(ms, ppm_);
}

void ClockWeek::PowerCut(std::int64_t on_again_ms) {
  terminal_.Stop();
  const std::int64_t off_ms = on_again_ms - county_.county.now_ms();
  REQUIRE(off_ms > 0);
  county_.county.Advance(off_ms);
  clock_.MoveWall(off_ms);
  if (battery_dead_) clock_.SetWall(kReset);
  clock_.Reboot();
  clock_.Advance(Between(15'000, 60'000), ppm_);
  county_.county.Advance(clock_.Now().monotonic_ms);
  terminal_.Start();
}

void ClockWeek::RestartProgram() {
  terminal_.Stop();
  terminal_.Start();
}

void ClockWeek::SetTheClock() {
  switch (random_() % 4) {
    case 0:
      return clock_.SetWall(county_.county.now_ms());  // right, by hand
    case 1:
      return clock_.MoveWall(Between(-2, 2) * kHourMs);
    case 2:
      return clock_.MoveWall(Between(-3, 3) * kDayMs);
    default:
      return clock_.MoveWall(Between(-6, 6) * 365 * kDayMs);
  }
}

void ClockWeek::Line(bool up) {
  if (up == line_up_) return;
  line_up_ = up;
  if (!up) return county_.GoOff();
  county_.GoOn();
  SendAll();
}

// By then the county has been told the clocks of this boot, too.
void ClockWeek::SendAll() {
  terminal_.WaitUntilSent();
  const auto boot = clock_.boot();
  terminal_.WaitUntil([&] {
    for (const auto& known : county_.county.Open().BootTimes(1)) {
      if (known.boot == boot) return true;
    }
    return false;
  });
}

void ClockWeek::File() { filed_[terminal_.File("路坏了")] = county_.county.now_ms(); }

void ClockWeek::Day(int day) {
  const std::int64_t morning = ::county::NovemberMs(day, 8, 20) + Between(0, 10) * kMinuteMs;
  if (Chance(80)) {
    PowerCut(morning);
  } else {
    PassTo(morning);
  }
  if (Chance(35)) SetTheClock();
  Line(Chance(45));
  if (Chance(20)) SetTheClock();
  if (Chance(60)) File();
  PassTo(::county::NovemberMs(day, 8, 50) + Between(0, 5) * kMinuteMs);
  if (Chance(25)) PowerCut(county_.county.now_ms() + Between(1, 4) * kMinuteMs);
  const CheckInAnswer came = terminal_.Show(card_);
  if (IsTaken(came.verdict)) came_.emplace_back(ShiftOf(day), county_.county.now_ms());
  INFO("day " << day << " verdict " << static_cast<int>(came.verdict));
  // A clock that lost the night may find them here still.
  CHECK((IsTaken(came.verdict) || came.verdict == CheckInVerdict::kAlreadyIn));
  File();
  for (int hour = 10; hour < 18; hour += 2) {
    PassTo(::county::NovemberMs(day, hour) + Between(0, 50) * kMinuteMs);
    if (Chance(25)) SetTheClock();
    if (Chance(20)) RestartProgram();
    if (Chance(15)) PowerCut(county_.county.now_ms() + Between(1, 30) * kMinuteMs);
    if (Chance(30)) Line(!line_up_);
    if (Chance(70)) File();
    if (hour == 10) {
      // A clock that has lost their coming takes this for another one.
      const CheckInAnswer gone = terminal_.Show(card_, true);
      const bool came_again = IsTaken(gone.verdict) && !IsLeaving(gone.verdict);
      if (came_again) came_.emplace_back(ShiftOf(day), county_.county.now_ms());
    }
  }
}

void ClockWeek::Live() {
  for (int day = kFirstDay; day < kFirstDay + kDutyDays; ++day) Day(day);
  if (Chance(50)) PowerCut(::county::NovemberMs(kFirstDay + kDutyDays, 9));
  Line(true);
  SendAll();
  // What may be waited for has been waited for.
  PassTo(county_.county.now_ms() + 6 * kMinuteMs);
  File();
  SendAll();
}

void ClockWeek::CheckRecords() {
  std::size_t found = 0;
  for (const auto& record : county_.Ledger()) {
    if (record["kind"] != "request") continue;
    const std::int64_t truth = filed_.at(record["receipt"].get<std::string>());
    const std::int64_t made = TimeIn(record);
    const bool sure = record["made_at_sure"].get<bool>();
    ++(sure ? sure_ : unsure_);
    ++found;
    INFO("off by " << (made - truth) / 1000 << " s");
    if (sure) CHECK(std::abs(made - truth) <= kMinuteMs + 1000);
  }
  CHECK(found == filed_.size());
}

void ClockWeek::CheckAttendance() {
  std::vector<nlohmann::json> records;
  for (const auto& record : county_.Ledger()) {
    if (record["kind"] == "check_in" && record["out"] == false) records.push_back(record);
  }
  std::sort(records.begin(), records.end(),
            [](const auto& a, const auto& b) { return a["seq"] < b["seq"]; });
  REQUIRE(records.size() == came_.size());
  const auto is_marked = [&](std::size_t i) {
    return records[i]["outcome"].get<std::string>().find("time unsure") != std::string::npos;
  };
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto& [shift, truth] = came_[i];
    const auto line = ::county::LineOf(county_.county, shift + "/m01");
    INFO(shift << ": " << records[i]["outcome"].get<std::string>());
    // Whatever came later and dated one that was guessed has moved it.
    CHECK(records[i]["made_at_sure"].get<bool>() != is_marked(i));
    if (is_marked(i)) {
      ++guessed_;
      missed_ += !line;
      if (std::abs(TimeIn(records[i]) - truth) <= kHourMs / 2) CHECK(line);
      continue;
    }
    REQUIRE(line);
    // The earliest coming counts, and one that is guessed may stand before it.
    const bool first = i == 0 || came_[i - 1].first != shift;
    if (first) CHECK(line->in_ms <= truth + kMinuteMs);
    const bool again = i + 1 < records.size() && came_[i + 1].first == shift && is_marked(i + 1);
    if (first && !again) CHECK(line->in_ms >= truth - kMinuteMs);
  }
}

}  // namespace studio
