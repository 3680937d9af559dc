#include "store/acts/free_numbers.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::uint32_t kNumbers = 100000;  // five digits
constexpr int kRandomPicks = 64;
constexpr std::size_t kRememberedSlips = 64;

}  // namespace

Result<ReceiptNumber> FreeNumbers::Pick(Tables& tables, TerminalNumber terminal) {
  for (int i = 0; i < kRandomPicks; ++i) {
    const ReceiptNumber number = ReceiptNumber::Random(terminal);
    if (IsFree(tables, number)) return Take(number);
  }
  // Nearly all are used: the next free one from a random place on.
  const std::uint32_t start = RandomBelow(kNumbers);
  for (std::uint32_t i = 0; i < kNumbers; ++i) {
    const ReceiptNumber number = ReceiptNumber::Make(terminal, (start + i) % kNumbers);
    if (IsFree(tables, number)) return Take(number);
  }
  return Fail(ErrorKind::kUnavailable, "every receipt number of this terminal is used");
}

bool FreeNumbers::IsFree(Tables& tables, const ReceiptNumber& number) const {
  return std::find(handed_out_.begin(), handed_out_.end(), number.digits()) == handed_out_.end() &&
         !tables.outbox.ByReceipt(number.digits()) &&
         !tables.registry.StatusOf(number.digits());  // of a database that was lost
}

ReceiptNumber FreeNumbers::Take(const ReceiptNumber& number) {
  handed_out_.push_back(number.digits());
  if (handed_out_.size() > kRememberedSlips) handed_out_.pop_front();
  return number;
}

}  // namespace studio
