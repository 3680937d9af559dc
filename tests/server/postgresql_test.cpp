// What a ledger on PostgreSQL has that is its own: how it gets there, and what happens when
// PostgreSQL is away, read-only, newer or another county's.
#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <random>
#include <set>
#include <thread>

#include "county/served_county.h"
#include "county/test_county.h"
#include "county/test_terminal.h"
#include "server/founding/founding.h"
#include "server/ledger/ledger_copy.h"
#include "server/ledger/ledger_place.h"
#include "server/ledger/ledger_schema.h"
#include "server/ledger/postgresql_database.h"
#include "server/ledger/sqlite_database.h"

namespace county {

using studio::OwnPostgresql;

namespace {

auto OnPostgresqlAlone() { return doctest::skip(!studio::LedgersOnPostgresql()); }

FoundingPlan PlainCountyAt(const std::string& url) {
  return {"", std::filesystem::path(STUDIO_SOURCE_DIR) / "assets", url};
}
constexpr std::int64_t kFoundedMs = 1'795'000'000'000;

std::string SchemaOf(const TestCounty& county) {
  return PostgresqlPlace::Parse(*LedgerUrl(county.folder())).schema;
}

LedgerDigest DigestNow(const DataFolder& folder) { return DigestOf(*OpenDatabase(folder)); }

template <class Work>
std::string SaidBy(const Work& work) {
  try {
    work();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an address names the schema and leaves the rest to libpq") {
  const auto named = [](const char* url) { return PostgresqlPlace::Parse(url); };
  CHECK(named("postgresql://a@h/d").schema == "county");
  CHECK(named("postgresql://a@h/d?schema=tieli").url == "postgresql://a@h/d");
  CHECK(named("postgresql://a@h/d?schema=tieli&sslmode=require").url ==
        "postgresql://a@h/d?sslmode=require");
  const auto last = named("postgresql://a@h/d?sslmode=require&schema=t_1");
  CHECK(last.url == "postgresql://a@h/d?sslmode=require");
  CHECK(last.schema == "t_1");
  for (const char* wrong : {"ledger.db", "http://a/b", "postgresql://a/d?schema=",
                            "postgresql://a/d?schema=a;drop", "postgresql://a/d?schema=Tieli"}) {
    CHECK_THROWS(named(wrong));
  }
}

TEST_CASE("every table and column of the schema goes along when a ledger moves") {
  TestFolder place;
  SqliteDatabase database(place.path() / "ledger.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  MakeTables(database);
  std::set<std::string> kept, copied;
  const auto tables = database.Run(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", {});
  while (tables->Next()) {
    SQLite::Database file((place.path() / "ledger.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement columns(file,
                              "SELECT name FROM pragma_table_info('" + tables->Text(0) + "')");
    while (columns.executeStep()) {
      kept.insert(tables->Text(0) + "." + columns.getColumn(0).getString());
    }
  }
  for (const LedgerTable& table : LedgerTables()) {
    for (const auto& column : table.columns) copied.insert(table.name + "." + column.name);
  }
  copied.insert("pieces.id");  // the engine's own
  CHECK(kept == copied);
}

TEST_CASE("a ledger moves to the folder and back with every stream, and terminals go on" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal one(county), two(county);
  const auto first = one.Place(one.MakeRequest("一"));
  one.Send({first});
  two.Send({two.Place(two.MakeRequest("二"))});
  const Uuid id = county.Open().Id();
  const std::string url = *LedgerUrl(county.folder());
  CHECK_FALSE(MoveLedger(county.folder(), kLedgerFile, county.now_ms()));  // it is in use
  county.Close();
  const LedgerDigest there = DigestNow(county.folder());
  REQUIRE(there.streams.size() == 2);

  const auto to_file = MoveLedger(county.folder(), kLedgerFile, county.now_ms());
  REQUIRE_MESSAGE(to_file, (to_file ? "" : to_file.error().detail));
  CHECK(to_file->streams == 2);
  CHECK_FALSE(LedgerUrl(county.folder()));
  CHECK(DigestNow(county.folder()) == there);
  CHECK_FALSE(MoveLedger(county.folder(), kLedgerFile, county.now_ms()));
  county.Reopen();
  CHECK(one.Send({first}).answers[0].status == studio::RecordStatus::kDuplicate);
  CHECK(one.Send({one.Place(one.MakeRequest("三"))}).answers[0].serial == 3);
  county.Close();

  const LedgerDigest here = DigestNow(county.folder());
  county.Advance(1000);
  const auto back = MoveLedger(county.folder(), url, county.now_ms());
  REQUIRE_MESSAGE(back, (back ? "" : back.error().detail));
  CHECK(DigestNow(county.folder()) == here);
  CHECK(std::filesystem::exists(back->kept));
  CHECK_FALSE(std::filesystem::exists(county.folder().ledger()));
  county.Reopen();
  CHECK(county.Open().Id() == id);
  CHECK(two.Send({two.Place(two.MakeRequest("四"))}).answers[0].serial == 4);
  CHECK(county.StreamListing(one.opening().stream)["complete"] == true);
}

TEST_CASE("a county is founded on PostgreSQL, once in a schema; what was interrupted goes on" *
          OnPostgresqlAlone()) {
  TestFolder place;
  const DataFolder folder(place.path() / "a"), other(place.path() / "b");
  const FoundingPlan plan = PlainCountyAt(OwnPostgresql::Shared().Url("founded"));
  REQUIRE(Found(folder, plan, kFoundedMs));
  CHECK_FALSE(std::filesystem::exists(folder.ledger()));
  const Uuid id = Ledger(folder).Id();
  REQUIRE(Found(folder, plan, kFoundedMs));
  REQUIRE(StudiosOf(folder).size() == 1);

  const auto second = Found(other, plan, kFoundedMs);
  REQUIRE_FALSE(second);
  CHECK(second.error().detail == "another county's ledger is in that schema");
  CHECK_FALSE(other.Founded());

  std::filesystem::remove(folder.ledger_url());
  CHECK_FALSE(folder.Founded());
  REQUIRE(Found(folder, plan, kFoundedMs + 1));
  CHECK(Ledger(folder).Id() == id);
  const auto elsewhere =
      Found(folder, PlainCountyAt(OwnPostgresql::Shared().Url("other")), kFoundedMs);
  REQUIRE_FALSE(elsewhere);
  CHECK(elsewhere.error().kind == studio::ErrorKind::kConflict);
}

TEST_CASE("while PostgreSQL is away a terminal is told to come again, and then it is as before" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  Served served(county);
  Client client(served);
  const auto ask = [&] {
    const auto headers = served.SignedBy(terminal, "GET", "/v1/changes", "?after=", "");
    return client.Get("/v1/changes?after=", headers);
  };
  CHECK(ask()->status == 200);
  OwnPostgresql::Shared().Stop();
  for (int i = 0; i < 2; ++i) CheckRefused(ask(), 503, "unavailable");
  CHECK(SaidBy([&] {
          county.Open();
        }).starts_with("the ledger's PostgreSQL cannot be reached: connection to server"));
  const auto checked = CheckLedger(county.folder());
  REQUIRE_FALSE(checked);
  CHECK(checked.error().kind == studio::ErrorKind::kUnavailable);
  OwnPostgresql::Shared().Start();
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (ask()->status != 200 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  CHECK(ask()->status == 200);
  CHECK(terminal.Send({terminal.Place(terminal.MakeRequest("一"))}).answers[0].serial == 1);
}

TEST_CASE("a line that broke unnoticed is made anew, and what was under way is not half kept" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  const auto cut = [&] {
    OwnPostgresql::Shared().Ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'county-stub'");
  };
  cut();
  CHECK(terminal.Send({terminal.Place(terminal.MakeRequest("一"))}).answers[0].serial == 1);
  Ledger ledger = county.Open();
  CHECK_THROWS_AS(ledger.Atomically([&] {
    ledger.SetDeedsEnded(7);
    cut();
    ledger.SetDeedsFollowed(8);
  }),
                  LedgerAway);
  CHECK(ledger.DeedsEnded() != 7);
  ledger.Atomically([&] { ledger.SetDeedsEnded(7); });
  CHECK(ledger.DeedsEnded() == 7);
}

TEST_CASE("a PostgreSQL that turned read-only takes nothing and gives what it has" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  const auto turn = [](const char* on) {
    OwnPostgresql::Shared().Ask(std::string("ALTER SYSTEM SET default_transaction_read_only TO ") +
                                on);
    OwnPostgresql::Shared().Ask("SELECT pg_reload_conf()");
  };
  turn("on");
  // What it has under way hears of it a little later.
  auto entry = terminal.Place(terminal.MakeRequest("一"));
  std::string said = SaidBy([&] { terminal.Send({entry}); });
  for (int i = 0; said.empty() && i < 1000; ++i) {
    entry = terminal.Place(terminal.MakeRequest("一"));
    said = SaidBy([&] { terminal.Send({entry}); });
  }
  turn("off");
  CHECK_MESSAGE(said.starts_with("the ledger's PostgreSQL "), said);
  CHECK_MESSAGE(said.find("read-only") != std::string::npos, said);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!SaidBy([&] { county.Open(); }).empty() && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(terminal.Send({entry}).answers[0].status == studio::RecordStatus::kStored);
}

TEST_CASE("a ledger of a newer program, and a schema without one, are refused in a sentence" *
          OnPostgresqlAlone()) {
  TestCounty county;
  county.Close();
  const std::string version = SchemaOf(county) + ".ledger_schema";
  OwnPostgresql::Shared().Ask("UPDATE " + version + " SET version = 99");
  CHECK(SaidBy([&] { county.Open(); }) ==
        "a county ledger of version 99; this program knows up to " +
            std::to_string(kSchemaVersion));
  OwnPostgresql::Shared().Ask("DROP SCHEMA " + SchemaOf(county) + " CASCADE");
  CHECK(SaidBy([&] { county.Open(); }) == "not a county ledger");
}

TEST_CASE("two servers on one ledger: each record once, serials without a gap, news for all" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal one(county), two(county);
  Office second(county.Open(), KeysIn(county.folder()), [&] { return county.now_ms(); });
  constexpr int kEach = 20;
  const auto send = [](Office& office, TestTerminal& terminal, int count) {
    for (int i = 0; i < count; ++i) {
      const auto batch = Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest("一"))}));
      for (int twice = 0; twice < 2; ++twice) {
        if (!office.TakeBatch(terminal.AsKnown(), batch)) std::abort();
      }
    }
  };
  std::thread other([&] { send(second, two, kEach); });
  send(county.office(), one, kEach);
  other.join();
  std::set<int> serials;
  for (const auto& line : county.LedgerListing()) serials.insert(line["serial"].get<int>());
  CHECK(serials.size() == 2 * kEach);
  CHECK(*serials.rbegin() == 2 * kEach);
  const auto before = second.FeedVersion();
  Ledger ledger = county.Open();
  ledger.Atomically([&] { ledger.PutEntity("notice", "n1", R"({"title":"新"})", 0); });
  CHECK(second.FeedVersion() == before + 1);
}

TEST_CASE("who holds a question hears of news at once, also once PostgreSQL was begun anew" *
          OnPostgresqlAlone()) {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  Ledger beside = county.Open();
  std::chrono::milliseconds waited{0};
  const auto hear = [&] {
    const std::string query = "?after=" + std::to_string(beside.FeedVersion()) + "&wait=25";
    auto heard = std::async(std::launch::async, [&] {
      Client client(served);
      client.set_read_timeout(60);
      return client.Get("/v1/changes" + query,
                        served.SignedBy(terminal, "GET", "/v1/changes", query, ""));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const auto from = std::chrono::steady_clock::now();
    beside.Atomically([&] { beside.PutEntity("notice", "n1", R"({"title":"新"})", 0); });
    const auto answer = heard.get();
    REQUIRE(answer);
    CHECK(answer->status == 200);
    waited += std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - from);
  };
  for (int i = 0; i < 3; ++i) hear();
  OwnPostgresql::Shared().Stop();
  OwnPostgresql::Shared().Start();
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  for (int i = 0; i < 3; ++i) hear();
  MESSAGE(waited.count(), " ms for six news");
  CHECK(waited < std::chrono::seconds(3));  // looking every five seconds takes fifteen
}

TEST_CASE("a full disk and connections that are all taken are told in a sentence, and pass" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  const auto entry = terminal.Place(terminal.MakeRequest("一"));
  const auto ask = [](const std::string& sql) { OwnPostgresql::Shared().Ask(sql); };
  const std::string schema = SchemaOf(county);
  ask("CREATE FUNCTION " + schema +
      ".full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
      " 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;"
      " CREATE TRIGGER full_disk AFTER INSERT ON " +
      schema + ".records EXECUTE FUNCTION " + schema + ".full()");
  CHECK_THROWS_AS(terminal.Send({entry}), LedgerAway);
  CHECK(SaidBy([&] { terminal.Send({entry}); }) ==
        "the ledger's PostgreSQL: ERROR:  could not extend file: No space left on device");
  ask("DROP TRIGGER full_disk ON " + schema + ".records");
  CHECK(terminal.Send({entry}).answers[0].serial == 1);

  const auto place = PostgresqlPlace::Parse(*LedgerUrl(county.folder()));
  ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
      " WHERE application_name = 'county-stub'");
  std::vector<PostgresqlLine> all;
  const std::string refused = SaidBy([&] {
    while (all.size() < 100) all.push_back(ConnectTo(place));
  });
  CHECK_MESSAGE(refused.find("too many clients") != std::string::npos, refused);
  CHECK_THROWS_AS(terminal.Send({entry}), LedgerAway);
  all.clear();
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(terminal.Send({entry}).answers[0].status == studio::RecordStatus::kDuplicate);
}

TEST_CASE("PostgreSQL is killed while a terminal files: each request is kept once" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  const char* told = std::getenv("STUDIO_KILLS");
  const int kills = told != nullptr ? std::atoi(told) : 6;
  std::atomic<bool> over = false;
  std::set<std::string> acked;
  std::thread filing([&] {
    while (!over) {
      const TestRecord record = terminal.MakeRequest("一");
      const Bytes batch = Encode(terminal.MakeBatch({terminal.Place(record)}));
      for (bool kept = false; !kept;) {
        try {
          kept = county.office().TakeBatch(terminal.AsKnown(), batch).has_value();
        } catch (const LedgerAway&) {
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
      }
      acked.insert(record.header.id.ToString());
    }
  });
  std::mt19937 chance(7);
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200 + chance() % 1000));
    OwnPostgresql::Shared().Stop();
    OwnPostgresql::Shared().Start();
  }
  over = true;
  filing.join();
  std::set<std::string> kept;
  const auto listing = county.LedgerListing();
  for (const auto& line : listing) kept.insert(line["id"].get<std::string>());
  MESSAGE(acked.size(), " requests, ", kills, " kills");
  CHECK(kept == acked);
  CHECK(listing.size() == acked.size());
}

TEST_CASE("what PostgreSQL cannot keep as text is kept as it can, and moves" *
          OnPostgresqlAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  Ledger ledger = county.Open();
  ledger.KeepHeartbeat(terminal.number(), std::string_view("a\0b\xFF", 4), county.now_ms());
  CHECK(ledger.HeartbeatOf(terminal.number()) == "a\uFFFDb\uFFFD");
  CHECK_FALSE(ledger.EntityBody("notice", std::string_view("\xC0\xAF\0", 3)));
}

}  // namespace county
