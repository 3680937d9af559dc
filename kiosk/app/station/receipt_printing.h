// What is put on paper, where there is a printer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/receipt.h"

namespace studio {

struct SlipToPrint {
  std::string studio_name;
  std::string county_name;
  std::string county_phone;  // empty: none is known
  ReceiptNumber number;
  std::optional<LookupCode> code;  // none: the number is printed again for who lost the slip
  std::int64_t made_at_ms = 0;     // wall time
  std::string who_reads{};         // a sentence without a full stop; empty: nothing is said
};

// Lines to take home.
struct SheetToPrint {
  std::string title, subtitle;
  std::int64_t made_at_ms = 0;  // by the county
  std::vector<std::string> lines;
};

class ReceiptPrinting {
 public:
  virtual ~ReceiptPrinting() = default;
  virtual bool Available() const = 0;
  // Returns at once; `done` runs on the main thread.
  virtual void Print(const SlipToPrint& slip, std::function<void(Result<bool>)> done) = 0;
  virtual void PrintSheet(const SheetToPrint& sheet, std::function<void(Result<bool>)> done) = 0;
};

}  // namespace studio
