// The receipt on paper: drawn as a picture like everything else, written by the worker.
#pragma once

#include <memory>
#include <string>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/station/receipt_printing.h"

namespace studio {

class ReceiptPrinter;
struct SlipWords;

class SlipPrinting : public ReceiptPrinting {
 public:
  // target: none, file:PATH, device:PATH. kInvalid for anything else.
  static Result<std::unique_ptr<SlipPrinting>> Open(const std::string& target, Executor& worker,
                                                    MainQueue& queue);
  ~SlipPrinting() override;
  bool Available() const override { return printer_ != nullptr; }
  void Print(const SlipToPrint& slip, std::function<void(Result<bool>)> done) override;
  void PrintSheet(const SheetToPrint& sheet, std::function<void(Result<bool>)> done) override;

 private:
  void Print(SlipWords words, std::function<void(Result<bool>)> done);
  SlipPrinting(std::shared_ptr<ReceiptPrinter> printer, Executor& worker, MainQueue& queue);

  std::shared_ptr<ReceiptPrinter> printer_;  // null: none; also held by a slip being written
  Executor& worker_;
  MainQueue& queue_;
};

}  // namespace studio
