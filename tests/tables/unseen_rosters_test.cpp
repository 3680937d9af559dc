// Rosters whose readings were written by a clerk's eye before any reader of them
// (unseen/README.md).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "a_county.h"
#include "app/tables/roster_import.h"

using namespace studio;

namespace {

const std::filesystem::path kUnseen = STUDIO_SOURCE_DIR "/tests/tables/unseen";

struct Expected {
  std::chrono::year_month month{};
  std::set<std::string> shifts, perhaps_shifts;  // "2026-12-14 08:30-11:30 示例甲 示例乙"
  std::set<std::string> asked, perhaps_asked;    // cells
  bool told_past = false;
};

std::string WithSortedNames(const std::string& line) {
  std::istringstream in(line);
  std::string day, hours, name;
  in >> day >> hours;
  std::set<std::string> names;
  while (in >> name) names.insert(name);
  std::string sorted = day + " " + hours;
  for (const std::string& one : names) sorted += " " + one;
  return sorted;
}

Expected Read(const std::string& text) {
  Expected expected;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    line = line.substr(0, line.find(" # "));
    std::istringstream in(line);
    std::string word;
    in >> word;
    const bool perhaps = word == "either";
    if (perhaps) in >> word;
    std::string rest;
    std::getline(in >> std::ws, rest);
    if (word == "month") {
      const auto first = ParseDate(rest + "-01");
      REQUIRE(first);
      expected.month = first->year() / first->month();
    } else if (word == "shift") {
      (perhaps ? expected.perhaps_shifts : expected.shifts).insert(WithSortedNames(rest));
    } else if (word == "ask") {
      (perhaps ? expected.perhaps_asked : expected.asked).insert(rest.substr(0, rest.find(' ')));
    } else if (word == "past" && !perhaps) {
      expected.told_past = true;
    }
  }
  return expected;
}

RosterImportInput Asked(std::chrono::year_month month) {
  RosterImportInput input;
  input.studio = 1;
  input.month = month;
  input.today = std::chrono::year(2026) / 12 / 10;
  int id = 0;
  for (const char* name :
       {"示例甲", "示例乙", "示例丙", "示例丁", "示例戊", "示例己", "示例庚", "示例辛", "张三",
        "李四", "王五", "赵六", "王小明", "李小红", "欧阳示例", "司马小示", "张三丰"}) {
    input.members.push_back({"m" + std::to_string(++id), name, "", ""});
  }
  Studio studio;
  studio.id = 1;
  studio.name = "示例村委员工作室";
  input.studios = {studio};
  input.usual_hours = {{{"上午", "早上", "早"}, "08:30", "11:30"},
                       {{"下午", "中"}, "14:30", "17:30"},
                       {{"晚上", "晚间", "晚", "夜"}, "19:00", "21:00"},
                       {{"全天", "整天", "全日", "白天"}, "08:30", "17:30"}};
  return input;
}

// What is wrong with the reading, a line each.
std::vector<std::string> Differences(const Expected& expected, const RosterPreview& preview) {
  std::vector<std::string> differences;
  std::set<std::string> read, told;
  for (const RosterChange& change : preview.changes) {
    std::string line = change.shift.date + " " + change.shift.from + "-" + change.shift.to;
    for (const std::string& id : change.shift.members) line += " " + preview.names.at(id);
    read.insert(WithSortedNames(line));
  }
  bool past = false;
  // Of several sheets the first; what another asks is at no cell of it.
  const auto where = [&](const CellProblem& problem) {
    return problem.at.sheet == 0 ? CellName(problem.at) : preview.Where(problem.at);
  };
  for (const CellProblem& problem : preview.problems) {
    if (problem.fault == CellFault::kPast) {
      past = true;
    } else {
      told.insert(where(problem));
    }
  }
  for (const std::string& shift : expected.shifts) {
    if (read.count(shift) == 0) differences.push_back("not read: " + shift);
  }
  for (const std::string& shift : read) {
    if (expected.shifts.count(shift) == 0 && expected.perhaps_shifts.count(shift) == 0) {
      differences.push_back("read, and not there: " + shift);
    }
  }
  if (expected.told_past && !past) differences.push_back("past days are not told");
  for (const std::string& cell : expected.asked) {
    if (told.count(cell) == 0) differences.push_back("not asked: " + cell);
  }
  for (const CellProblem& problem : preview.problems) {
    const std::string cell = where(problem);
    if (problem.fault != CellFault::kPast && expected.asked.count(cell) == 0 &&
        expected.perhaps_asked.count(cell) == 0) {
      differences.push_back("asked: " + Sentence(preview, problem));
    }
  }
  return differences;
}

// What is wrong with the reading of one file.
std::vector<std::string> Missed(const std::filesystem::path& sheet) {
  const std::string name = sheet.stem().string();
  const Expected expected = Read(FileBytes((kUnseen / "expected" / name).string() + ".expected"));
  const Sheets sheets = ReadSheetsFile(sheet);
  if (!sheets) return {Sentence(sheets.error())};
  const RosterPreview preview = ReadRoster(*sheets, Asked(expected.month));
  std::vector<std::string> differences;
  if (preview.refusal != RosterPreview::Refusal::kNone) {
    differences.push_back(Sentence(preview.refusal));
  }
  for (std::string& one : Differences(expected, preview)) differences.push_back(std::move(one));
  return differences;
}

}  // namespace

TEST_CASE("rosters that nobody had seen are read as a clerk reads them") {
  int right = 0, all = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kUnseen / "sheets")) {
    const std::vector<std::string> missed = Missed(entry.path());
    ++all;
    right += missed.empty() ? 1 : 0;
    for (const std::string& one : missed) MESSAGE(entry.path().stem().string() << ": " << one);
  }
  CHECK(all == 40);
  CHECK(right == all);
}

TEST_CASE("an old workbook saved as .xlsx is read as it is itself") {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kUnseen / "saved-as-xlsx")) {
    for (const std::string& one : Missed(entry.path())) {
      FAIL_CHECK(entry.path().stem().string() << ": " << one);
    }
    ++files;
  }
  CHECK(files == 4);
}
