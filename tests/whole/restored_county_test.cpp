// The county's disk breaks, and what it has is yesterday's backup.
#include <doctest/doctest.h>

#include "whole_terminal.h"

using namespace studio;

namespace {

constexpr std::size_t kPhoto = 100'000;

void CheckWhole(const WholeCounty& county, const std::vector<WholeTerminal*>& terminals) {
  std::multiset<std::string> expected, kept;
  for (const WholeTerminal* terminal : terminals) {
    expected.insert(terminal->receipts().begin(), terminal->receipts().end());
  }
  for (const auto& record : county.Ledger()) {
    if (!record["body"].is_object()) continue;
    kept.insert(record["body"]["receipt"].get<std::string>());
    for (const auto& file : record["attachments"]) CHECK(file["arrived"] == true);
  }
  CHECK(kept == expected);
  county.CheckStreams();
}

}  // namespace

TEST_CASE(
    "a county restored from yesterday's backup is whole after each terminal's next exchange") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms());
  WholeTerminal one(county, clock), other(county, clock);
  const std::vector<WholeTerminal*> both = {&one, &other};
  const auto backup = county.county.folder().root() / "backup.db";
  for (WholeTerminal* terminal : both) {
    terminal->Start();
    terminal->File("前天", kPhoto);
    terminal->WaitUntilSent();
  }
  REQUIRE(county.county.Open().BackUp(backup));
  for (WholeTerminal* terminal : both) {
    terminal->File("昨天备份以后", kPhoto);
    terminal->File("昨天备份以后又一件");
    terminal->WaitUntilSent();
  }
  CheckWhole(county, both);

  county.GoOff();
  county.county.Close();
  REQUIRE(::county::RestoreLedger(backup, county.county.folder(), county.county.now_ms()));
  county.county.Reopen();
  CHECK(county.Ledger().size() == 2);
  one.File("县里坏了的时候");
  county.GoOn();
  const std::size_t all = one.receipts().size() + other.receipts().size();
  for (WholeTerminal* terminal : both) terminal->TryNow();
  for (WholeTerminal* terminal : both) {
    terminal->WaitUntil([&] { return county.Ledger().size() == all; });
    terminal->WaitUntilSent();
  }
  CheckWhole(county, both);
}
