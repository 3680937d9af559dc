#include "shared/exchange/heartbeat.h"

#include <doctest/doctest.h>

#include "shared/base/json.h"

using namespace studio;

namespace {

Heartbeat HeartbeatSample() {
  Heartbeat heartbeat;
  heartbeat.version = "1.2";
  heartbeat.waiting = 3;
  heartbeat.waiting_attachments = 2;
  heartbeat.oldest_waiting_ms = 61'000;
  heartbeat.set_aside = {{"rejected: no such kind", 2}, {"its file is damaged", 1}};
  heartbeat.storage = StorageHealth{1'000, 20'000, false};
  heartbeat.fault = "storage_full";
  heartbeat.camera = "working";
  heartbeat.last_check_in_ms = 1'767'225'605'000;
  heartbeat.clock_offset_ms = -1'500;
  heartbeat.schema = 6;
  return heartbeat;
}

}  // namespace

TEST_CASE("how a terminal is, is read as it was said") {
  const auto read = HeartbeatFromJson(ToJson(HeartbeatSample()));
  REQUIRE(read);
  CHECK(*read == HeartbeatSample());
  const auto bare = HeartbeatFromJson(ToJson(Heartbeat{}));
  REQUIRE(bare);
  CHECK(*bare == Heartbeat{});
}

TEST_CASE("fields that a later program adds are passed over, and absent ones keep their defaults") {
  auto fields = nlohmann::json::parse(ToJson(HeartbeatSample()));
  fields["battery"] = {{"percent", 80}};
  fields["storage"]["wear"] = 3;
  CHECK(HeartbeatFromJson(fields.dump()) == HeartbeatSample());
  const auto least = HeartbeatFromJson(R"({"version":"9","waiting":0})");
  REQUIRE(least);
  CHECK_FALSE(least->storage);
  CHECK_FALSE(least->clock_offset_ms);
  CHECK(least->camera == "none");
}

TEST_CASE("what is no heartbeat is refused") {
  for (const char* text :
       {"", "[]", "{}", R"({"version":"1"})", R"({"version":1,"waiting":0})",
        R"({"version":"1","waiting":-1})", R"({"version":"1","waiting":0,"storage":7})",
        R"({"version":"1","waiting":0,"storage":{}})",
        R"({"version":"1","waiting":0,"set_aside":[{"reason":"x"}]})",
        R"({"version":"1","waiting":0,"oldest_waiting_ms":"long"})"}) {
    CAPTURE(text);
    CHECK_FALSE(HeartbeatFromJson(text));
  }
}

TEST_CASE("reasons are counted, the most frequent first, and fit into a heartbeat") {
  CHECK(CountReasons({}).empty());
  const std::vector<SetAsideCount> counted{{"b", 2}, {"a", 1}};
  CHECK(CountReasons({"b", "a", "b"}) == counted);
  std::vector<std::string> many;
  for (int i = 0; i < 500; ++i) many.push_back(std::string(5000, '\x01') + std::to_string(i));
  for (int i = 0; i < 500; ++i) many.push_back(std::to_string(i) + std::string(5000, '\x01'));
  Heartbeat heartbeat = HeartbeatSample();
  heartbeat.set_aside = CountReasons(many);
  CHECK(heartbeat.set_aside.size() == kMaxSetAsideReasons);
  std::uint64_t sum = 0;
  for (const SetAsideCount& each : heartbeat.set_aside) sum += each.count;
  CHECK(sum == 1000);
  CHECK(ToJson(heartbeat).size() <= kMaxHeartbeatBytes * 2);
}
