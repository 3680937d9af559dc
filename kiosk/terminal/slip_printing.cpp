#include "terminal/slip_printing.h"

#include <spdlog/spdlog.h>

#include "media/receipt_printer.h"
#include "ui/kit/receipt_picture.h"
#include "ui/words/paper_slip.h"

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
  Print(say::OnPaper(slip), std::move(done));
}

void SlipPrinting::PrintSheet(const SheetToPrint& sheet, std::function<void(Result<bool>)> done) {
  Print(say::OnPaper(sheet), std::move(done));
}

void SlipPrinting::Print(SlipWords words, std::function<void(Result<bool>)> done) {
  worker_.Post([printer = printer_, queue = &queue_, words = std::move(words),
                done = std::move(done)]() mutable {
    const auto picture = DrawSlip(words);
    Result<bool> printed = picture ? printer->Print(*picture) : tl::unexpected(picture.error());
    if (!printed) spdlog::warn("receipt printer: {}", printed.error().detail);
    queue->Post([done = std::move(done), printed = std::move(printed)] { done(printed); });
  });
}

}  // namespace studio
