#include "server/clerk/fleet.h"

#include "county/served_county.h"

namespace county {
namespace {

using studio::Heartbeat;

Heartbeat Fine() {
  Heartbeat heartbeat;
  heartbeat.version = "1.2";
  heartbeat.storage = studio::StorageHealth{50'000'000'000, 100'000'000'000, true};
  heartbeat.clock_offset_ms = 20;
  heartbeat.camera = "working";
  heartbeat.schema = 6;
  return heartbeat;
}

nlohmann::json Fleet(TestCounty& county, std::int64_t later_ms = 0) {
  return nlohmann::json::parse(FleetJson(county.Open(), county.now_ms() + later_ms));
}

std::vector<std::string> TroublesOf(const Heartbeat& heartbeat) {
  FleetLine line;
  line.heard_ms = 1'000;
  return county::TroublesOf(line, heartbeat, 1'000);
}

}  // namespace

TEST_CASE(
    "a terminal that tells of fewer PINs tried than before is told of the most with its next ack") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const auto tell = [&](studio::PinCount pins) {
    Heartbeat heartbeat = Fine();
    heartbeat.pins = pins;
    const std::string body = ToJson(heartbeat);
    REQUIRE(Client(served)
                .Post("/v1/heartbeat",
                      served.SignedBy(terminal, "POST", "/v1/heartbeat", "?", body), body,
                      "application/json")
                ->status == 204);
    return terminal.Send({}).pins;
  };
  CHECK(terminal.Send({}).pins == studio::PinCount{});
  CHECK(tell({8, 5}) == studio::PinCount{8, 5});
  CHECK(tell({3, 0}) == studio::PinCount{8, 5});  // put back
  CHECK(tell({8, 4}) == studio::PinCount{8, 5});  // a lock taken out
  CHECK(tell({9, 0}) == studio::PinCount{9, 0});  // a right one
}

TEST_CASE("how a terminal said that it is, is listed with when it came; the newest counts") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestTerminal silent(county, 2);
  const auto post = [&](const std::string& body) {
    return Client(served).Post("/v1/heartbeat",
                               served.SignedBy(terminal, "POST", "/v1/heartbeat", "?", body), body,
                               "application/json");
  };
  Heartbeat heartbeat = Fine();
  heartbeat.waiting = 9;
  REQUIRE(post(ToJson(heartbeat))->status == 204);
  county.AdvanceHours(1);
  heartbeat.waiting = 2;
  heartbeat.waiting_attachments = 1;
  heartbeat.oldest_waiting_ms = 120'000;
  heartbeat.set_aside = {{"rejected: unread", 3}};
  heartbeat.last_check_in_ms = county.now_ms();
  REQUIRE(post(ToJson(heartbeat))->status == 204);

  const auto fleet = Fleet(county, 60'000);
  REQUIRE(fleet.size() == 2);
  CHECK(fleet[0]["device"] == terminal.number());
  CHECK(fleet[0]["studio"] == 1);
  CHECK_FALSE(fleet[0]["studio_name"].get<std::string>().empty());
  CHECK(fleet[0]["silent_ms"] == 60'000);
  CHECK(fleet[0]["version"] == "1.2");
  CHECK(fleet[0]["waiting"] == 2);
  CHECK(fleet[0]["waiting_attachments"] == 1);
  CHECK(fleet[0]["oldest_waiting_ms"] == 120'000);
  CHECK(fleet[0]["set_aside"]["rejected: unread"] == 3);
  CHECK(fleet[0]["storage"]["free_bytes"] == 50'000'000'000);
  CHECK(fleet[0]["last_check_in"].is_string());
  CHECK(fleet[0]["clock_offset_ms"] == 20);
  CHECK(fleet[0]["troubles"] == nlohmann::json{"set_aside"});
  CHECK(fleet[1]["device"] == silent.number());
  CHECK(fleet[1]["last_heard"].is_null());
  CHECK(fleet[1]["waiting"].is_null());
  CHECK(fleet[1]["troubles"] == nlohmann::json{"silent"});
  const std::string text = FleetText(county.Open(), county.now_ms());
  CHECK(text.find("waiting 2+1 for 2 min") != std::string::npos);
  CHECK(text.find("never heard") != std::string::npos);
}

TEST_CASE("a heartbeat sent again later by somebody else brings no older state back") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const studio::Uuid boot = studio::Uuid::Random();
  std::int64_t since_boot_ms = 0;
  const auto told_now = [&](std::uint64_t waiting) {
    Heartbeat heartbeat = Fine();
    heartbeat.waiting = waiting;
    heartbeat.clock = {county.now_ms() - 20, since_boot_ms, boot, 20};
    return ToJson(heartbeat);
  };
  const auto post = [&](const std::string& body) {
    return Client(served)
        .Post("/v1/heartbeat", served.SignedBy(terminal, "POST", "/v1/heartbeat", "?", body), body,
              "application/json")
        ->status;
  };
  Heartbeat unsure = Fine();
  unsure.waiting = 70;
  REQUIRE(post(ToJson(unsure)) == 204);  // before it was sure of its clock
  CHECK(Fleet(county)[0]["waiting"] == 70);
  const std::string before = told_now(9);
  REQUIRE(post(before) == 204);
  CHECK(Fleet(county)[0]["waiting"] == 9);

  std::int64_t apart_ms = 0;
  SUBCASE("within the minute") { apart_ms = 30'000; }
  SUBCASE("an hour later") { apart_ms = 3'600'000; }
  county.Advance(apart_ms);
  since_boot_ms += apart_ms;
  REQUIRE(post(told_now(2)) == 204);
  for (const std::string& old : {before, ToJson(unsure)}) {
    CHECK(post(old) == 204);
    CHECK(Fleet(county)[0]["waiting"] == 2);
  }
  county.Advance(60'000);
  since_boot_ms = 5'000;  // started again
  Heartbeat after = Fine();
  after.waiting = 1;
  after.clock = {county.now_ms(), since_boot_ms, studio::Uuid::Random(), 0};
  REQUIRE(post(ToJson(after)) == 204);
  CHECK(Fleet(county)[0]["waiting"] == 1);
}

TEST_CASE("what is no heartbeat, is too large or not signed changes nothing") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const auto post = [&](const std::string& body) {
    return Client(served).Post("/v1/heartbeat",
                               served.SignedBy(terminal, "POST", "/v1/heartbeat", "?", body), body,
                               "application/json");
  };
  CheckRefused(post("{}"), 400, "malformed");
  CheckRefused(post(std::string(studio::kMaxHeartbeatBytes + 1, ' ')), 413, "too_large");
  CheckRefused(Client(served).Post("/v1/heartbeat", ToJson(Fine()), "application/json"), 401,
               "bad_signature");
  CHECK(Fleet(county)[0]["last_heard"].is_null());
}

TEST_CASE("what somebody must see to is named") {
  CHECK(TroublesOf(Fine()).empty());
  using Words = std::vector<std::string>;
  Heartbeat heartbeat = Fine();
  heartbeat.fault = "storage_full";
  heartbeat.storage->canary_good = false;
  heartbeat.storage->free_bytes = 4'000'000'000;
  heartbeat.clock_offset_ms = -400'000;
  heartbeat.oldest_waiting_ms = 25 * 3'600'000LL;
  heartbeat.camera = "missing";
  CHECK(TroublesOf(heartbeat) == Words{"fault", "canary", "space", "clock", "waiting", "camera"});
  FleetLine line;
  line.heard_ms = 0;
  CHECK(county::TroublesOf(line, Fine(), kSilentMs).empty());
  CHECK(county::TroublesOf(line, Fine(), kSilentMs + 1) == Words{"silent"});
  line.revoked = true;
  CHECK(county::TroublesOf(line, heartbeat, kSilentMs + 1) == Words{"revoked"});
}

}  // namespace county
