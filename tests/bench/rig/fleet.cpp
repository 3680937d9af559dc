#include "fleet.h"

#include <chrono>
#include <thread>

#include "shared/base/json.h"

namespace studio::bench {

using namespace std::chrono_literals;

void FleetSum::Add(const FleetLog& log) {
  for (const double ms : log.ack_ms) ack_ms.Add(ms);
  for (const double ms : log.file_ms) file_ms.Add(ms);
  for (const double ms : log.page_ms) page_ms.Add(ms);
  receipts.insert(log.receipts.begin(), log.receipts.end());
  acked += log.acked;
  records += log.records;
  files += log.files;
  greetings += log.greetings;
  pages += log.pages;
  news += log.news;
  resent += log.resent;
  for (const auto& [what, times] : log.errors) errors[what] += times;
}

void Work(const BenchCounty& county, std::span<const std::unique_ptr<FleetTerminal>> fleet,
          const WorkTimes& times, const std::function<void()>& each_second) {
  using Clock = std::chrono::steady_clock;
  const auto lasting = [](double s) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(s));
  };
  std::atomic<bool> stop = false, counts = false;
  std::vector<std::thread> threads;
  for (const auto& terminal : fleet) {
    threads.emplace_back([&, one = terminal.get()] { one->Run(stop, times.come_s, counts); });
  }
  std::this_thread::sleep_for(lasting(times.come_s));
  counts = true;
  const auto begin = Clock::now(), end = begin + lasting(times.counted_s);
  auto next_news = begin + lasting(times.news_s / 2);
  for (int second = 1, news = 0; Clock::now() < end; ++second) {
    std::this_thread::sleep_until(begin + std::chrono::seconds(second));
    each_second();
    if (Clock::now() < next_news) continue;
    county.Publish("第" + std::to_string(++news) + "号公告");
    next_news += lasting(times.news_s);
  }
  counts = false;
  stop = true;
  for (std::thread& thread : threads) thread.join();
}

void PrintWhole(const BenchCounty& county, const FleetSum& sum) {
  std::multiset<std::string> kept;
  const auto ledger = nlohmann::json::parse(
      RunProgram("county-stub", {"ledger", "--data", county.folder(), "--json"}, 300s));
  std::size_t files = 0;
  for (const auto& record : ledger) {
    kept.insert(record["receipt"].get<std::string>());
    for (const auto& file : record["attachments"]) files += file["arrived"].get<bool>();
  }
  std::size_t lost = 0, doubled = 0;
  for (const std::string& receipt : sum.receipts) lost += !kept.contains(receipt);
  for (auto at = kept.begin(); at != kept.end(); at = kept.upper_bound(*at)) {
    doubled += kept.count(*at) - 1;
  }
  const std::size_t files_lost = sum.files > files ? sum.files - files : 0;
  std::size_t torn = 0;
  const auto streams = nlohmann::json::parse(
      RunProgram("county-stub", {"streams", "--data", county.folder(), "--json"}, 300s));
  for (const auto& stream : streams) torn += stream["complete"] != true || stream["clone"] == true;
  PrintValue("records in the ledger", static_cast<double>(ledger.size()), "");
  PrintValue("lost", static_cast<double>(lost + files_lost), "",
             HeldTo("0", lost + files_lost == 0));
  PrintValue("there twice", static_cast<double>(doubled), "", HeldTo("0", doubled == 0));
  PrintValue("streams not whole", static_cast<double>(torn), "", HeldTo("0", torn == 0));
}

void PrintErrors(const FleetSum& sum) {
  for (const auto& [what, times] : sum.errors) {
    PrintNote("error: " + what + ", " + std::to_string(times) + " times");
  }
}

}  // namespace studio::bench
