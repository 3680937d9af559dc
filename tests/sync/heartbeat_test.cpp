// When and how the county is told how the terminal is.
#include <doctest/doctest.h>

#include <future>

#include "link_rig.h"
#include "shared/exchange/enrolment.h"
#include "sync/link/heartbeats.h"

using namespace studio;
using namespace studio::test;
using std::chrono::milliseconds;

namespace {

constexpr std::int64_t kHeartMinute = 60'000;

MachineHealth Machine(std::uint64_t free_percent) {
  MachineHealth machine;
  machine.storage.total_bytes = 100'000'000;
  machine.storage.free_bytes = free_percent * 1'000'000;
  machine.storage.checked_ms = 1;
  return machine;
}

auto HeartStored(std::size_t count) {
  return [count](const FakeLinkStore::State& state) { return state.stored.size() >= count; };
}

auto HeartAcks(int count) {
  return [count](const FakeLinkStore::State& state) { return state.acks >= count; };
}

std::vector<Heartbeat> Heard(const ScriptedCounty& county) {
  std::vector<Heartbeat> heard;
  for (const Received& request : county.Requests()) {
    if (request.path != "/v1/heartbeat") continue;
    const auto heartbeat = HeartbeatFromJson(request.body);
    REQUIRE(heartbeat);
    heard.push_back(*heartbeat);
  }
  return heard;
}

}  // namespace

TEST_CASE("one goes at the start and then every ten minutes") {
  Heartbeats beats({});
  REQUIRE(beats.Due(5));
  beats.Tried(5);
  beats.GotThrough();
  CHECK_FALSE(beats.Due(5 + 10 * kHeartMinute - 1));
  CHECK(beats.Due(5 + 10 * kHeartMinute));
}

TEST_CASE("something important, or one that did not get through, goes within a minute") {
  for (const int news : {0, 1, 2, 3, 4, 5}) {
    CAPTURE(news);
    Heartbeats beats({});
    beats.Note(Machine(50));
    beats.Tried(0);
    beats.GotThrough();
    beats.Note(Machine(49));  // is not important
    REQUIRE_FALSE(beats.Due(kHeartMinute));
    MachineHealth machine = Machine(news == 0 ? 4 : 50);
    if (news == 1) machine.fault = Fault::kStorageFull;
    if (news == 2) machine.storage.canary_good = false;
    if (news == 3) machine.camera = CameraHealth::kMissing;
    beats.Note(machine);
    if (news == 4) beats.SetAsideChanged();
    if (news == 5) beats.Failed();
    CHECK_FALSE(beats.Due(kHeartMinute - 1));
    CHECK(beats.Due(kHeartMinute));
    beats.Tried(kHeartMinute);
    beats.GotThrough();
    CHECK_FALSE(beats.Due(10 * kHeartMinute));
  }
}

TEST_CASE("it says what store and machine are like") {
  Heartbeats beats({});
  StoreHealth store;
  store.waiting = 3;
  store.waiting_attachments = 1;
  store.oldest_made_ms = 1'000;
  store.set_aside = {{"rejected: x", 2}};
  store.last_check_in_ms = 900;
  store.schema = 6;
  Heartbeat said = beats.Make(store, 61'000, -250);
  CHECK_FALSE(said.version.empty());
  CHECK(said.waiting == 3);
  CHECK(said.oldest_waiting_ms == 59'750);
  CHECK(said.set_aside == store.set_aside);
  CHECK(said.last_check_in_ms == 900);
  CHECK(said.clock_offset_ms == -250);
  CHECK(said.schema == 6);
  CHECK_FALSE(said.storage);
  MachineHealth machine = Machine(4);
  machine.fault = Fault::kStorageBroken;
  machine.camera = CameraHealth::kWorking;
  beats.Note(machine);
  said = beats.Make(store, 0, {});
  CHECK(said.storage == StorageHealth{4'000'000, 100'000'000, true});
  CHECK(said.fault == "storage_broken");
  CHECK(said.camera == "working");
  CHECK(said.oldest_waiting_ms == 0);  // the clock went back
}

TEST_CASE("the county hears how the terminal is after a round, and again when it changes") {
  LinkRig rig;
  rig.options.heartbeats = {std::chrono::hours(1), milliseconds(1)};
  rig.Open();
  REQUIRE(rig.county.WaitForRequests("/v1/heartbeat", 1));
  CHECK(rig.county.Requests()[0].path == "/v1/records");
  const int acks = rig.store.Now().acks;
  REQUIRE(rig.store.WaitUntil(HeartAcks(acks + 3)));
  CHECK(Heard(rig.county).size() == 1);
  MachineHealth machine = Machine(2);
  machine.fault = Fault::kStorageFull;
  rig.link->NoteMachine(machine);
  REQUIRE(rig.county.WaitForRequests("/v1/heartbeat", 2));
  const Heartbeat said = Heard(rig.county).back();
  CHECK(said.fault == "storage_full");
  REQUIRE(said.storage);
  CHECK(said.storage->free_bytes == 2'000'000);
  CHECK(said.clock_offset_ms);
}

TEST_CASE("records go before a heartbeat, also before one that hangs") {
  LinkRig rig;
  rig.options.poll = std::chrono::hours(1);
  rig.options.heartbeats = {std::chrono::hours(1), std::chrono::hours(1)};
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  rig.county.SetScript([released](const Received& request) -> std::optional<Reply> {
    if (request.path != "/v1/heartbeat") return std::nullopt;
    released.wait();
    return Reply{500, "", ""};
  });
  rig.store.Add();
  rig.Open();
  REQUIRE(rig.county.WaitForRequests("/v1/heartbeat", 1));
  CHECK(rig.store.Now().stored.size() == 1);
  rig.store.Add();
  rig.link->Wake();
  CHECK(rig.store.WaitUntil(HeartStored(2)));
  rig.Close();
  release.set_value();
}

TEST_CASE("a heartbeat that the county will not have is not shown to anybody") {
  for (const int status : {404, 503, 403, 0}) {
    CAPTURE(status);
    LinkRig rig;
    rig.options.heartbeats = {milliseconds(1), milliseconds(1)};
    rig.county.SetScript([status](const Received& request) -> std::optional<Reply> {
      if (request.path != "/v1/heartbeat") return std::nullopt;
      Reply reply{status, ErrorJson("unavailable", ""), ""};
      reply.broken = status == 0;
      return reply;
    });
    rig.Open();
    REQUIRE(rig.county.WaitForRequests("/v1/heartbeat", 3));
    REQUIRE(rig.store.WaitUntil(HeartAcks(3)));
    for (const LinkState& state : rig.Told()) {
      CHECK(state.condition == LinkCondition::kConnected);
      CHECK(state.reason.empty());
    }
  }
}
