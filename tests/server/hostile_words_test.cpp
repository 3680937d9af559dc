// Words made to harm who reads them: nested without end, or steering the clerk's terminal.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "county/test_attachment.h"
#include "county/test_cases.h"
#include "county/test_duty.h"
#include "server/books/attachment_opening.h"
#include "server/clerk/cases.h"
#include "server/clerk/fleet.h"
#include "server/clerk/listing.h"
#include "server/clerk/shown_log.h"
#include "server/clerk/shown_output.h"
#include "server/clerk/topics.h"
#include "server/clerk/unit_sheet.h"
#include "server/clerk/wishes.h"
#include "server/founding/mechanism_publishing.h"
#include "server/founding/safety_trial.h"
#include "shared/base/shown_text.h"
#include "shared/bodies/request_body.h"
#include "shared/bodies/wish_bodies.h"
#include "shared/mechanism_file/explaining.h"

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

// As a terminal that is somebody else's program sends it: nothing is cleaned before it is sealed.
TestRecord SendSteering(TestTerminal& terminal, RecordKind kind, const std::string& body,
                        const std::vector<const char*>& texts,
                        const std::vector<Digest>& attachments = {}) {
  auto json = nlohmann::json::parse(body);
  for (const char* text : texts) json[text] = kSteering;
  json[kSteering] = {{kSteering, kSteering}, {"\u009b", {kSteering}}};
  const TestRecord record = terminal.Make(kind, json.dump(), attachments);
  const auto ack = terminal.Send({terminal.Place(record)});
  REQUIRE(ack.answers.at(0).status == RecordStatus::kStored);
  return record;
}

// What stands on the clerk's terminal where a command prints that.
std::string Printed(const std::string& text) {
  std::ostringstream out;
  {
    const ShownOutput shown(out);
    out << text << '\n';
  }
  return out.str();
}

void CheckJson(const std::string& json, const std::string& tells) {
  const std::string printed = Printed(studio::ShownJson(json));
  CAPTURE(printed);
  CHECK_FALSE(Steers(printed));
  CHECK(nlohmann::json::accept(printed));
  CHECK(printed.find(tells) != std::string::npos);
}

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

TEST_CASE("of requests, ratings, wishes and what hangs on them a clerk's list steers nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  auto photo = SealedAttachment(1000);
  photo.ref.type = kSteering;
  studio::RequestBody request;
  request.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
  request.reading_key = studio::ToBase64Url(studio::BoxKeyPair::Generate().Public().bytes);
  request.visibility = studio::Visibility::kNamed;
  request.attachments = {photo.ref};
  const TestRecord filed =
      SendSteering(terminal, RecordKind::kRequest, ToJson(request),
                   {"category_name", "village_name", "words", "name", "phone"}, {photo.digest()});
  studio::WishBody wish;
  wish.act = studio::WishAct::kPost;
  wish.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
  wish.reading_key = studio::ToBase64Url(studio::BoxKeyPair::Generate().Public().bytes);
  SendSteering(terminal, RecordKind::kWish, ToJson(wish),
               {"text", "village_name", "name", "phone"});

  CheckJson(RequestsJson(county.Open(), county.keys(), {}), "forged");
  CheckJson(WishesJson(county.Open(), county.keys()), "forged");
  CheckJson(LedgerJson(county.Open(), county.keys()), "forged");
  CheckJson(TopicsJson(county.Open(), county.keys()), "opinions");
  CheckJson(StreamsJson(county.Open()), "complete");
  const auto sheet = UnitSheetJson(county.Open(), county.keys(), filed.header.id.ToString());
  REQUIRE_MESSAGE(sheet, (sheet ? "" : sheet.error().detail));
  CheckJson(*sheet, "forged");
  const auto opened = OpenAttachments(county.Open(), county.keys(), filed.header.id,
                                      county.folder().root() / "\x1b[2Jout");
  REQUIRE(opened);
  REQUIRE(opened->size() == 1);
  CHECK_FALSE(Steers(Printed(opened->front().line)));
}

TEST_CASE("names of fields steer no clerk either, in what was kept before and in what comes now") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::string body = nlohmann::json{{kSteering, {{kSteering, 0}}}}.dump();
  KeepAsBefore(county, terminal, body);
  SendSteering(terminal, RecordKind::kActivity, R"({"kind": "other"})", {"note"});
  const std::string listing = LedgerJson(county.Open(), county.keys());
  CHECK_FALSE(Steers(listing));
  CheckJson(listing, "forged");
}

TEST_CASE("a sentence of a file steers nobody who tries a list of danger on it") {
  const std::string sentence = "我家着火了\x1b[2J\u009b31m\u202e";
  const auto trial = TrySafety(R"({"danger_words": ["着火"]})",
                               "none\t" + sentence + "\n\x1b[2J\t" + sentence + "\n");
  REQUIRE_MESSAGE(trial, (trial ? "" : trial.error().detail));
  CHECK_FALSE(Steers(Printed(trial->text)));
  CHECK_FALSE(Steers(Printed(trial->totals)));
  CheckJson(trial->json, "着火");
}

TEST_CASE("a name in a mechanism's file begins no line of its own where the file is explained") {
  std::string toml =
      ReadText(std::filesystem::path(STUDIO_SOURCE_DIR) / "assets/mechanisms/tieli.toml").value();
  for (const std::string name : {"委员工作室", "一月一轮值"}) {
    const std::size_t at = toml.find(name);
    REQUIRE(at != std::string::npos);
    toml.replace(at, name.size(), R"(甲\u001b[2J\u009b31m\u202e\r\nforged)");
  }
  const MechanismProof proof = Prove(toml);
  const std::string told = studio::ExplainedFile(proof.read.rules, proof.read.entries, proof.place);
  CHECK(told.find("forged") != std::string::npos);
  CHECK_FALSE(Steers(told));
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
