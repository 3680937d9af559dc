// A record that no county can take, among many that it can.
#include <doctest/doctest.h>

#include "whole_terminal.h"

using namespace studio;

namespace {

constexpr int kRecords = 1000;

// One that nobody at the county can open.
std::string FileForNobody(WholeTerminal& terminal) {
  const BoxPublicKey county = terminal.sealing_key();
  terminal.Stop();
  terminal.sealing_key() = BoxKeyPair::Generate().Public();
  terminal.Start();
  const std::string receipt = terminal.File("打不开的");
  terminal.Stop();
  terminal.sealing_key() = county;
  terminal.Start();
  return receipt;
}

std::multiset<std::string> Receipts(const WholeCounty& county) {
  std::multiset<std::string> receipts;
  for (const auto& record : county.Ledger()) {
    receipts.insert(record["receipt"].get<std::string>());
  }
  return receipts;
}

}  // namespace

TEST_CASE("a poisoned record in the middle of a thousand holds up none") {
  WholeCounty county;
  WholeClock clock(county.county.now_ms());
  WholeTerminal terminal(county, clock);
  county.GoOff();
  terminal.Start();
  std::string poisoned;
  for (int i = 1; i <= kRecords; ++i) {
    if (i == kRecords / 2) {
      poisoned = FileForNobody(terminal);
    } else {
      terminal.File("第" + std::to_string(i) + "件");
    }
  }
  REQUIRE(terminal.receipts().size() == kRecords);
  county.GoOn();
  terminal.WaitUntilSent();

  std::multiset<std::string> expected(terminal.receipts().begin(), terminal.receipts().end());
  CHECK(expected.erase(poisoned) == 1);
  CHECK(Receipts(county) == expected);
  CHECK(terminal.outbox().set_aside == 1);
  county.CheckStreams();

  // Asked again it gets the same answer, and new work goes on beside it.
  CHECK(terminal.TryAllAgain() == 1);
  expected.insert(terminal.File("后来的"));
  terminal.WaitUntilSent();
  CHECK(Receipts(county) == expected);
  CHECK(terminal.outbox().set_aside == 1);
  county.CheckStreams();
}
