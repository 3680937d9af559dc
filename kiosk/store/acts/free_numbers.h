// Which receipt number the next slip gets. Store thread; throws SQLite::Exception.
#pragma once

#include <deque>
#include <string>

#include "shared/record/receipt.h"
#include "store/rows/tables.h"

namespace studio {

class FreeNumbers {
 public:
  // A number that no receipt here has and that was not handed out lately. kUnavailable: all of
  // the terminal's numbers are used.
  Result<ReceiptNumber> Pick(Tables& tables, TerminalNumber terminal);

 private:
  bool IsFree(Tables& tables, const ReceiptNumber& number) const;
  ReceiptNumber Take(const ReceiptNumber& number);

  std::deque<std::string> handed_out_;  // newest last
};

}  // namespace studio
