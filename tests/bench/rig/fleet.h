// Many simulated terminals together: what they did, and whether the county has all of it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "bench_county.h"
#include "figures.h"
#include "fleet_terminal.h"

namespace studio::bench {

using Fleet = std::vector<std::unique_ptr<FleetTerminal>>;

struct FleetSum {
  void Add(const FleetLog& log);

  Samples ack_ms, file_ms, page_ms;
  std::multiset<std::string> receipts;
  std::size_t acked = 0, records = 0, files = 0;
  std::size_t greetings = 0, pages = 0, news = 0, resent = 0;
  std::map<std::string, int> errors;
};

struct WorkTimes {
  double come_s = 10;  // in which they come; nothing is counted yet
  double counted_s = 60;
  double news_s = 60;  // between two publications, the first after half of it
};

// Lets them work and publishes news meanwhile; `each_second` of those that are counted.
void Work(const BenchCounty& county, std::span<const std::unique_ptr<FleetTerminal>> fleet,
          const WorkTimes& times, const std::function<void()>& each_second);

// The ledger against what was acknowledged. The county need not be serving.
void PrintWhole(const BenchCounty& county, const FleetSum& sum);
void PrintErrors(const FleetSum& sum);

}  // namespace studio::bench
