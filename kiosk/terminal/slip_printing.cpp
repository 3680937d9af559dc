#include "terminal/slip_printing.h"

#include <spdlog/spdlog.h>

#include "media/receipt_printer.h"
#include "ui/kit/receipt_picture.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"

namespace studio {

Result<std::unique_ptr<SlipPrinting>> SlipPrinting::Open(const std::string& target,
                                                         Executor& worker, MainQueue& queue) {
  auto printer = ReceiptPrinter::Open(target);
  if (!printer) return tl::unexpected(printer.error());
  return std::unique_ptr<SlipPrinting>(new SlipPrinting(std::move(*printer), worker, queue));
}

SlipPrinting::SlipPrinting(std::shared_ptr<ReceiptPrinter> printer, Executor& worker,
                           MainQueue& queue)
    : printer_(std::move(printer)), worker_(worker), queue_(queue) {}

SlipPrinting::~SlipPrinting() = default;

void SlipPrinting::Print(const SlipToPrint& slip, std::function<void(Result<bool>)> done) {
  const LocalTime made = LocalTime::At(slip.made_at_ms);
  SlipWords words;
  words.title = slip.studio_name;
  words.subtitle = say::kReceipt;
  words.number_label = say::kNumber;
  words.number = slip.number.Grouped();
  words.code_label = say::kCode;
  words.code = slip.code.Grouped();
  words.qr = SlipText(slip.number, slip.code);
  words.date = made.Date() + " " + made.HourMin();
  words.hints = {say::Fill(say::kSlipNext, {{"county", slip.county_name}}),
                 say::SlipRights(slip.county_name, slip.county_phone),
                 say::Fill(say::kSlipLost, {{"county", slip.county_name}})};
  if (!slip.who_reads.empty()) words.hints.push_back(slip.who_reads + "。");
  worker_.Post([printer = printer_, queue = &queue_, words = std::move(words),
                done = std::move(done)]() mutable {
    const auto picture = DrawSlip(words);
    Result<bool> printed = picture ? printer->Print(*picture) : tl::unexpected(picture.error());
    if (!printed) spdlog::warn("receipt printer: {}", printed.error().detail);
    queue->Post([done = std::move(done), printed = std::move(printed)] { done(printed); });
  });
}

}  // namespace studio
