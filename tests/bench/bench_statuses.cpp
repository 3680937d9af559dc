// Very many statuses: how long the feed takes from zero, by itself and over TLS from a county, and
// what it takes to look one up by its slip among them. Deriving the slip's key is left out: it
// takes the same whatever is there, and is the worker's.
#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include "bench_county.h"
#include "bench_line.h"
#include "figures.h"
#include "full_store.h"
#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "queue_waiter.h"
#include "store/base/connection.h"
#include "store/calls/store.h"
#include "sync/link/county_link.h"

namespace {

using namespace studio;
using namespace studio::bench;
namespace fs = std::filesystem;

constexpr double kCatchUpMs = 10'000;
constexpr double kFrameMs = 1000.0 / 60;
const std::string kLastTitle = "the last of all";

// A thread that knows how long its jobs took.
class TimedThread : public Executor {
 public:
  void Post(std::function<void()> job) override {
    thread_.Post([this, job = std::move(job)] {
      const Stopwatch watch;
      job();
      spent_ms_.fetch_add(watch.Ms());
    });
  }
  // Since the last call, of jobs that are over; somebody waited for their answer.
  double TakeMs() { return spent_ms_.exchange(0); }

 private:
  std::atomic<double> spent_ms_ = 0;
  SerialThread thread_{"store"};
};

class Terminal {
 public:
  Terminal(const fs::path& folder, const Identity& identity) {
    fs::create_directories(folder);
    StoreParts parts;
    parts.folder = folder;
    parts.identity = identity;
    parts.clock = &clock;
    parts.boot = BootId();
    parts.store_thread = &store_thread;
    parts.worker = &worker_;
    parts.main_queue = &main.queue();
    parts.listeners.on_station = [this](std::shared_ptr<const Station> told) {
      station = std::move(told);
    };
    store = Store::Open(std::move(parts));
    main.RunUntil([this] { return station != nullptr; });
  }
  bool HasAll() const {
    return !station->notices.empty() && station->notices[0].title == kLastTitle;
  }

  SystemClock clock;
  QueueWaiter main;
  TimedThread store_thread;
  std::shared_ptr<const Station> station;
  std::unique_ptr<Store> store;

 private:
  SerialThread worker_{"worker"};
};

// Sealed to `slip`, of an ordinary length.
std::string StatusBody(const Slip& slip) {
  const std::string reply =
      "您反映的路灯问题已由供电所现场查看，更换灯头两处，线路一处，"
      "当晚恢复照明。如仍有问题请再来反映。";
  CaseAnswer answer;
  answer.category = "道路桥梁";
  answer.unit = "示例供电所";
  answer.reply = reply;
  answer.round = 1;
  answer.course = {{CaseStep::kReceived, 1'795'000'000'000},
                   {CaseStep::kReferred, 1'795'000'500'000, "示例供电所"},
                   {CaseStep::kAnswered, 1'795'001'000'000, "示例供电所", reply}};
  CaseStatus status;
  status.step = CaseStep::kAnswered;
  status.at_ms = 1'795'001'000'000;
  auto sealed = SealAnswer(slip.number, answer, slip.reading_key);
  if (!sealed) throw std::runtime_error(sealed.error().detail);
  status.sealed = std::move(*sealed);
  return ToJson(status);
}

// A status for each number; those in `slips` are sealed to them, the others to one key that nobody
// has. At the end something that a page shows.
std::vector<FeedChange> MakeChanges(int statuses, const std::vector<Slip>& slips) {
  std::vector<FeedChange> changes;
  const BoxPublicKey nobody = BoxKeyPair::Generate().Public();
  for (int i = 0; i < statuses; ++i) {
    const auto nth = static_cast<std::size_t>(i);
    const Slip slip = nth < slips.size()
                          ? slips[nth]
                          : Slip{ReceiptNumber::Make(kBenchTerminal + 1 + nth / 100'000,
                                                     static_cast<std::uint32_t>(nth % 100'000)),
                                 LookupCode::Random(), nobody};
    changes.push_back({"status", slip.number.digits(), nth + 1, false, StatusBody(slip)});
  }
  changes.push_back({"notice", "last", static_cast<std::uint64_t>(statuses) + 1, false,
                     R"({"title":")" + kLastTitle + R"(","text":"","date":"2099-01-01"})"});
  return changes;
}

std::vector<Slip> MakeSlips(int count) {
  std::vector<Slip> slips;
  for (int i = 0; i < count; ++i) {
    const auto number = ReceiptNumber::Make(kBenchTerminal, static_cast<std::uint32_t>(i));
    const auto code = LookupCode::Random();
    const auto key = DeriveReadingKey(number, code);
    if (!key) throw std::runtime_error(key.error().detail);
    slips.push_back({number, code, key->Public()});
  }
  return slips;
}

// From the first page to the moment the main thread hears of the last.
double PagesMs(Terminal& terminal, const std::vector<FeedChange>& changes) {
  FeedPage page;
  page.studio = SomeIdentity().county.studio;
  page.generation = Uuid::Random();
  page.county_time_ms = 1'795'000'000'000;
  std::string trouble;
  const Stopwatch watch;
  for (std::size_t at = 0; at < changes.size(); at += kMaxPageChanges) {
    const std::size_t end = std::min(at + kMaxPageChanges, changes.size());
    page.from = at == 0 ? "" : std::to_string(at);
    page.to = std::to_string(end);
    page.more = end < changes.size();
    page.changes.assign(changes.begin() + static_cast<std::ptrdiff_t>(at),
                        changes.begin() + static_cast<std::ptrdiff_t>(end));
    bool applied = false;
    terminal.store->link().ApplyPage(page, [&](const Result<FeedPosition>& position) {
      if (!position) trouble = position.error().detail;
      terminal.main.queue().Post([&applied] { applied = true; });
    });
    terminal.main.RunUntil([&] { return applied; });
    if (!trouble.empty()) throw std::runtime_error("a page was not applied: " + trouble);
  }
  terminal.main.RunUntil([&] { return terminal.HasAll(); });
  return watch.Ms();
}

void PutIntoCounty(const BenchCounty& county, StudioId studio,
                   const std::vector<FeedChange>& changes) {
  Connection connection(county.folder() / "ledger.db");
  Change change(connection);
  for (const FeedChange& one : changes) {
    Query(connection,
          "INSERT INTO entities (kind, id, version, audience, body) VALUES (?, ?, "
          "(SELECT value FROM meta WHERE name = 'feed_version') + ?, ?, ?)")
        .Add(one.kind)
        .Add(one.id)
        .Add(static_cast<std::int64_t>(one.version))
        .Add(std::int64_t{studio})
        .Add(one.body)
        .Run();
  }
  Query(connection, "UPDATE meta SET value = value + ? WHERE name = 'feed_version'")
      .Add(static_cast<std::int64_t>(changes.back().version))
      .Run();
  change.Commit();
}

// From the link's start to the moment the main thread hears of the last.
double LinkMs(const fs::path& folder, const std::vector<FeedChange>& changes, double& longest_ms) {
  BenchCounty county(folder / "county");
  county.Serve();
  const Identity identity = county.Enrol(folder / "terminal");
  county.Stop();
  PutIntoCounty(county, identity.county.studio, changes);
  county.Serve();
  Terminal terminal(folder / "terminal", identity);
  CountyLinkParts parts;
  parts.identity = identity;
  parts.identity.server_url = county.url();
  parts.ca_file = county.ca_file();
  parts.store = &terminal.store->link();
  parts.clock = &terminal.clock;
  parts.main_queue = &terminal.main.queue();
  std::string trouble;
  parts.on_link = [&](const LinkState& state) { trouble = state.reason; };
  (void)terminal.main.TakeLongestTurnMs();
  const Stopwatch watch;
  auto link = CountyLink::Start(std::move(parts));
  if (!link) throw std::runtime_error(link.error().detail);
  terminal.main.RunUntil([&] { return terminal.HasAll() || !trouble.empty(); });
  const double ms = watch.Ms();
  longest_ms = terminal.main.TakeLongestTurnMs();
  link->reset();
  if (!trouble.empty()) throw std::runtime_error("the link is in trouble: " + trouble);
  return ms;
}

void MeasureLookups(Terminal& terminal, const std::vector<Slip>& slips) {
  Samples store, main, unknown;
  const auto look = [&](const ReceiptNumber& number, const LookupCode& code,
                        TrackReply::Outcome expected, Samples& samples) {
    std::optional<Result<TrackReply>> reply;
    (void)terminal.store_thread.TakeMs();
    (void)terminal.main.TakeLongestTurnMs();
    terminal.store->flows().cases.Track(number, code,
                                        [&](Result<TrackReply> told) { reply = std::move(told); });
    terminal.main.RunUntil([&] { return reply.has_value(); });
    if (!*reply || (*reply)->outcome != expected) throw std::runtime_error("the lookup failed");
    // The job that answered is counted when it is over.
    bool over = false;
    terminal.store_thread.Post([&] { terminal.main.queue().Post([&over] { over = true; }); });
    terminal.main.RunUntil([&] { return over; });
    samples.Add(terminal.store_thread.TakeMs());
    main.Add(terminal.main.TakeLongestTurnMs());
  };
  for (const Slip& slip : slips) look(slip.number, slip.code, TrackReply::Outcome::kFound, store);
  for (std::uint32_t i = 0; i < 100; ++i) {
    look(ReceiptNumber::Make(999, i), LookupCode::Random(), TrackReply::Outcome::kNotHere, unknown);
  }
  PrintRow("lookup by slip: the store's part", store, "ms",
           HeldTo("16.7", store.P99() <= kFrameMs));
  PrintRow("lookup of a number not known here", unknown, "ms");
  PrintRow("lookup: longest turn of the main thread", main, "ms",
           HeldTo("16.7", main.Max() <= kFrameMs));
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Very many statuses: the feed from zero, and one looked up among them"};
  int statuses = 50'000, lookups = 30;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--statuses", statuses, "in the feed", 1'000, 1'000'000);
  line.Number("--lookups", lookups, "by slip", 1, 1'000);
  line.Folder(disk);
  line.Read(argc, argv);
  const fs::path folder = disk / "studio-bench-statuses";
  spdlog::set_level(spdlog::level::warn);
  try {
    PrintHeading(std::to_string(statuses) + " statuses");
    const auto slips = MakeSlips(lookups);
    const auto changes = MakeChanges(statuses, slips);
    PrintValue("a status in the feed", static_cast<double>(changes[0].body.size()), "bytes");
    fs::remove_all(folder);
    {
      Terminal terminal(folder / "pages", SomeIdentity());
      (void)terminal.main.TakeLongestTurnMs();
      const double ms = PagesMs(terminal, changes);
      PrintValue("the feed from zero, pages at hand", ms / 1000, "s",
                 HeldTo("10", ms <= kCatchUpMs));
      PrintValue("longest turn of the main thread", terminal.main.TakeLongestTurnMs(), "ms");
      MeasureLookups(terminal, slips);
    }
    double longest_ms = 0;
    const double ms = LinkMs(folder / "link", changes, longest_ms);
    PrintValue("the feed from zero, over TLS", ms / 1000, "s", HeldTo("10", ms <= kCatchUpMs));
    PrintValue("longest turn of the main thread", longest_ms, "ms");
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_statuses: %s\n", error.what());
    return 1;
  }
  return 0;
}
