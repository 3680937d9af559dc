#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <future>

#include "link_rig.h"
#include "shared/exchange/envelope.h"

using namespace studio;
using namespace studio::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

auto Stored(std::size_t count) {
  return [count](const FakeLinkStore::State& state) { return state.stored.size() >= count; };
}

auto Acks(int count) {
  return [count](const FakeLinkStore::State& state) { return state.acks >= count; };
}

FeedPage Page(const std::string& from, const std::string& to, bool more) {
  FeedPage page;
  page.studio = 3;
  page.from = from;
  page.to = to;
  page.more = more;
  return page;
}

}  // namespace

TEST_CASE("a greeting is acknowledged before any record is sent") {
  LinkRig rig;
  rig.store.Add();
  rig.store.Add();
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected));
  REQUIRE(rig.store.WaitUntil(Stored(2)));
  const auto requests = rig.county.Requests();
  REQUIRE(requests.size() >= 2);
  CHECK(requests[0].path == "/v1/records");
  CHECK(requests[0].records == 0);
  CHECK(requests[1].records == 2);
}

TEST_CASE("no record is sent while the greeting goes unanswered") {
  LinkRig rig;
  rig.store.Add();
  rig.county.SetScript([](const Received&) { return Reply{500, "", ""}; });
  rig.Open();
  REQUIRE(rig.county.WaitForRequests("/v1/records", 4));
  for (const Received& request : rig.county.Requests()) CHECK(request.records == 0);
  rig.county.SetScript({});
  CHECK(rig.store.WaitUntil(Stored(1)));
}

TEST_CASE("a backlog drains in batches, over one connection, each record once") {
  LinkRig rig;
  rig.options.batch.records = 4;
  std::vector<Uuid> filed;
  for (int i = 0; i < 19; ++i) filed.push_back(rig.store.Add());
  rig.Open();
  REQUIRE(rig.store.WaitUntil(Stored(19)));
  CHECK(rig.county.Ledger() == filed);
  const auto requests = rig.county.Requests();
  for (const Received& request : requests) {
    CHECK(request.records <= 4);
    CHECK(request.client_port == requests[0].client_port);
  }
}

TEST_CASE("new work is sent at once while connected") {
  LinkRig rig;
  rig.options.poll = std::chrono::hours(1);
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  REQUIRE(rig.county.WaitForRequests("/v1/changes", 1));
  const Uuid id = rig.store.Add();
  rig.link->Wake();
  REQUIRE(rig.store.WaitUntil(Stored(1)));
  CHECK(rig.county.Ledger() == std::vector{id});
}

TEST_CASE("the county is greeted again at every poll") {
  LinkRig rig;
  rig.Open();
  CHECK(rig.store.WaitUntil(Acks(4)));
}

TEST_CASE("a stopped county is offline; what waits arrives once it is back") {
  LinkRig rig;
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  rig.county.Stop();
  REQUIRE(rig.WaitFor(LinkCondition::kOffline, "no answer"));
  for (int i = 0; i < 3; ++i) {
    rig.store.Add();
    rig.link->Wake();
  }
  CHECK(rig.store.Now().stored.empty());
  rig.county.Start();
  REQUIRE(rig.store.WaitUntil(Stored(3)));
  CHECK(rig.WaitFor(LinkCondition::kConnected));
  CHECK(rig.county.Ledger().size() == 3);
}

TEST_CASE("an ack lost on the way costs nothing: the batch is sent again and known") {
  LinkRig rig;
  bool lost = false;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.records == 0 || lost) return std::nullopt;
    lost = true;
    rig.county.Genuine(request);  // taken, but the answer does not arrive
    return Reply{502, "", ""};
  });
  rig.store.Add();
  rig.Open();
  REQUIRE(rig.store.WaitUntil(Stored(1)));
  CHECK(rig.county.Ledger().size() == 1);
}

TEST_CASE("a server in trouble is offline, by its status") {
  for (const int status : {500, 503, 429, 404, 400}) {
    CAPTURE(status);
    LinkRig rig;
    rig.county.SetScript([status](const Received&) {
      return Reply{status, ErrorJson("storage", "disk"), ""};
    });
    rig.Open();
    CHECK(rig.WaitFor(LinkCondition::kOffline, std::to_string(status) + " (storage)"));
    rig.county.SetScript({});
    CHECK(rig.WaitFor(LinkCondition::kConnected));
  }
}

TEST_CASE("Retry-After keeps the link away, also from new work, until a person asks") {
  LinkRig rig;
  rig.county.SetScript([](const Received&) { return Reply{503, "", "3600"}; });
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kOffline));
  rig.county.SetScript({});
  rig.store.Add();
  rig.link->Wake();
  // Nothing can be waited for here but time itself: many times the longest wait of this rig.
  CHECK_FALSE(rig.county.CameWithin(milliseconds(500), 2));
  rig.link->TryNow();
  CHECK(rig.store.WaitUntil(Stored(1)));
}

TEST_CASE("401 and 403 say why and wait an hour, or for a person") {
  for (const auto& [status, code] :
       {std::pair{401, "unknown_terminal"}, std::pair{403, "revoked"}}) {
    LinkRig rig;
    rig.county.SetScript([status = status, code = code](const Received&) {
      return Reply{status, ErrorJson(code, ""), ""};
    });
    rig.Open();
    CHECK(rig.WaitFor(LinkCondition::kRefused, code));
    rig.link->Wake();
    CHECK_FALSE(rig.county.CameWithin(milliseconds(300), 2));
    rig.county.SetScript({});
    rig.link->TryNow();
    CHECK(rig.WaitFor(LinkCondition::kConnected));
  }
}

TEST_CASE("the feed is read page by page to its end, then only when the county has news") {
  LinkRig rig;
  rig.county.SetPages({Page("", "g1", true), Page("g1", "g2", true), Page("g2", "g3", false)});
  rig.Open();
  REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.pages.size() == 3; }));
  const int acks = rig.store.Now().acks;
  REQUIRE(rig.store.WaitUntil(Acks(acks + 3)));
  REQUIRE(rig.county.WaitForRequests("/v1/changes", 3));
  CHECK_FALSE(rig.county.Asked("/v1/changes", 4));
  rig.county.SetPages({Page("g3", "g4", false)});
  CHECK(rig.store.WaitUntil([](const auto& state) { return state.position.cursor == "g4"; }));
}

TEST_CASE("a feed in trouble changes nothing and does not hold up records") {
  LinkRig rig;
  const SigningKey stranger = SigningKey::Generate();
  rig.county.SetPages({Page("", "g1", false)});
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.path != "/v1/changes") return std::nullopt;
    const std::string json = ToJson(Page("", "g1", false));
    return Reply{200, std::string(AsText(SealEnvelope(kFeedContext, json, stranger))), ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "feed"));
  rig.store.Add();
  rig.link->Wake();
  CHECK(rig.store.WaitUntil(Stored(1)));
  CHECK(rig.store.Now().pages.empty());
  rig.county.SetScript({});
  CHECK(rig.store.WaitUntil([](const auto& state) { return state.pages.size() == 1; }));
}

TEST_CASE("a feed that never arrives whole is asked for less often, and records go on") {
  LinkRig rig;
  rig.options.backoff.first = std::chrono::hours(1);
  rig.options.backoff.most = std::chrono::hours(1);
  rig.options.chance = [] { return 0.5; };
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (request.path != "/v1/changes") return std::nullopt;
    return Reply{200, std::string(kMaxEnvelopeBytes + 1, 'x'), ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "feed"));
  for (std::size_t i = 1; i <= 3; ++i) {
    rig.store.Add();
    rig.link->Wake();
    REQUIRE(rig.store.WaitUntil(Stored(i)));
  }
  CHECK_FALSE(rig.county.Asked("/v1/changes", 2));
}

TEST_CASE("the offset from the county's clock is noted and a wrong clock is told") {
  LinkRig rig;
  rig.county.SetTimeOffset(-600'000);
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kClockWrong));
  const auto offset = rig.store.Now().offset_ms;
  REQUIRE(offset);
  CHECK(*offset <= -590'000);
  CHECK(*offset >= -610'000);
  CHECK(rig.Told().back().clock_offset_ms == *offset);
  rig.county.SetTimeOffset(0);
  CHECK(rig.WaitFor(LinkCondition::kConnected));
}

TEST_CASE("a full disk here is tried again and never becomes an empty promise") {
  LinkRig rig;
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  rig.store.BreakDisk(true);
  rig.store.Add();
  rig.link->Wake();
  REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.failed_acks >= 3; }));
  CHECK(rig.store.Now().stored.empty());
  rig.store.BreakDisk(false);
  CHECK(rig.store.WaitUntil(Stored(1)));
}

TEST_CASE("the link stops at once while the county keeps it hanging") {
  LinkRig rig;
  std::promise<void> release;
  std::shared_future<void> released = release.get_future().share();
  rig.county.SetScript([released](const Received&) {
    released.wait();
    return Reply{500, "", ""};
  });
  rig.store.Add();
  rig.Open();
  REQUIRE(rig.county.WaitForRequests("/v1/records", 1));
  const auto before = std::chrono::steady_clock::now();
  rig.Close();
  CHECK(std::chrono::steady_clock::now() - before < seconds(1));
  release.set_value();
}

TEST_CASE("the link stops at once while it waits and right after its start") {
  for (int i = 0; i < 20; ++i) {
    LinkRig rig;
    rig.Open();
    if (i % 2 == 0) REQUIRE(rig.WaitFor(LinkCondition::kConnected));
    const auto before = std::chrono::steady_clock::now();
    rig.Close();
    CHECK(std::chrono::steady_clock::now() - before < seconds(1));
  }
}

TEST_CASE("a county that falls silent is given up on") {
  LinkRig rig;
  rig.options.silence_timeout = seconds(1);
  std::promise<void> release;
  std::shared_future<void> released = release.get_future().share();
  rig.county.SetScript([released](const Received&) {
    released.wait();
    return Reply{500, "", ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kOffline, "no answer"));
  release.set_value();
}

TEST_CASE("a record that the county answers with an error steps behind, and the rest goes up") {
  for (const int status : {400, 500, 413, 422}) {
    CAPTURE(status);
    LinkRig rig;
    rig.options.batch.records = 8;
    std::vector<Uuid> filed;
    for (int i = 0; i < 21; ++i) filed.push_back(rig.store.Add());
    const std::vector<Uuid> bad = {filed[5], filed[6], filed[20]};
    std::atomic<bool> mended = false;
    rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
      const auto batch = DecodeBatch(AsBytes(request.body));
      if (!batch || mended) return std::nullopt;
      for (const BatchEntry& entry : batch->entries) {
        const Uuid id = DecodeRecordHeader(entry.header)->id;
        if (std::find(bad.begin(), bad.end(), id) != bad.end()) {
          return Reply{status, ErrorJson("storage", "disk"), ""};
        }
      }
      return std::nullopt;
    });
    const Digest photo = rig.store.AddAttachment(Bytes(1000, 7));
    rig.Open();
    REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.stored.size() >= 18; }));
    // Neither the feed nor a photo waits for them.
    REQUIRE(rig.county.WaitForRequests("/v1/changes", 1));
    REQUIRE(rig.store.WaitUntil([](const auto& state) { return !state.stored_files.empty(); }));
    CHECK(rig.county.Arrived(photo).size() == 1000);
    REQUIRE(rig.WaitFor(LinkCondition::kConnected, "steps behind"));
    const Uuid later = rig.store.Add();
    rig.link->Wake();
    REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.stored.size() >= 19; }));
    CHECK(rig.store.Now().stored.back() == later);
    mended = true;
    REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.stored.size() >= 22; }));
    CHECK(rig.county.Ledger().size() == 22);
  }
}
