// Questions that the county holds until there is news, and pages that it zips.
#include <chrono>
#include <future>

#include "county/served_county.h"
#include "server/founding/publishing.h"
#include "shared/exchange/envelope.h"
#include "shared/feed/feed.h"

namespace county {
namespace {

using std::chrono::seconds;

constexpr const char* kNotice =
    R"({"changes":[{"kind":"notice","id":"n9","body":{"title":"新的公告"}}]})";
constexpr const char* kWrapOfStudio3 =
    R"({"changes":[{"kind":"key_wrap","id":"x","body":{"studio":3,"member":"m01","wrapped":""}}]})";

// As another process does: by a connection of its own.
void PublishBeside(TestCounty& county, const char* changes) {
  Ledger ledger = county.Open();
  REQUIRE(Publish(ledger, changes));
}

std::string Cursor(TestCounty& county) {
  const auto page =
      county.office().Changes({1, 1, {}, false}, std::to_string(county.Open().FeedVersion()));
  REQUIRE(page);
  REQUIRE(*page);
  const auto payload = studio::OpenEnvelope(studio::kFeedContext, **page,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  return studio::FeedPageFromJson(*payload).value().to;
}

struct Asked {
  int status = 0;
  std::string body;
  std::string encoding;
  std::chrono::steady_clock::duration took{};
};

Asked Ask(const Served& served, const TestTerminal& terminal, const std::string& query,
          const httplib::Headers& more = {}) {
  Client client(served);
  client.set_read_timeout(60);
  httplib::Headers headers = served.SignedBy(terminal, "GET", "/v1/changes", query, "");
  headers.insert(more.begin(), more.end());
  const auto before = std::chrono::steady_clock::now();
  const auto answer = client.Get("/v1/changes" + query, headers);
  const auto took = std::chrono::steady_clock::now() - before;
  if (!answer) return {};
  return {answer->status, answer->body, answer->get_header_value("Content-Encoding"), took};
}

std::future<Asked> AskBeside(const Served& served, const TestTerminal& terminal,
                             const std::string& query) {
  return std::async(std::launch::async,
                    [&served, &terminal, query] { return Ask(served, terminal, query); });
}

}  // namespace

TEST_CASE("a question is held until somebody publishes, in whatever process") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const std::string after = Cursor(county);
  auto held = AskBeside(served, terminal, "?after=" + after + "&wait=25");
  CHECK(held.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
  PublishBeside(county, kNotice);
  REQUIRE(held.wait_for(seconds(10)) == std::future_status::ready);
  const Asked asked = held.get();
  REQUIRE(asked.status == 200);
  const auto payload = studio::OpenEnvelope(studio::kFeedContext, studio::AsBytes(asked.body),
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  const auto page = studio::FeedPageFromJson(*payload).value();
  CHECK(page.from == after);
  REQUIRE(page.changes.size() == 1);
  CHECK(page.changes[0].id == "n9");
}

TEST_CASE("where there is no news the question is answered when its time is up") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const Asked asked = Ask(served, terminal, "?after=" + Cursor(county) + "&wait=1");
  CHECK(asked.status == 204);
  CHECK(asked.took >= std::chrono::milliseconds(900));
}

TEST_CASE("without a wait, or with one that is no number, nothing is held") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  for (const char* wait : {"", "&wait=", "&wait=0", "&wait=-5", "&wait=soon"}) {
    CAPTURE(wait);
    const Asked asked = Ask(served, terminal, "?after=" + Cursor(county) + wait);
    CHECK(asked.status == 204);
    CHECK(asked.took < seconds(10));
  }
}

TEST_CASE("what is for other studios is no news; what is for this one is") {
  TestCounty county;
  Served served(county);
  TestTerminal one(county, 1);
  TestTerminal three(county, 3);
  const std::string query = "?after=" + Cursor(county) + "&wait=25";
  auto of_one = AskBeside(served, one, query);
  auto of_three = AskBeside(served, three, query);
  CHECK(of_three.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
  PublishBeside(county, kWrapOfStudio3);
  REQUIRE(of_three.wait_for(seconds(10)) == std::future_status::ready);
  CHECK(of_three.get().status == 200);
  CHECK(of_one.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout);
  PublishBeside(county, kNotice);
  CHECK(of_one.get().status == 200);
}

TEST_CASE("a terminal has one question held: the next, or a batch, lets the first one go") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const std::string query = "?after=" + Cursor(county) + "&wait=25";
  auto first = AskBeside(served, terminal, query);
  CHECK(first.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
  auto second = AskBeside(served, terminal, query);
  REQUIRE(first.wait_for(seconds(10)) == std::future_status::ready);
  CHECK(first.get().status == 204);
  CHECK(second.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
  const std::string batch(studio::AsText(Encode(terminal.MakeBatch({}))));
  Client client(served);
  REQUIRE(client.Post("/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", batch),
                      batch, "application/vnd.member-studio.batch"));
  REQUIRE(second.wait_for(seconds(10)) == std::future_status::ready);
  CHECK(second.get().status == 204);
}

TEST_CASE("stopping does not wait for questions that are held") {
  TestCounty county;
  auto served = std::make_unique<Served>(county);
  TestTerminal terminal(county);
  auto held = AskBeside(*served, terminal, "?after=" + Cursor(county) + "&wait=25");
  CHECK(held.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
  const auto before = std::chrono::steady_clock::now();
  served->Stop();
  held.wait();
  CHECK(std::chrono::steady_clock::now() - before < seconds(10));
  served.reset();
}

TEST_CASE("a page goes zipped to whom takes that, and is the same signed page inside") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const Asked plain = Ask(served, terminal, "?after=", {{"Accept-Encoding", "identity"}});
  REQUIRE(plain.status == 200);
  CHECK(plain.encoding.empty());
  const Asked zipped = Ask(served, terminal, "?after=", {{"Accept-Encoding", "gzip"}});
  REQUIRE(zipped.status == 200);
  CHECK(zipped.encoding == "gzip");
  CHECK(zipped.body.size() == plain.body.size());  // the client unzips
  CHECK(studio::OpenEnvelope(studio::kFeedContext, studio::AsBytes(zipped.body),
                             std::vector{county.keys().signing.Public()}));
  const std::string before = Cursor(county);
  PublishBeside(county, kNotice);
  const Asked small = Ask(served, terminal, "?after=" + before, {{"Accept-Encoding", "gzip"}});
  REQUIRE(small.status == 200);
  CHECK(small.encoding.empty());
}

}  // namespace county
