// Words made to harm who reads them: nested without end, or steering the clerk's terminal.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "county/test_duty.h"
#include "server/clerk/fleet.h"
#include "server/clerk/listing.h"
#include "server/clerk/shown_log.h"
#include "server/clerk/shown_output.h"
#include "server/clerk/topics.h"

namespace county {
namespace {

using studio::RecordKind;
using studio::RecordStatus;

constexpr std::size_t kDeep = 100'000;

std::string NestedBody(std::size_t levels, const std::string& inside = "0") {
  return "{\"a\":" + std::string(levels, '[') + inside + std::string(levels, ']') + "}";
}

// As a county of before kept it, which looked into no body of that kind.
void KeepAsBefore(const TestCounty& county, TestTerminal& terminal, const std::string& body) {
  const TestRecord record = terminal.Make(RecordKind::kActivity, body);
  Ledger ledger = county.Open();
  ledger.Atomically([&] {
    ledger.AddRecord({record.header,
                      record.header_bytes,
                      record.digest(),
                      record.sealed,
                      terminal.Place(record).place.place,
                      {}},
                     county.now_ms());
  });
}

// What would steer a terminal or begin a line of its own; every line ends with one line feed.
bool Steers(const std::string& text) {
  return text.find('\x1b') != std::string::npos || text.find("\u009b") != std::string::npos ||
         text.find("\u202e") != std::string::npos || text.find("\nforged") != std::string::npos ||
         text.find("\r") != std::string::npos;
}

const std::string kSteering = "甲\x1b[2J\u009b31m\u202e\r\nforged";

}  // namespace

TEST_CASE("a body that is nested without end is refused, of every kind, and harms nobody") {
  TestCounty county;
  TestTerminal terminal(county);
  for (const RecordKind kind :
       {RecordKind::kRequest, RecordKind::kOpinion, RecordKind::kActivity, RecordKind::kRating,
        RecordKind::kWish, RecordKind::kWithdrawal, RecordKind::kHandover}) {
    CAPTURE(static_cast<int>(kind));
    const auto ack = terminal.Send({terminal.Place(terminal.Make(kind, NestedBody(kDeep)))});
    REQUIRE(ack.answers.size() == 1);
    CHECK(ack.answers[0].status == RecordStatus::kRejected);
  }
  CHECK(county.LedgerListing().empty());
}

TEST_CASE("a nested body that was kept once is listed as the text that it is") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::string body = NestedBody(kDeep);
  KeepAsBefore(county, terminal, body);
  const std::string listing = LedgerJson(county.Open(), county.keys());
  CHECK(listing.size() < 2 * body.size());
  const auto listed = nlohmann::json::parse(listing);
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["body"] == body);
  CHECK(listed[0]["receipt"].is_null());
}

TEST_CASE("what is as deep as may be costs the clerk no more than it cost its sender") {
  TestCounty county;
  TestTerminal terminal(county);
  std::string numbers = "0";
  for (int i = 0; i < 20'000; ++i) numbers += ",0";
  const std::string body = NestedBody(60, numbers);
  const auto ack = terminal.Send({terminal.Place(terminal.Make(RecordKind::kActivity, body))});
  REQUIRE(ack.answers.at(0).status == RecordStatus::kStored);
  const std::string listing = LedgerJson(county.Open(), county.keys());
  CHECK(listing.size() < 2 * body.size());
  CHECK(nlohmann::json::parse(listing)[0]["body"] == nlohmann::json::parse(body));
}

TEST_CASE("no line for the clerk steers the terminal or begins one of its own") {
  TestCounty county;
  TestTerminal terminal(county);
  Ledger ledger = county.Open();
  studio::Heartbeat heartbeat;
  heartbeat.version = kSteering;
  REQUIRE(county.office().TakeHeartbeat(terminal.AsKnown(), ToJson(heartbeat)));
  const std::string fleet = FleetText(county.Open(), county.now_ms());
  CHECK_FALSE(Steers(fleet));
  CHECK(fleet.find("forged") != std::string::npos);

  studio::OpinionBody opinion;
  opinion.topic = "square-lamps";
  opinion.ballot = studio::RandomBallot();
  opinion.words = kSteering;
  opinion.at_ms = county.now_ms();
  const auto ack =
      terminal.Send({terminal.Place(terminal.Make(RecordKind::kOpinion, ToJson(opinion)))});
  REQUIRE(ack.answers.at(0).status == RecordStatus::kStored);
  const std::string topics = TopicsText(county.Open(), county.keys());
  CHECK_FALSE(Steers(topics));
  CHECK(topics.find("forged") != std::string::npos);
}

TEST_CASE("what a command prints turns and steers nothing, whoever wrote it") {
  std::ostringstream out;
  {
    const ShownOutput shown(out);
    out << "one\ttwo\n"
        << "\x1b[2J\u202E\u009b31m" << '\n'
        << "没有换行" << std::flush;
    CHECK(out.str() == "one\ttwo\n\\u{1b}[2J\\u{202e}\\u{9b}31m\n没有换行");
    out << "完";
  }
  out << "\x1b";
  CHECK(out.str().ends_with("没有换行完\x1b"));
}

TEST_CASE("a log line is one line, whatever is told in it") {
  std::ostringstream out;
  spdlog::logger log("test", std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  ShowWhatIsLogged(log);
  log.warn("POST {}: {}", "/t/\x1b[2J", kSteering);
  log.warn("第二行");
  const std::string text = out.str();
  CHECK_FALSE(Steers(text));
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.find("\\u{1b}[2J") != std::string::npos);
  CHECK(text.find("第二行") != std::string::npos);
}

}  // namespace county
