// What a county that serves tells of itself, as whoever scrapes it reads it.
#include <map>
#include <regex>
#include <sstream>

#include "county/served_county.h"
#include "server/http/metrics_listener.h"
#include "server/office/ledger_watch.h"

namespace county {
namespace {

// By name and labels. Fails the test where it is no OpenMetrics text.
std::map<std::string, double> Scraped(int port) {
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Get("/metrics");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->get_header_value("Content-Type").starts_with("application/openmetrics-text"));
  REQUIRE(answer->body.ends_with("\n# EOF\n"));
  static const std::regex kSample(
      R"(([a-z_]+)(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? ([0-9.e+-]+))");
  std::map<std::string, double> samples;
  std::istringstream lines(answer->body);
  std::string of;
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    if (line.starts_with("# TYPE ")) of = line.substr(7, line.find(' ', 7) - 7);
    if (line.starts_with('#')) continue;
    std::smatch parts;
    REQUIRE(std::regex_match(line, parts, kSample));
    CHECK(parts[1].str().starts_with(of));
    CHECK(samples.emplace(parts[1].str() + parts[2].str(), std::stod(parts[4])).second);
  }
  return samples;
}

template <class Holds>
bool Within(std::chrono::seconds time, Holds holds) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

}  // namespace

TEST_CASE("who scrapes a county reads rates, ages, who waits and how far the ledger is safe") {
  TestCounty county;
  TestTerminal terminal(county);
  Served served(county);
  LedgerWatch watch(county.folder());
  auto listener = MetricsListener::Begin(
      0, [&] { return served.surface().Metrics(watch.State(), county.now_ms()); });
  REQUIRE(listener);
  const int port = (*listener)->port();
  REQUIRE(county.Open().BackUp(county.folder().root() / "backup.db"));
  const std::string batch(
      studio::AsText(Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest("一"))}))));
  Client client(served);
  for (int i = 0; i < 2; ++i) {
    REQUIRE(client.Post("/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", batch),
                        batch, "application/vnd.member-studio.batch"));
  }
  county.Advance(5000);
  CHECK(
      Within(std::chrono::seconds(10), [&] { return Scraped(port)["county_newest_serial"] == 1; }));
  auto now = Scraped(port);
  CHECK(now[R"(county_requests_total{route="/v1/records",status="200"})"] == 2);
  CHECK(now[R"(county_request_seconds_bucket{route="/v1/records",le="+Inf"})"] == 2);
  CHECK(now[R"(county_request_seconds_count{route="/v1/records"})"] == 2);
  CHECK(now[R"(county_records_total{became="stored"})"] == 1);
  CHECK(now[R"(county_records_total{became="duplicate"})"] == 1);
  CHECK(now["county_ledger_up"] == 1);
  CHECK(now["county_terminals"] == 1);
  CHECK(now["county_newest_record_age_seconds"] == 5);
  CHECK(now["county_safe_lag_arrivals"] == 1);
  CHECK(now["county_safe_lag_seconds"] == 5);
  CHECK(now["county_waiting_terminals"] == 0);

  const std::string query = "?after=" + std::to_string(county.Open().FeedVersion()) + "&wait=25";
  std::thread asking([&] {
    Client other(served);
    other.set_read_timeout(60);
    other.Get("/v1/changes" + query, served.SignedBy(terminal, "GET", "/v1/changes", query, ""));
  });
  CHECK(Within(std::chrono::seconds(10),
               [&] { return Scraped(port)["county_waiting_terminals"] == 1; }));
  CHECK(Scraped(port)["county_connections"] == 1);
  served.Stop();
  asking.join();
}

TEST_CASE("a scrape of something else is refused, and a port that is taken is told") {
  auto listener = MetricsListener::Begin(0, [] { return std::string("# EOF\n"); });
  REQUIRE(listener);
  httplib::Client client("127.0.0.1", (*listener)->port());
  CHECK(client.Get("/")->status == 404);
  const auto second = MetricsListener::Begin((*listener)->port(), [] { return std::string(); });
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == studio::ErrorKind::kUnavailable);
}

TEST_CASE("where the ledger is away a county says that, and no figures of before" *
          doctest::skip(!studio::LedgersOnPostgresql())) {
  TestCounty county;
  LedgerWatch watch(county.folder());
  CHECK(Within(std::chrono::seconds(10), [&] { return watch.State().has_value(); }));
  studio::OwnPostgresql::Shared().Stop();
  CHECK(Within(std::chrono::seconds(20), [&] { return !watch.State().has_value(); }));
  studio::OwnPostgresql::Shared().Start();
  CHECK(Within(std::chrono::seconds(20), [&] { return watch.State().has_value(); }));
}

}  // namespace county
