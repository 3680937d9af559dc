// Terminals at the same time, beside the commands that work on a served ledger.
#include <thread>
#include <vector>

#include "county/test_county.h"
#include "county/test_terminal.h"
#include "server/founding/publishing.h"

namespace county {

TEST_CASE("terminals that send at once, beside a backup and a publication, lose nothing") {
  constexpr int kTerminals = 6;
  constexpr int kBatches = 5;
  constexpr int kRecords = 4;
  TestCounty county;
  std::vector<TestTerminal> terminals;
  for (int i = 0; i < kTerminals; ++i) terminals.emplace_back(county);

  std::vector<std::thread> threads;
  for (TestTerminal& terminal : terminals) {
    threads.emplace_back([&terminal] {
      for (int batch = 0; batch < kBatches; ++batch) {
        std::vector<studio::BatchEntry> entries;
        for (int i = 0; i < kRecords; ++i) {
          entries.push_back(terminal.Place(terminal.MakeRequest("路灯坏了")));
        }
        for (const auto& answer : terminal.Send(entries).answers) {
          CHECK(answer.status == studio::RecordStatus::kStored);
        }
      }
    });
  }
  threads.emplace_back([&county] {
    for (int i = 0; i < 5; ++i) {
      Ledger ledger = county.Open();
      CHECK(ledger.BackUp(county.folder().root() / "backup.db"));
      CHECK(Publish(ledger, R"({"changes":[{"kind":"notice","id":"a","body":{}}]})"));
    }
  });
  for (std::thread& thread : threads) thread.join();

  CHECK(county.LedgerListing().size() == kTerminals * kBatches * kRecords);
  for (const auto& stream : county.StreamListing()) {
    CHECK(stream["complete"] == true);
    CHECK(stream["clone"] == false);
  }
  CHECK(county.Open().BackUp(county.folder().root() / "backup.db").value() ==
        kTerminals * kBatches * kRecords);
}

}  // namespace county
