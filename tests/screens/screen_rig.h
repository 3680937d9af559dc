// The real pages on a plain surface, with a village from the demo county, a store that answers at
// once and a clock that the test moves. Driven by the same scripts as the terminal.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "../app/fakes/fake_case_store.h"
#include "../app/fakes/fake_county_files.h"
#include "../app/fakes/fake_desk_store.h"
#include "../app/fakes/fake_duty_store.h"
#include "../app/fakes/fake_ledger_store.h"
#include "../app/fakes/fake_outbox_store.h"
#include "../app/fakes/fake_request_store.h"
#include "../app/fakes/fake_roster_files.h"
#include "../app/fakes/fake_sentence_recordings.h"
#include "../app/fakes/fake_sheet_store.h"
#include "../app/fakes/fake_year_files.h"
#include "../app/fakes/fake_year_store.h"
#include "../ui/fake_ways.h"
#include "demo_station.h"
#include "ui/host/script.h"
#include "ui/shell/shell.h"

namespace studio {

// A printer that says what it is told to.
class FakePrinting : public ReceiptPrinting {
 public:
  bool Available() const override { return available; }
  void Print(const SlipToPrint& slip, std::function<void(Result<bool>)> done) override {
    slips.push_back(slip);
    if (works) {
      done(true);
    } else {
      done(Fail(ErrorKind::kUnavailable, "test"));
    }
  }
  void PrintSheet(const SheetToPrint& sheet, std::function<void(Result<bool>)> done) override {
    sheets.push_back(sheet);
    if (works) {
      done(true);
    } else {
      done(Fail(ErrorKind::kUnavailable, "test"));
    }
  }
  bool available = false, works = true;
  std::vector<SlipToPrint> slips;
  std::vector<SheetToPrint> sheets;
};

// One way of showing the pages.
struct Showing {
  int width = 1080, height = 1920;
  ThemeChoice theme;
  bool Wide() const { return width > height; }
  std::string Name() const;
};

class ScreenRig : public ScriptTarget {
 public:
  explicit ScreenRig(Showing showing);
  // As new, on the same surface: a new visit, a new store, the demo station.
  void Restart();

  // Runs a script from where the screen is; a failure is the test's, with what was on the screen.
  void Run(std::string_view script);
  // From home with the showing's theme: its modes are tapped first.
  void RunFromHome(std::string_view script);
  // What the store answers for everything it was asked; before that the page waits.
  void AnswerAll();
  void Advance(double seconds) override;
  void WaitUntil(std::int64_t monotonic_ms) override;

  void Tap(float x, float y) override;
  void Drag(const std::vector<ScriptPoint>& points) override;
  void Type(std::string_view text) override;
  void Press(Key key) override;
  void Rest() override;
  void Pump(int wait_ms) override;
  Result<bool> Shot(const std::string& name) override;
  void Print(std::string_view) override {}
  const ScreenText& Screen() const override { return host_->Screen(); }

  const Theme& CurrentTheme() const { return theme_; }
  ReceiptStatus Filed() const;
  // What the stores were asked to put on record, each kind with how often.
  std::map<std::string_view, std::size_t> Recorded() const;
  // That request, tracked: on its way, and the county has said nothing.
  TrackReply TrackedHere() const;
  // What the store tells after each check-in.
  void TakeAttendance();
  void Draw();
  // The ring moves so often, and any key presses.
  void SetSwitch(double seconds);
  // As "tap": once a tap on it counts.
  void TapOn(const Tappable& target);
  // All within one frame.
  void Give(const std::vector<InputEvent>& events);
  // A finger that comes down on what is so labelled and stays.
  void Hold(std::string_view label);
  void LetGo();

  Showing showing;
  TestClock clock;
  KioskState state;
  FakeRequestStore store;
  FakeDutyStore duty;  // of the demo station; its badges are in demo_badge.h
  FakeOutboxStore outbox;
  FakeCaseStore cases;
  FakeTopicStore topics;
  FakeWishStore wishes;
  FakeDeskStore desk;
  FakeLedgerStore ledger;
  FakeYearStore year;
  FakeSheetStore sheets;
  FakePictures pictures;
  FakePrinting printing;
  FakePhrases phrases;
  FakeInk ink;
  FakeVoice voice;
  FakeCamera camera;
  FakeKeptPhotos photos;
  FakeRosterFiles tables;
  FakeLinkControl line;
  FakeCountyFiles county;
  FakeYearFiles year_files;
  FakeSpeaker speaker;
  FakeSentenceRecordings recordings;
  FakeQuestions questions;
  WaysOfSaying ways;  // all of these, unless a test takes some away
  // The page that scripts from home begin at instead, where no tap leads to it.
  std::function<std::unique_ptr<studio::Screen>(const ScreenParts&)> opens;
  bool answers = true;  // AnswerAll with every pump
  std::optional<ErrorKind> filing_fails;
  Shell& shell() { return *shell_; }
  bool Large() const { return host_->CurrentTheme().extra_large; }

 private:
  void Feed(const InputEvent& event);
  void DrawUntilStill();

  std::unique_ptr<UiHost> host_;
  std::unique_ptr<Shell> shell_;
  Theme theme_;
  ScriptPoint held_;
};

}  // namespace studio
