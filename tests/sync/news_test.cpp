// The question that the county holds until it has news, and what comes in its place.
#include <doctest/doctest.h>
#include <zlib.h>

#include <atomic>
#include <thread>

#include "link_rig.h"
#include "shared/exchange/enrolment.h"
#include "shared/exchange/envelope.h"

using namespace studio;
using namespace studio::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

FeedPage Page(const std::string& from, const std::string& to) {
  FeedPage page;
  page.studio = 3;
  page.from = from;
  page.to = to;
  return page;
}

bool IsHeld(const Received& request) { return request.query.find("&wait=") != std::string::npos; }

std::size_t HeldQuestions(const ScriptedCounty& county) {
  const auto requests = county.Requests();
  return static_cast<std::size_t>(std::count_if(requests.begin(), requests.end(), IsHeld));
}

auto NewsStored(std::size_t count) {
  return [count](const FakeLinkStore::State& state) { return state.stored.size() >= count; };
}

auto CursorIs(const std::string& cursor) {
  return [cursor](const FakeLinkStore::State& state) { return state.position.cursor == cursor; };
}

auto NewsAcks(int count) {
  return [count](const FakeLinkStore::State& state) { return state.acks >= count; };
}

std::string Gzip(const std::string& plain) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8,
                       Z_DEFAULT_STRATEGY) == Z_OK);
  std::string zipped(deflateBound(&stream, plain.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(zipped.data());
  stream.avail_out = static_cast<uInt>(zipped.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  zipped.resize(stream.total_out);
  deflateEnd(&stream);
  return zipped;
}

Reply Broken() {
  Reply reply;
  reply.broken = true;
  return reply;
}

// A county that can hold: questions with a wait stay until Release() or the end of the test.
class HoldingRig : public LinkRig {
 public:
  HoldingRig() {
    options.poll = std::chrono::hours(1);
    options.long_poll.wait = seconds(25);
    options.long_poll.early = milliseconds(100);
    county.SetPages({Page("", "g1")});
    Hold();
  }
  ~HoldingRig() {
    Close();
    Release();
  }

  void Hold(std::function<Reply(const Received&)> after = {}) {
    county.SetScript([this, after](const Received& request) -> std::optional<Reply> {
      if (away) return Broken();
      if (!IsHeld(request)) return std::nullopt;
      std::unique_lock lock(mutex_);
      ++held_;
      changed_.notify_all();
      const int turn = released_;
      changed_.wait_for(lock, seconds(60), [&] { return released_ != turn; });
      if (away) return Broken();
      return after ? after(request) : county.Genuine(request);
    });
  }
  bool WaitUntilHeld(int count = 1) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, seconds(20), [&] { return held_ >= count; });
  }
  void Release() {
    const std::lock_guard lock(mutex_);
    ++released_;
    changed_.notify_all();
  }

  std::atomic<bool> away = false;  // every answer breaks off

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int held_ = 0, released_ = 0;
};

}  // namespace

TEST_CASE("while nothing happens the county holds a question, and news come without a poll") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  CHECK(rig.WaitFor(LinkCondition::kConnected));
  rig.county.SetPages({Page("g1", "g2")});
  rig.Release();
  CHECK(rig.store.WaitUntil(CursorIs("g2")));
  REQUIRE(rig.WaitUntilHeld(2));
  CHECK(rig.county.Requests().back().query.starts_with("?after=g2&wait=25"));
}

TEST_CASE("new work breaks the held question off and goes first") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  const Uuid id = rig.store.Add();
  rig.link->Wake();
  REQUIRE(rig.store.WaitUntil(NewsStored(1)));  // the question is still held over there
  CHECK(rig.county.Ledger() == std::vector{id});
  CHECK(rig.WaitUntilHeld(2));
}

TEST_CASE("a person's tap breaks the held question off") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  const int acks = rig.store.Now().acks;
  rig.link->TryNow();
  CHECK(rig.store.WaitUntil(NewsAcks(acks + 1)));
}

TEST_CASE("the link stops at once while the county holds its question") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  const auto before = std::chrono::steady_clock::now();
  rig.Close();
  CHECK(std::chrono::steady_clock::now() - before < seconds(5));
}

TEST_CASE("somebody's number is asked about beside the held question, which stays held") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  const auto word = rig.Ask(ReceiptNumber::Make(120, 1));
  REQUIRE(word);
  CHECK(*word);
  CHECK(HeldQuestions(rig.county) == 1);
  // It is still the one that brings the news.
  rig.county.SetPages({Page("g1", "g2")});
  rig.Release();
  CHECK(rig.store.WaitUntil(CursorIs("g2")));
}

TEST_CASE("held to its end without news, it is asked again at once; greetings go on") {
  LinkRig rig;
  rig.options.poll = milliseconds(400);
  rig.options.long_poll.wait = seconds(25);
  rig.options.long_poll.early = milliseconds(100);
  rig.county.SetPages({Page("", "g1")});
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (!IsHeld(request)) return std::nullopt;
    std::this_thread::sleep_for(milliseconds(150));  // as long as this county cares to
    return Reply{204, "", ""};
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(NewsAcks(4)));
  CHECK(HeldQuestions(rig.county) >= 6);
}

TEST_CASE("a county that answers at once is asked no more often than it would be polled") {
  LinkRig rig;
  rig.options.long_poll.wait = seconds(25);
  rig.county.SetPages({Page("", "g1")});
  rig.Open();
  REQUIRE(rig.store.WaitUntil(NewsAcks(6)));
  CHECK(HeldQuestions(rig.county) <= static_cast<std::size_t>(rig.store.Now().acks));
}

TEST_CASE("a line that cuts long waits is no fault: polled as before, and never shown offline") {
  LinkRig rig;
  rig.options.long_poll.wait = seconds(25);
  rig.county.SetPages({Page("", "g1")});
  std::atomic<int> cuts = 0;
  for (const int status : {0, 504, 400}) {
    CAPTURE(status);
    rig.county.SetScript([&cuts, status](const Received& request) -> std::optional<Reply> {
      if (!IsHeld(request)) return std::nullopt;
      ++cuts;
      return status == 0 ? Broken() : Reply{status, "<html>", ""};
    });
    rig.Open();
    const int acks = rig.store.Now().acks;
    REQUIRE(rig.store.WaitUntil(NewsAcks(acks + 6)));
    CHECK(cuts.exchange(0) == 1);
    for (const LinkState& state : rig.Told()) {
      CHECK(state.condition == LinkCondition::kConnected);
      CHECK(state.reason.empty());
    }
    rig.Close();
  }
}

TEST_CASE("a county that went away while it held is found to be away, and held again once back") {
  HoldingRig rig;
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  rig.away = true;
  rig.Release();
  REQUIRE(rig.WaitFor(LinkCondition::kOffline));
  rig.away = false;
  CHECK(rig.WaitFor(LinkCondition::kConnected));
  CHECK(rig.WaitUntilHeld(2));
}

TEST_CASE("news that is not the county's changes nothing and holds up no records") {
  HoldingRig rig;
  const SigningKey stranger = SigningKey::Generate();
  rig.Hold([&](const Received&) {
    const std::string json = ToJson(Page("g1", "g2"));
    return Reply{200, std::string(AsText(SealEnvelope(kFeedContext, json, stranger))), ""};
  });
  rig.Open();
  REQUIRE(rig.WaitUntilHeld());
  rig.Release();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "feed"));
  rig.store.Add();
  rig.link->Wake();
  CHECK(rig.store.WaitUntil(NewsStored(1)));
  CHECK(rig.store.Now().position.cursor == "g1");
}

TEST_CASE("a page comes zipped, and is believed by its signature as any other") {
  LinkRig rig;
  rig.county.SetPages({Page("", "g1")});
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.path != "/v1/changes") {
      CHECK(request.accept_encoding.empty());
      return std::nullopt;
    }
    CHECK(request.accept_encoding == "gzip");
    Reply reply = rig.county.Genuine(request);
    if (reply.body.empty()) return reply;
    reply.body = Gzip(reply.body);
    reply.content_encoding = "gzip";
    return reply;
  });
  rig.Open();
  CHECK(rig.store.WaitUntil(CursorIs("g1")));
}

TEST_CASE("a page that unzips to more than an envelope may be is no answer") {
  LinkRig rig;
  rig.options.backoff.first = rig.options.backoff.most = std::chrono::hours(1);
  const std::string bomb = Gzip(std::string(8 * kMaxEnvelopeBytes, 'x'));
  REQUIRE(bomb.size() < kMaxEnvelopeBytes / 50);
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.path != "/v1/changes") return std::nullopt;
    Reply reply{200, bomb, ""};
    reply.content_encoding = "gzip";
    return reply;
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "larger than allowed"));
  rig.store.Add();
  rig.link->Wake();
  CHECK(rig.store.WaitUntil(NewsStored(1)));
  CHECK(rig.store.Now().pages.empty());
}

TEST_CASE("Retry-After as a date keeps the link away as its seconds do") {
  LinkRig rig;
  rig.county.SetScript([](const Received&) {
    return Reply{503, "", "Sun, 06 Nov 2094 08:49:37 GMT"};
  });
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kOffline));
  const std::size_t before = rig.county.Requests().size();
  CHECK_FALSE(rig.county.CameWithin(milliseconds(500), before + 1));
  rig.county.SetScript({});
  rig.link->TryNow();
  CHECK(rig.WaitFor(LinkCondition::kConnected));
}

TEST_CASE("a terminal that was refused tries by itself when the hour is over") {
  LinkRig rig;
  rig.options.backoff.refused = milliseconds(100);
  std::atomic<int> refused = 0;
  rig.county.SetScript([&](const Received&) -> std::optional<Reply> {
    if (refused >= 3) return std::nullopt;
    ++refused;
    return Reply{403, ErrorJson("revoked", ""), ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kRefused, "revoked"));
  CHECK(rig.WaitFor(LinkCondition::kConnected));
}
