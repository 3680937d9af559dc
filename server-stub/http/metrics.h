// What is counted of a county that serves, as OpenMetrics text. Any thread.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "server/ledger/ledger_state.h"
#include "server/office/office.h"

namespace county {

inline constexpr const char* kMetricsType =
    "application/openmetrics-text; version=1.0.0; charset=utf-8";

// How long requests took from their last byte to their answer, held ones aside.
class RequestCounts {
 public:
  void Answered(const std::string& path, int status,
                std::optional<std::chrono::steady_clock::duration> took);
  void WriteInto(std::string& text) const;

 private:
  static constexpr std::array<double, 9> kUpTo{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10};
  struct Times {
    std::array<std::uint64_t, kUpTo.size() + 1> counts{};
    double sum = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> answers_;  // by route and status
  std::map<std::string, Times> times_;                            // by route
};

struct CountyState {
  RecordCounts records;
  std::size_t connections = 0, waiting = 0;
  std::optional<LedgerState> ledger;
  std::int64_t now_ms = 0;
};

std::string MetricsText(const RequestCounts& requests, const CountyState& county);

}  // namespace county
