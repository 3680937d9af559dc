#include <filesystem>
#include <set>

#include "county/test_county.h"
#include "county/test_terminal.h"
#include "server/founding/publishing.h"
#include "shared/exchange/envelope.h"
#include "shared/feed/entities.h"

namespace county {
namespace {

using studio::FeedPage;

Terminal FeedReader(StudioId studio) { return {1, studio, {}, false}; }

std::optional<FeedPage> PageAfter(TestCounty& county, const std::string& cursor,
                                  StudioId studio = 1) {
  const auto envelope = county.office().Changes(FeedReader(studio), cursor);
  REQUIRE(envelope);
  if (!*envelope) return std::nullopt;
  const auto payload = studio::OpenEnvelope(studio::kFeedContext, **envelope,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  return studio::FeedPageFromJson(*payload).value();
}

struct Copy {
  std::map<std::pair<std::string, std::string>, std::string> entities;
  std::string cursor;
  int pages = 0;
};

Copy ReadAll(TestCounty& county, StudioId studio, std::string cursor = {}) {
  Copy copy;
  copy.cursor = std::move(cursor);
  while (const auto page = PageAfter(county, copy.cursor, studio)) {
    CHECK(page->studio == studio);
    CHECK(page->from == copy.cursor);
    CHECK(page->changes.size() <= studio::kMaxPageChanges);
    for (const auto& change : page->changes) {
      copy.entities[{change.kind, change.id}] = change.deleted ? "deleted" : change.body;
    }
    copy.cursor = page->to;
    ++copy.pages;
    if (!page->more) break;
  }
  return copy;
}

void MustPublish(TestCounty& county, const std::string& changes) {
  Ledger ledger = county.Open();
  const auto published = Publish(ledger, changes);
  REQUIRE_MESSAGE(published, (published ? "" : published.error().detail));
}

}  // namespace

TEST_CASE("a page is cut where its bodies are many bytes, and nothing is lost or told twice") {
  TestCounty county;
  const std::string cursor = ReadAll(county, 1).cursor;
  Ledger ledger = county.Open();
  const std::string body = R"({"jpeg":")" + std::string(500'000, 'A') + R"("})";
  for (int i = 0; i < 9; ++i) ledger.PutEntity("picture", "p" + std::to_string(i), body, 0);
  ledger.PutEntity("picture", "alone", std::string(kMaxPageBytes + 1, 'A'), 0);
  ledger.PutEntity("picture", "after", body, 0);
  const auto first = ledger.ChangesAfter(std::stoull(cursor), 1, studio::kMaxPageChanges);
  CHECK(first.changes.size() == 4);
  CHECK(first.more);
  CHECK(first.to == first.changes.back().version);
  std::set<std::string> told;
  std::uint64_t at = std::stoull(cursor);
  std::vector<std::size_t> sizes;
  for (bool more = true; more;) {
    const auto slice = ledger.ChangesAfter(at, 1, studio::kMaxPageChanges);
    for (const auto& change : slice.changes) CHECK(told.insert(change.id).second);
    sizes.push_back(slice.changes.size());
    more = slice.more;
    at = slice.to;
  }
  CHECK(told.size() == 11);
  CHECK(sizes == std::vector<std::size_t>{4, 4, 1, 1, 1});
}

TEST_CASE("a terminal reads the county from the beginning, then only what is newer") {
  TestCounty county;
  const Copy copy = ReadAll(county, 1);
  CHECK(copy.entities.contains({"county", "county"}));
  CHECK(copy.entities.contains({"studio", "4"}));
  CHECK(copy.entities.contains({"safety", "safety"}));
  CHECK_FALSE(PageAfter(county, copy.cursor));

  MustPublish(county, R"({"changes":[
    {"kind":"notice","id":"n9","body":{"title":"新的公告"}},
    {"kind":"notice","id":"n1","deleted":true}]})");
  const auto page = PageAfter(county, copy.cursor);
  REQUIRE(page);
  REQUIRE(page->changes.size() == 2);
  CHECK(page->changes[0].id == "n9");
  CHECK_FALSE(page->changes[0].deleted);
  CHECK(page->changes[1].id == "n1");
  CHECK(page->changes[1].deleted);
  const auto notice = ReadAll(county, 1).entities;
  CHECK((!notice.contains({"notice", "n1"}) || notice.at({"notice", "n1"}) == "deleted"));
}

TEST_CASE("a ledger of before, whose bodies stand among its keys, tells the same feed" *
          OnSqliteAlone()) {
  TestCounty county;
  const Copy before = ReadAll(county, 1);
  county.Close();
  MakeEarlier(
      county, 8,
      "CREATE TABLE old (kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL UNIQUE,"
      " audience INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,"
      " PRIMARY KEY (kind, id)) WITHOUT ROWID;"
      "INSERT INTO old SELECT kind, id, version, audience, deleted, body FROM entities;"
      "DROP TABLE entities; ALTER TABLE old RENAME TO entities;"
      "DROP TABLE guesses; DROP TABLE sure_lines; DROP TABLE replies; DROP TABLE alike; DROP TABLE "
      "proposals; DROP TABLE proposal_words");
  county.Reopen();
  const Copy after = ReadAll(county, 1);
  CHECK(before.entities == after.entities);
  CHECK(before.cursor == after.cursor);
  CHECK_FALSE(PageAfter(county, before.cursor));
}

TEST_CASE("more than a page comes in pages that hang together") {
  TestCounty county;
  nlohmann::json changes = nlohmann::json::array();
  for (int i = 0; i < 1100; ++i) {
    changes.push_back({{"kind", "village"}, {"id", std::to_string(i)}, {"body", {{"name", "村"}}}});
  }
  MustPublish(county, nlohmann::json{{"changes", changes}}.dump());
  const Copy copy = ReadAll(county, 1);
  CHECK(copy.pages >= 3);
  CHECK(copy.entities.contains({"village", "0"}));
  CHECK(copy.entities.contains({"village", "1099"}));
}

constexpr const char* kWrapOfThree =
    R"({"changes":[{"kind":"key_wrap","id":"x","body":{"studio":3,"member":"m01","wrapped":""}}]})";
constexpr const char* kWrapOfTwo =
    R"({"changes":[{"kind":"key_wrap","id":"x","body":{"studio":2,"member":"m01","wrapped":""}}]})";

TEST_CASE("every studio's duty goes to all: a month's rotation counts it wherever it was done") {
  TestCounty county;
  std::set<StudioId> studios;
  for (const auto& [name, body] : ReadAll(county, 2).entities) {
    if (name.first == "shift") studios.insert(studio::ShiftFromJson(body, name.second)->studio);
  }
  CHECK(studios == std::set<StudioId>{1, 2, 3, 4});
}

TEST_CASE("a studio's key goes to that studio alone, and the cursor passes over the others'") {
  TestCounty county;
  const Copy copy = ReadAll(county, 2);
  MustPublish(county, kWrapOfThree);
  CHECK(ReadAll(county, 3).entities.contains({"key_wrap", "x"}));
  CHECK_FALSE(ReadAll(county, 2).entities.contains({"key_wrap", "x"}));
  const auto page = PageAfter(county, copy.cursor, 2);
  REQUIRE(page);
  CHECK(page->changes.empty());
  CHECK_FALSE(PageAfter(county, page->to, 2));
}

TEST_CASE("what moves to another studio is told to the one that loses it") {
  TestCounty county;
  MustPublish(county, kWrapOfTwo);
  const Copy copy = ReadAll(county, 2);
  MustPublish(county, kWrapOfThree);
  const auto page = PageAfter(county, copy.cursor, 2);
  REQUIRE(page);
  REQUIRE(page->changes.size() == 1);
  CHECK(studio::KeyWrapFromJson(page->changes[0].body)->studio == 3);
}

TEST_CASE("a cursor this feed never gave out begins from the beginning") {
  TestCounty county;
  for (const char* cursor : {"99999999", "abc", "-1", "1x"}) {
    CAPTURE(cursor);
    const auto page = PageAfter(county, cursor);
    REQUIRE(page);
    CHECK(page->from.empty());
    CHECK_FALSE(page->changes.empty());
  }
}

TEST_CASE("after a restore no cursor of before looks current, whatever was published since") {
  TestCounty county;
  const auto first = PageAfter(county, "");
  REQUIRE(county.Open().BackUp(county.folder().root() / "backup.db"));
  MustPublish(county, R"({"changes":[{"kind":"notice","id":"lost","body":{}}]})");
  const std::string cursor = ReadAll(county, 1).cursor;
  for (int i = 0; i < 2; ++i) {
    county.Close();
    county.AdvanceHours(1);
    REQUIRE(RestoreLedger(county.folder().root() / "backup.db", county.folder(), county.now_ms()));
    county.Reopen();
    MustPublish(county, R"({"changes":[{"kind":"notice","id":"new","body":{}}]})");
    const auto page = PageAfter(county, cursor);
    REQUIRE(page);
    CHECK(page->from.empty());
    CHECK(page->generation != first->generation);
    const Copy copy = ReadAll(county, 1);
    CHECK(copy.entities.contains({"notice", "new"}));
    CHECK_FALSE(copy.entities.contains({"notice", "lost"}));
    CHECK_FALSE(PageAfter(county, copy.cursor));
  }
}

TEST_CASE("a ledger put back by hand is noticed by a cursor that it gave out later, and once" *
          OnSqliteAlone()) {
  TestCounty county;
  const auto backup = county.folder().root() / "yesterday.db";
  REQUIRE(county.Open().BackUp(backup));
  const auto first = PageAfter(county, "");
  REQUIRE(first);
  MustPublish(county, R"({"changes":[{"kind":"notice","id":"n9","body":{"title":"新的公告"}}]})");
  const std::string given = ReadAll(county, 1).cursor;
  county.Close();
  for (const char* suffix : {"-wal", "-shm"}) {
    std::filesystem::remove(county.folder().ledger().string() + suffix);
  }
  std::filesystem::copy_file(backup, county.folder().ledger(),
                             std::filesystem::copy_options::overwrite_existing);
  county.Reopen();
  const Uuid ledger = county.Open().Id();
  const auto page = PageAfter(county, given);
  REQUIRE(page);
  CHECK(page->from.empty());
  CHECK(page->generation != first->generation);
  CHECK(county.Open().Id() != ledger);
  // Neither by the same cursor again nor by one of the new numbers.
  for (const std::string& cursor : {given, std::string("1")}) {
    const auto again = PageAfter(county, cursor);
    REQUIRE(again);
    CHECK(again->from.empty());
    CHECK(again->generation == page->generation);
  }
}

TEST_CASE("a cursor beyond the head that this county never gave out changes nothing here") {
  TestCounty county;
  const auto first = PageAfter(county, "");
  REQUIRE(first);
  const Uuid ledger = county.Open().Id();
  const std::string head = ReadAll(county, 1).cursor;
  const std::string proof = head.substr(head.find('.'));
  const std::string beyond = std::to_string(county.Open().FeedVersion() + 3);
  for (const std::string& cursor :
       {beyond, beyond + ".", beyond + proof, beyond + ".AAAAAAAAAAAAAAAAAAAAAA",
        std::string("18446744073709551615"), "18446744073709551615" + proof}) {
    CAPTURE(cursor);
    const auto page = PageAfter(county, cursor);
    REQUIRE(page);
    CHECK(page->from.empty());
    CHECK(page->generation == first->generation);
    CHECK(county.Open().Id() == ledger);
  }
  CHECK_FALSE(PageAfter(county, head));
}

TEST_CASE("a cursor from before cursors were proven goes on, and is told how it is written now") {
  TestCounty county;
  const std::string head = ReadAll(county, 1).cursor;
  const std::string before = head.substr(0, head.find('.'));
  const auto page = PageAfter(county, before);
  REQUIRE(page);
  CHECK(page->from == before);
  CHECK(page->to == head);
  CHECK(page->changes.empty());
}

TEST_CASE("what a terminal could not read is not published, nor anything beside it") {
  TestCounty county;
  Ledger ledger = county.Open();
  const std::uint64_t version = ledger.FeedVersion();
  for (const char* changes :
       {"", "[]", R"({"changes":{}})", R"({"changes":[{"kind":"notice","id":"a"}]})",
        R"({"changes":[{"kind":"notice","body":{}}]})",
        R"({"changes":[{"kind":"notice","id":"a","body":{}},
                          {"kind":"village","id":"b","body":{"order":"first"}}]})",
        R"({"changes":[{"kind":"status","id":"3700012","body":{"step":"answered"}}]})",
        R"({"changes":[{"kind":"superseded","id":"r","body":{"at_ms":"soon"}}]})",
        R"({"changes":[{"kind":"notice","id":"a","body":{},"deleted":true}]})"}) {
    CAPTURE(changes);
    CHECK_FALSE(Publish(ledger, changes));
  }
  CHECK(ledger.FeedVersion() == version);
}

}  // namespace county
