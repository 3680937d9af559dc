// A year of a made-up studio by a real place's rules, with something of everything that is printed.
#pragma once

#include <string>

#include "app/year/year_report.h"

namespace studio {

struct YearWanted {
  std::string place = "kaili";
  int members = 3;
  int times = 1;  // deeds of each kind a member
  bool closed = false;
  bool papers = true;  // requests, ledger, write-ups, topics, tallies
  std::string studio = "示例乡委员工作室";
  std::string grade = "优秀";  // of everybody, where it is closed
};

YearGrounds GroundsOfYear(const YearWanted& wanted);
YearReport YearOf(const YearWanted& wanted);
// What `assess` says of the same.
std::string AssessedText(const YearWanted& wanted);

}  // namespace studio
