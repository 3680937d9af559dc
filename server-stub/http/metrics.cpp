#include "server/http/metrics.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>

namespace county {

namespace {

// /v1/records, /v1/statuses, /t: there are as many as routes.
std::string RouteOf(const std::string& path) {
  const std::size_t end = path.find('/', path.starts_with("/v1/") ? 4 : 1);
  return path.substr(0, end);
}

std::string Labelled(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

void Begin(std::string& text, const char* name, const char* type, const char* help) {
  text += fmt::format("# TYPE {0} {1}\n# HELP {0} {2}\n", name, type, help);
}

void Gauge(std::string& text, const char* name, const char* help, double value) {
  Begin(text, name, "gauge", help);
  text += fmt::format("{} {}\n", name, value);
}

double Seconds(std::int64_t from_ms, std::int64_t to_ms) {
  return static_cast<double>(std::max<std::int64_t>(0, to_ms - from_ms)) / 1000;
}

void WriteLedger(std::string& text, const LedgerState& ledger, std::int64_t now_ms) {
  Gauge(text, "county_terminals", "Terminals that were enrolled.",
        static_cast<double>(ledger.terminals));
  Gauge(text, "county_newest_serial", "Serial of the newest arrival.",
        static_cast<double>(ledger.newest_serial));
  Gauge(text, "county_feed_version", "Version of the feed's newest change.",
        static_cast<double>(ledger.feed_version));
  if (ledger.newest_arrived_ms) {
    Gauge(text, "county_newest_record_age_seconds", "Since the newest record arrived.",
          Seconds(*ledger.newest_arrived_ms, now_ms));
  }
  Gauge(text, "county_safe_lag_arrivals", "Arrivals that are not safe yet.",
        static_cast<double>(ledger.newest_serial -
                            std::min(ledger.newest_serial, ledger.safe_serial)));
  Gauge(text, "county_safe_lag_seconds", "Since the oldest record arrived that is not safe yet.",
        ledger.unsafe_since_ms ? Seconds(*ledger.unsafe_since_ms, now_ms) : 0);
  if (ledger.backup_ms > 0) {
    Gauge(text, "county_backup_age_seconds", "Since the newest backup.",
          Seconds(ledger.backup_ms, now_ms));
  }
  Gauge(text, "county_ledger_synchronous_copies", "Copies that every commit waits for.",
        static_cast<double>(std::ranges::count_if(ledger.copies, &LedgerCopy::synchronous)));
  if (ledger.copies.empty()) return;
  const auto each = [&](const char* name, const char* help, auto value) {
    Begin(text, name, "gauge", help);
    for (const LedgerCopy& copy : ledger.copies) {
      text += fmt::format("{}{{copy=\"{}\"}} {}\n", name, Labelled(copy.name), value(copy));
    }
  };
  each("county_ledger_lag_bytes", "Of the ledger's log, not on the copy's disk yet.",
       [](const LedgerCopy& copy) { return copy.behind_bytes; });
  each("county_ledger_lag_seconds", "Until the copy had what was written last on its disk.",
       [](const LedgerCopy& copy) { return static_cast<double>(copy.behind_ms) / 1000; });
}

}  // namespace

void RequestCounts::Answered(const std::string& path, int status,
                             std::optional<std::chrono::steady_clock::duration> took) {
  const std::string route = RouteOf(path);
  const std::lock_guard lock(mutex_);
  ++answers_[{route, status}];
  if (!took) return;
  Times& times = times_[route];
  const double seconds = std::chrono::duration<double>(*took).count();
  times.sum += seconds;
  const auto bucket = std::ranges::lower_bound(kUpTo, seconds);
  ++times.counts[static_cast<std::size_t>(bucket - kUpTo.begin())];
}

void RequestCounts::WriteInto(std::string& text) const {
  const std::lock_guard lock(mutex_);
  Begin(text, "county_requests", "counter", "Requests that were answered.");
  for (const auto& [of, count] : answers_) {
    text += fmt::format("county_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                        Labelled(of.first), of.second, count);
  }
  Begin(text, "county_request_seconds", "histogram",
        "From a request's last byte to its answer, but for questions that were held.");
  for (const auto& [route, times] : times_) {
    std::uint64_t up_to_here = 0;
    for (std::size_t i = 0; i < times.counts.size(); ++i) {
      up_to_here += times.counts[i];
      text += fmt::format("county_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                          Labelled(route), i < kUpTo.size() ? fmt::format("{}", kUpTo[i]) : "+Inf",
                          up_to_here);
    }
    text += fmt::format("county_request_seconds_count{{route=\"{0}\"}} {1}\n", Labelled(route),
                        up_to_here);
    text += fmt::format("county_request_seconds_sum{{route=\"{0}\"}} {1}\n", Labelled(route),
                        times.sum);
  }
}

std::string MetricsText(const RequestCounts& requests, const CountyState& county) {
  std::string text;
  requests.WriteInto(text);
  Begin(text, "county_records", "counter", "Records by what became of them.");
  const RecordCounts& records = county.records;
  for (const auto& [word, count] : {std::pair("stored", records.stored),
                                    {"duplicate", records.duplicate},
                                    {"refused", records.refused}}) {
    text += fmt::format("county_records_total{{became=\"{}\"}} {}\n", word, count);
  }
  Gauge(text, "county_connections", "Connections that are open.",
        static_cast<double>(county.connections));
  Gauge(text, "county_waiting_terminals", "Terminals whose question is held until there is news.",
        static_cast<double>(county.waiting));
  Gauge(text, "county_ledger_up", "1 where the ledger can be reached.", county.ledger ? 1 : 0);
  if (county.ledger) WriteLedger(text, *county.ledger, county.now_ms);
  return text + "# EOF\n";
}

}  // namespace county
