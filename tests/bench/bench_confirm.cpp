// From confirming to durable, against a bare insert of the same bytes in the same run; and what
// the cryptography in it costs.
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <vector>

#include "bare_insert.h"
#include "bench_line.h"
#include "figures.h"
#include "full_store.h"
#include "queue_waiter.h"
#include "shared/record/sealing.h"
#include "waiting_store.h"

namespace {

using namespace studio;
using namespace studio::bench;
namespace fs = std::filesystem;

constexpr double kRatio = 1.3;

// Calls `insert` on a thread of its own and waits for its answer, as a screen waits for the
// store's.
class HandedOver {
 public:
  void Run(const std::function<void()>& insert) {
    bool done = false;
    thread_.Post([&] {
      insert();
      waiter_.queue().Post([&done] { done = true; });
    });
    waiter_.RunUntil([&] { return done; });
  }

 private:
  QueueWaiter waiter_;
  SerialThread thread_{"bare"};
};

void MeasureConfirming(const fs::path& folder, int rows, int runs) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  const Identity identity = SomeIdentity();
  Fill(folder, identity, rows);
  BareInsert bare(folder / "bare.db", identity);
  BareInsert handed(folder / "handed.db", identity);
  HandedOver thread;
  WaitingStore store(folder, identity);
  struct Way {
    std::function<void(const RequestBody&)> keep;
    Samples samples;
  };
  std::array<Way, 3> ways;
  ways[0].keep = [&](const RequestBody& body) {
    if (const auto filed = store.File(body); !filed) throw std::runtime_error(filed.error().detail);
  };
  ways[1].keep = [&](const RequestBody& body) { bare.Insert(body); };
  ways[2].keep = [&](const RequestBody& body) { thread.Run([&] { handed.Insert(body); }); };
  // In turn, each beginning as often as the others, so that all meet the same disk. The first of
  // each opens files and does not count.
  for (int i = 0; i <= runs; ++i) {
    const RequestBody body =
        SomeRequest(ReceiptNumber::Make(kBenchTerminal, static_cast<std::uint32_t>(i)));
    for (std::size_t turn = 0; turn < ways.size(); ++turn) {
      Way& way = ways[(static_cast<std::size_t>(i) + turn) % ways.size()];
      const Stopwatch watch;
      way.keep(body);
      if (i > 0) way.samples.Add(watch.Ms());
    }
  }
  const double ratio = ways[0].samples.Median() / ways[1].samples.Median();
  const double handed_ratio = ways[0].samples.Median() / ways[2].samples.Median();
  PrintRow("Store::File, " + std::to_string(rows) + " rows waiting", ways[0].samples, "ms");
  PrintRow("bare insert by the same thread", ways[1].samples, "ms");
  PrintRow("bare insert handed to another thread", ways[2].samples, "ms");
  PrintValue("Store::File / bare insert, medians", ratio, "x", HeldTo("1.3", ratio <= kRatio));
  PrintValue("Store::File / handed over, medians", handed_ratio, "x");
}

template <class Call>
void MeasureCall(const char* name, int runs, Call call) {
  Samples samples;
  for (int i = 0; i < runs; ++i) {
    const Stopwatch watch;
    call();
    samples.Add(watch.Ms());
  }
  PrintRow(name, samples, "ms");
}

void MeasureCryptography(const fs::path& folder, int runs) {
  const auto number = ReceiptNumber::Random(kBenchTerminal);
  const auto code = LookupCode::Random();
  MeasureCall("reading key from slip (Argon2id)", 20,
              [&] { (void)DeriveReadingKey(number, code); });
  fs::remove_all(folder);
  fs::create_directories(folder);
  {
    WaitingStore store(folder, SomeIdentity());
    MeasureCall("a whole slip, as the flow asks for it", 20, [&] { (void)store.PrepareSlip(); });
  }
  const std::string body = ToJson(SomeRequest(number));
  const std::array readers{BoxKeyPair::Generate().Public(), BoxKeyPair::Generate().Public()};
  const SealBinding binding{Uuid::Random(), RecordKind::kRequest, kBenchTerminal};
  MeasureCall("seal to the county", runs,
              [&] { (void)Seal(binding, AsBytes(body), std::span(readers).first(1)); });
  MeasureCall("seal to county and studio", runs,
              [&] { (void)Seal(binding, AsBytes(body), readers); });
  const SigningKey key = SigningKey::Generate();
  MeasureCall("sign a place", runs, [&] { (void)SignPlace(key, Digest{}, Place{}); });
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Confirm to durable, and its cryptography"};
  std::vector<int> rows{0, 100'000};
  int more_rows = 0, runs = 200;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--rows", more_rows, "measure with that many waiting rows too", 0, 10'000'000);
  line.Number("--runs", runs, "of each", 1, 90'000);
  line.Folder(disk);
  line.Read(argc, argv);
  if (more_rows > 0) rows.push_back(more_rows);
  const fs::path folder = disk / "studio-bench-confirm";
  try {
    PrintHeading("confirm to durable");
    for (const int count : rows) MeasureConfirming(folder, count, runs);
    PrintHeading("cryptography");
    MeasureCryptography(folder, runs);
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_confirm: %s\n", error.what());
    return 1;
  }
  return 0;
}
