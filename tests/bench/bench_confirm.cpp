// From confirming to durable, against a bare insert of the same bytes in the same run; and what
// the cryptography in it costs.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "bare_insert.h"
#include "figures.h"
#include "full_store.h"
#include "shared/sealing.h"
#include "waiting_store.h"

namespace {

using namespace studio;
using namespace studio::bench;
namespace fs = std::filesystem;

constexpr double kRatio = 1.3;

void MeasureConfirming(const fs::path& folder, int rows, int runs) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  const Identity identity = SomeIdentity();
  Fill(folder, identity, rows);
  BareInsert bare(folder / "bare.db", identity);
  WaitingStore store(folder, identity);
  Samples bare_ms, store_ms;
  // One after the other in turn, so that both meet the same disk. The first of each opens files.
  for (int i = -1; i < runs; ++i) {
    const RequestBody body = SomeRequest(
        ReceiptNumber::Make(kBenchTerminal, static_cast<std::uint32_t>(i + 1) % 100'000));
    const Stopwatch bare_watch;
    bare.Insert(body);
    const double bare_took = bare_watch.Ms();
    const Stopwatch store_watch;
    const auto filed = store.File(body);
    const double store_took = store_watch.Ms();
    if (!filed) throw std::runtime_error(filed.error().detail);
    if (i < 0) continue;
    bare_ms.Add(bare_took);
    store_ms.Add(store_took);
  }
  const double ratio = store_ms.Median() / bare_ms.Median();
  PrintRow("Store::File, " + std::to_string(rows) + " rows waiting", store_ms, "ms");
  PrintRow("bare insert, empty table", bare_ms, "ms");
  PrintValue("ratio of the medians", ratio, "x", HeldTo("1.3", ratio <= kRatio));
  PrintValue("ratio of the p99", store_ms.P99() / bare_ms.P99(), "x");
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
  CLI::App app{"Confirm to durable, and its cryptography"};
  std::vector<int> rows{0, 100'000};
  int more_rows = 0, runs = 200;
  fs::path disk = STUDIO_BINARY_DIR;
  app.add_option("--rows", more_rows, "measure with that many waiting rows too");
  app.add_option("--runs", runs, "of each")->check(CLI::Range(1, 90'000));
  app.add_option("--folder", disk, "a folder on the disk to measure")
      ->check(CLI::ExistingDirectory);
  CLI11_PARSE(app, argc, argv);
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
