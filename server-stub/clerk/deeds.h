// What the county's people enter about members' work, and what they ask of it: deeds that the
// county alone knows (plenary attendance, proposals, adoption, honours), confirmations of what
// members wrote, closed years, lists and assessments. Every error is a Chinese sentence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/books/deed_book.h"
#include "server/keys/county_keys.h"
#include "shared/mechanism/year_grounds.h"

namespace county {

// A deed as it is typed; empty: nothing is said of it.
struct DeedOrder {
  std::string id, kind, done, level, score, proof;
  std::string studio, must_attend;   // a number; "yes" or "no"
  std::vector<std::string> members;  // "m01,role=lead,attendance=leave": all of them, in order
  std::vector<std::string> states;  // "adopted,on=2026-04-10,level=city,form=digest": one more each
  std::vector<std::string> units;   // "hours=1.5"
  std::vector<std::string> marks;
  bool confirm = false;  // what a member wrote counts from now on
  std::string by, why;
};

class DeedDesk {
 public:
  DeedDesk(Ledger& ledger, const CountyKeys& keys, std::int64_t now_ms)
      : ledger_(ledger), keys_(keys), now_ms_(now_ms) {}

  // kConflict: there is one of that id. Without an id it gets one.
  Result<std::string> Add(const DeedOrder& order);
  // What is said in place of what was; kNotFound.
  Result<void> Change(const DeedOrder& order);
  Result<void> Withdraw(const std::string& id, const std::string& by, const std::string& why);
  // The newest that is held of a deed of a closed year.
  Result<void> Accept(const std::string& id, const std::string& by, const std::string& why);
  // All of them, or none.
  Result<void> Enter(const std::vector<DeedWord>& words);
  Result<void> Close(int year, const std::string& by);
  Result<void> Reopen(int year, const std::string& by, const std::string& why);
  // What somebody should know who is about to close a year: Chinese sentences.
  std::vector<std::string> BeforeClosing(int year);

 private:
  Ledger& ledger_;
  const CountyKeys& keys_;
  std::int64_t now_ms_;
};

struct DeedFilter {
  int year = 0;         // 0: all
  StudioId studio = 0;  // known there; 0: all
  std::string member;
  std::string history;  // id of the one whose entries are listed
  bool held = false;    // those that a closed year holds back, instead
};
// {"deeds": […]}, each as protocol.md has it; or "entries". "unread": ids of deeds with figures
// that no sum holds.
std::string DeedsJson(Ledger& ledger, const CountyKeys& keys, const DeedFilter& filter,
                      std::int64_t now_ms);

// As `studio-kiosk assess` prints it, of one studio. Without a `today` it is the
// county's.
Result<std::string> AssessJson(Ledger& ledger, const CountyKeys& keys,
                               studio::YearQuestion question, std::int64_t now_ms);

}  // namespace county
