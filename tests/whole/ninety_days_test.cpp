// A village without a line for a season, used every day.
#include <doctest/doctest.h>

#include "server/founding/publishing.h"
#include "shared/base/time_units.h"
#include "whole_terminal.h"

using namespace studio;

namespace {

constexpr int kDays = 90;

void Publish(WholeCounty& county, int day) {
  auto ledger = county.county.Open();
  REQUIRE(::county::Publish(ledger, R"({"changes":[{"kind":"notice","id":"n","body":{"title":"第)" +
                                        std::to_string(day) + R"(天","date":"2099-01-01"}}]})"));
}

}  // namespace

TEST_CASE("ninety days without a line, used and restarted daily: all arrives, in order") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms());
  WholeTerminal terminal(county, clock);
  terminal.Start();
  terminal.WaitUntil([&] { return terminal.station()->as_of_ms != 0; });
  county.GoOff();

  std::vector<std::string> words;  // as they were said
  std::set<std::string> withdrawn;
  int photos = 0, records = 0;
  for (int day = 1; day <= kDays; ++day) {
    clock.Advance(23 * kHourMs);
    county.county.AdvanceHours(24);
    terminal.Stop();
    clock.Reboot();
    terminal.Start();
    terminal.ComeAndGo("m01");
    words.push_back("第" + std::to_string(day) + "天上午");
    const std::string taken_back = terminal.File("不要了");
    terminal.File(words.back(), day % 15 == 0 ? 70'000 : 0);
    photos += day % 15 == 0;
    clock.Advance(kHourMs / 12);
    terminal.Withdraw(taken_back);
    withdrawn.insert(taken_back);
    clock.Advance(kHourMs - kHourMs / 12);
    words.push_back("第" + std::to_string(day) + "天下午");
    terminal.File(words.back());
    records += 6;  // in, out, three requests and the withdrawal
    Publish(county, day);
  }
  CHECK(terminal.outbox().waiting == records);
  CHECK(county.Ledger().empty());

  county.GoOn();
  terminal.WaitUntilSent();
  const auto ledger = county.Ledger();
  std::set<std::string> ids;
  std::vector<std::string> arrived;
  int attached = 0;
  for (const auto& record : ledger) {
    CHECK(ids.insert(record["id"].get<std::string>()).second);
    if (record["kind"] == "request" && record["body"].is_object()) {
      arrived.push_back(record["body"]["words"]);
      for (const auto& file : record["attachments"]) attached += file["arrived"] == true;
    }
  }
  CHECK(ids.size() == static_cast<std::size_t>(records));
  CHECK(arrived == words);
  CHECK(attached == photos);
  CHECK(terminal.outbox().set_aside == 0);
  county.CheckStreams();
  terminal.WaitUntil([&] {
    const auto& notices = terminal.station()->notices;
    return !notices.empty() && notices.front().title == "第" + std::to_string(kDays) + "天";
  });
}
