#include "shared/record/receipt.h"

#include <doctest/doctest.h>

#include <set>

using namespace studio;

TEST_CASE("a receipt number is terminal, five digits and a check digit") {
  const auto number = ReceiptNumber::Make(37, 48'215);
  CHECK(number.digits() == "037482152");
  CHECK(number.Grouped() == "037 48215 2");
  CHECK(number.terminal() == 37);
  CHECK(ReceiptNumber::Make(1, 0).digits().starts_with("00100000"));
  CHECK(ReceiptNumber::Make(4'294'967'295, 1).terminal() == 4'294'967'295);
}

TEST_CASE("every number that is made reads back") {
  for (TerminalNumber terminal : {1U, 37U, 999U, 1'000U, 123'456U, 4'294'967'295U}) {
    for (int i = 0; i < 200; ++i) {
      const auto number = ReceiptNumber::Random(terminal);
      CHECK(ReceiptNumber::Parse(number.digits()) == number);
      CHECK(ReceiptNumber::Parse(number.Grouped()) == number);
      CHECK(number.terminal() == terminal);
    }
  }
}

TEST_CASE("every single wrong digit is noticed") {
  for (std::uint32_t five = 0; five < 100'000; five += 997) {
    const std::string digits = ReceiptNumber::Make(37, five).digits();
    for (std::size_t at = 0; at < digits.size(); ++at) {
      for (char wrong = '0'; wrong <= '9'; ++wrong) {
        if (wrong == digits[at]) continue;
        std::string typed = digits;
        typed[at] = wrong;
        CHECK_FALSE(ReceiptNumber::Parse(typed));
      }
    }
  }
}

TEST_CASE("nearly every swapped pair is noticed") {
  int swapped = 0;
  int missed = 0;
  for (std::uint32_t five = 0; five < 100'000; five += 97) {
    const std::string digits = ReceiptNumber::Make(37, five).digits();
    for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
      if (digits[at] == digits[at + 1]) continue;
      std::string typed = digits;
      std::swap(typed[at], typed[at + 1]);
      ++swapped;
      if (ReceiptNumber::Parse(typed)) ++missed;
    }
  }
  CHECK(missed * 50 < swapped);
}

TEST_CASE("how people write a number down is forgiven") {
  for (const char* typed : {"037 48215 2", "037-48215-2", " 0374 8215 2 ", "０３７４８２１５２",
                            "０３７　４８２１５　２", "037－48215－2", "037—48215—2"}) {
    const auto number = ReceiptNumber::Parse(typed);
    REQUIRE_MESSAGE(number, typed);
    CHECK(number->digits() == "037482152");
  }
}

TEST_CASE("what is no receipt number is none") {
  for (const char* typed :
       {"", "2", "37482152", "0374821520", "00374821528", "o37482152", "037482152a",
        "０３７４８２１５\xef\xbc", "\xef", "三七四八二一五二二", "99999999999999999999999"}) {
    CHECK_FALSE_MESSAGE(ReceiptNumber::Parse(typed), typed);
  }
}

TEST_CASE("a terminal beyond three digits has one spelling, without leading zeros") {
  // Every last digit tried, so that one of them is the right check digit.
  for (char check = '0'; check <= '9'; ++check) {
    CHECK_FALSE(ReceiptNumber::Parse(std::string("003748215") + check));
  }
}

TEST_CASE("lookup codes are eight digits, random, and read back") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const LookupCode code = LookupCode::Random();
    CHECK(code.digits().size() == 8);
    CHECK(code.Grouped().size() == 9);
    CHECK(LookupCode::Parse(code.Grouped())->digits() == code.digits());
    seen.insert(code.digits());
  }
  CHECK(seen.size() > 95);
  CHECK(LookupCode::Parse("５９０６ 1473")->digits() == "59061473");
  for (const char* typed : {"", "5906147", "590614733", "5906147x"}) {
    CHECK_FALSE(LookupCode::Parse(typed));
  }
}

TEST_CASE("number and code together, and only together, make the reading key") {
  const auto number = ReceiptNumber::Make(37, 48'215);
  const auto code = *LookupCode::Parse("59061473");
  const auto key = DeriveReadingKey(number, code);
  REQUIRE(key);
  CHECK(DeriveReadingKey(number, code)->Public() == key->Public());
  const auto other_number = ReceiptNumber::Make(37, 48'216);
  CHECK(DeriveReadingKey(other_number, code)->Public() != key->Public());
  CHECK(DeriveReadingKey(number, *LookupCode::Parse("59061474"))->Public() != key->Public());
  CHECK(SlipText(number, code) == "MSR:037482152.59061473");
}

TEST_CASE("a slip's QR is read as it was written, and nothing else is taken for one") {
  const auto slip = ParseSlip("MSR:037482152.59061473");
  REQUIRE(slip);
  CHECK(slip->number.digits() == "037482152");
  CHECK(slip->code.digits() == "59061473");
  CHECK(ParseSlip(SlipText(ReceiptNumber::Make(12345, 7), *LookupCode::Parse("00000001"))));
  for (const char* other :
       {"", "MSR:", "MSR:.", "037482152.59061473", "msr:037482152.59061473",
        "MSR:037482150.59061473", "MSR:037482152.5906147", "MSR:037482152.590614733",
        "MSR:037482152-59061473", "MSR:037482152.59061473 ", " MSR:037482152.59061473",
        "MSR:037 48215 2.59061473", "MSR:037482152.5906 1473", "MSR:0037482152.59061473",
        "MSR:037482152.59061473.", "MSR:037482152..59061473", "MSR:０37482152.59061473",
        "MS1:037482152.59061473", "https://example.org/?MSR:037482152.59061473"}) {
    CAPTURE(other);
    CHECK_FALSE(ParseSlip(other));
  }
}
