// The real screens over the demo county with nothing underneath, each frame timed. Driven by
// scripts, so that a benchmark reaches a page the way a person does.
#pragma once

#include <memory>
#include <string>

#include "../../app/fakes/fake_case_store.h"
#include "../../app/fakes/fake_desk_store.h"
#include "../../app/fakes/fake_duty_store.h"
#include "../../app/fakes/fake_ledger_store.h"
#include "../../app/fakes/fake_outbox_store.h"
#include "../../app/fakes/fake_sheet_store.h"
#include "../../app/fakes/fake_year_store.h"
#include "app/base/main_queue.h"
#include "app/saying/ways_of_saying.h"
#include "app/station/receipt_printing.h"
#include "input/ink/zinnia_recogniser.h"
#include "input/words/keyboard_engine.h"
#include "memory_store.h"
#include "platform/serial_thread.h"
#include "ui/host/script.h"
#include "ui/shell/shell.h"

namespace studio::bench {

class DemoTerminal : public ScriptTarget {
 public:
  DemoTerminal(int width, int height);

  // Throws std::runtime_error where a line fails.
  void Run(const std::string& script);
  // One whole frame, in milliseconds.
  double DrawFrame(bool touched = false);
  MainQueue& queue() { return queue_; }
  void SetCamera(Camera* camera) { ways_.camera = camera; }
  // Grounds for check-ins, with the day's shifts and nobody there yet; badges are good that are
  // signed with that key.
  const CheckInGrounds& OpenGrounds(const VerifyKey& county);
  // The slowest frame since this was last asked.
  double TakeSlowest() { return std::exchange(slowest_ms_, 0); }

  void Tap(float x, float y) override;
  void Drag(const std::vector<ScriptPoint>& points) override;
  void Type(std::string_view text) override;
  void Press(Key key) override;
  void Pump(int wait_ms) override;
  void Advance(double seconds) override;
  void WaitUntil(std::int64_t monotonic_ms) override;
  Result<bool> Shot(const std::string& name) override;
  void Print(std::string_view text) override;
  const ScreenText& Screen() const override { return host_->Screen(); }

 private:
  class StillClock : public Clock {
   public:
    Moment Now() const override { return now; }
    Moment now;
  };
  class NoPrinter : public ReceiptPrinting {
   public:
    bool Available() const override { return false; }
    void Print(const SlipToPrint&, std::function<void(Result<bool>)>) override {}
    void PrintSheet(const SheetToPrint&, std::function<void(Result<bool>)>) override {}
  };
  void Feed(const InputEvent& event);

  StillClock clock_;
  std::unique_ptr<UiHost> host_;
  MainQueue queue_;
  KioskState state_;
  MemoryStore store_;
  FakeDutyStore duty_;
  FakeOutboxStore outbox_;
  FakeCaseStore cases_;
  FakeTopicStore topics_;
  FakeWishStore wishes_;
  FakeDeskStore desk_;
  FakeLedgerStore ledger_;
  FakeYearStore year_;
  FakeSheetStore sheets_;
  FakePictures pictures_;
  NoPrinter printer_;
  SerialThread worker_{"worker"};
  std::unique_ptr<KeyboardEngine> phrases_;
  std::unique_ptr<ZinniaRecogniser> ink_;
  WaysOfSaying ways_;
  std::unique_ptr<Shell> shell_;
  double slowest_ms_ = 0;
};

}  // namespace studio::bench
