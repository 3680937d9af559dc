// Random months written in every form: each is read back as it was meant, and a word that means
// nothing, put into any filled cell, is told of.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "a_county.h"
#include "app/tables/roster_import.h"

using namespace studio;

namespace {

using Grid = std::vector<std::vector<std::string>>;
// By day and whether it is the afternoon: who.
using Month = std::map<std::pair<int, bool>, std::vector<std::string>>;

const std::vector<std::string> kWho = {"示例甲", "示例乙", "示例丙", "示例丁"};

Month RandomMonth(std::mt19937& random) {
  Month month;
  for (int day = 1; day <= 20; ++day) {
    for (const bool afternoon : {false, true}) {
      if (random() % 3 == 0) continue;
      const std::size_t first = random() % kWho.size();
      auto& members = month[{day, afternoon}];
      members.push_back(kWho[first]);
      if (random() % 2 == 0) members.push_back(kWho[(first + 1) % kWho.size()]);
    }
  }
  return month;
}

std::string Day(int day) { return "11月" + std::to_string(day) + "日"; }
std::string Half(bool afternoon) { return afternoon ? "下午" : "上午"; }

std::string Names(const Month& month, int day, bool afternoon) {
  const auto found = month.find({day, afternoon});
  if (found == month.end()) return {};
  std::string out;
  for (const std::string& name : found->second) out += (out.empty() ? "" : "、") + name;
  return out;
}

bool On(const Month& month, int day, bool afternoon, const std::string& who) {
  return Names(month, day, afternoon).find(who) != std::string::npos;
}

Grid RowsOfShifts(const Month& month) {
  Grid grid = {{"2026年11月值班表"}, {"序号", "日期", "班次", "委员", "备注"}};
  for (const auto& [at, members] : month) {
    grid.push_back({std::to_string(grid.size()), Day(at.first), Half(at.second),
                    Names(month, at.first, at.second), "带钥匙"});
  }
  return grid;
}

Grid ShiftColumns(const Month& month, int from = 1, int to = 20) {
  Grid grid = {{"日期", "上午", "下午"}};
  for (int day = from; day <= to; ++day) {
    grid.push_back({Day(day), Names(month, day, false), Names(month, day, true)});
  }
  return grid;
}

Grid Halves(const Month& month) {
  const Grid left = ShiftColumns(month, 1, 10), right = ShiftColumns(month, 11, 20);
  Grid grid = left;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    grid[i].insert(grid[i].end(), right[i].begin(), right[i].end());
  }
  return grid;
}

Grid OneBelowTheOther(const Month& month) {
  Grid grid = ShiftColumns(month, 1, 10);
  for (auto& row : ShiftColumns(month, 11, 20)) grid.push_back(row);
  return grid;
}

Grid MemberColumns(const Month& month) {
  Grid grid = {{"日期", kWho[0], kWho[1], kWho[2], kWho[3]}};
  for (int day = 1; day <= 20; ++day) {
    std::vector<std::string> row = {Day(day)};
    for (const std::string& who : kWho) {
      const bool early = On(month, day, false, who), late = On(month, day, true, who);
      row.push_back(early && late ? "上午、下午" : early ? "上午" : late ? "下午" : "");
    }
    grid.push_back(row);
  }
  return grid;
}

Grid DayColumns(const Month& month) {
  Grid grid = {{"班次"}, {"上午"}, {"下午"}};
  for (int day = 1; day <= 20; ++day) {
    grid[0].push_back(Day(day));
    grid[1].push_back(Names(month, day, false));
    grid[2].push_back(Names(month, day, true));
  }
  return grid;
}

Grid MembersByDays(const Month& month) {
  Grid grid = {{"姓名"}};
  for (int day = 1; day <= 20; ++day) grid[0].push_back(Day(day));
  for (const std::string& who : kWho) {
    std::vector<std::string> row = {who};
    for (int day = 1; day <= 20; ++day) {
      const bool early = On(month, day, false, who), late = On(month, day, true, who);
      row.push_back(early && late ? "上、下午" : early ? "上" : late ? "下" : "");
    }
    grid.push_back(row);
  }
  return grid;
}

// 1 November 2026 is a Sunday.
Grid Weeks(const Month& month) {
  Grid grid = {{"", "星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}};
  for (int sunday = 1; sunday <= 15; sunday += 7) {
    grid.push_back({"日期"});
    for (int day = sunday; day < sunday + 7; ++day) {
      grid.back().push_back(std::to_string(day) + "日");
    }
    for (const bool afternoon : {false, true}) {
      grid.push_back({Half(afternoon)});
      for (int day = sunday; day < sunday + 7; ++day) {
        grid.back().push_back(Names(month, day, afternoon));
      }
    }
  }
  return grid;
}

std::string CalendarCell(const Month& month, int day) {
  std::string out;
  for (const bool afternoon : {false, true}) {
    const std::string names = Names(month, day, afternoon);
    if (!names.empty()) out += "\n" + Half(afternoon) + ":" + names;
  }
  return out;
}

// Day and shifts in one cell.
Grid Calendar(const Month& month) {
  Grid grid = {{"2026年11月值班日历"}, {"日", "一", "二", "三", "四", "五", "六"}};
  for (int sunday = 1; sunday <= 15; sunday += 7) {
    grid.emplace_back();
    for (int day = sunday; day < sunday + 7; ++day) {
      grid.back().push_back(std::to_string(day) + "日" + CalendarCell(month, day));
    }
  }
  return grid;
}

// A row of days, and the shifts in the row below.
Grid CalendarOfTwoRows(const Month& month) {
  Grid grid = {{"2026年11月"}, {"日", "一", "二", "三", "四", "五", "六"}};
  for (int sunday = 1; sunday <= 15; sunday += 7) {
    grid.emplace_back();
    for (int day = sunday; day < sunday + 7; ++day) grid.back().push_back(std::to_string(day));
    grid.emplace_back();
    for (int day = sunday; day < sunday + 7; ++day) {
      const std::string cell = CalendarCell(month, day);
      grid.back().push_back(cell.empty() ? cell : cell.substr(1));
    }
  }
  return grid;
}

// A row for each member, with all their days.
Grid ByPerson(const Month& month) {
  Grid grid = {{"2026年11月值班安排"}, {"姓名", "电话", "值班时间"}};
  for (const std::string& who : kWho) {
    std::string when;
    for (const auto& [at, members] : month) {
      if (!On(month, at.first, at.second, who)) continue;
      when += (when.empty() ? "" : "、") + Day(at.first) + Half(at.second);
    }
    if (!when.empty()) grid.push_back({who, "13800000000", when});
  }
  return grid;
}

// Letters that a line below explains.
Grid Letters(const Month& month) {
  Grid grid = MembersByDays(month);
  for (auto& row : grid) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i] == "上、下午") row[i] = "全";
      if (row[i] == "上") row[i] = "A";
      if (row[i] == "下") row[i] = "B";
    }
  }
  grid.push_back({"注:A为上午班,B为下午班,全—全天"});
  return grid;
}

std::vector<Sheet> SheetOf(const Grid& grid) {
  Sheet sheet;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    sheet.rows.push_back({static_cast<int>(i) + 1, grid[i]});
  }
  return {sheet};
}

RosterPreview Preview(const Grid& grid) {
  const RotationInput county = SmallMonth();
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = county.members;
  input.studios = county.studios;
  return ReadRoster(SheetOf(grid), input);
}

Month Meant(const RosterPreview& preview) {
  Month month;
  for (const RosterChange& change : preview.changes) {
    const int day = static_cast<int>(static_cast<unsigned>(ParseDate(change.shift.date)->day()));
    auto& members = month[{day, change.shift.from == "14:00"}];
    for (const std::string& id : change.shift.members) members.push_back(preview.names.at(id));
  }
  return month;
}

std::map<std::pair<int, bool>, std::set<std::string>> Sorted(const Month& month) {
  std::map<std::pair<int, bool>, std::set<std::string>> out;
  for (const auto& [at, members] : month) out[at] = {members.begin(), members.end()};
  return out;
}

bool Tells(const RosterPreview& preview, const std::string& word) {
  for (const CellProblem& problem : preview.problems) {
    if (problem.text.find(word) != std::string::npos) return true;
  }
  for (const CellNote& note : preview.notes) {
    if (note.text.find(word) != std::string::npos) return true;
  }
  return false;
}

struct Form {
  const char* name;
  Grid (*write)(const Month&);
};
const std::vector<Form> kForms = {
    {"rows of shifts", RowsOfShifts},
    {"shifts as columns", [](const Month& month) { return ShiftColumns(month); }},
    {"halves side by side", Halves},
    {"halves one below the other", OneBelowTheOther},
    {"members as columns", MemberColumns},
    {"days as columns", DayColumns},
    {"members by days", MembersByDays},
    {"weeks", Weeks},
    {"a calendar", Calendar},
    {"a calendar of two rows", CalendarOfTwoRows},
    {"by person", ByPerson},
    {"letters", Letters}};

}  // namespace

TEST_CASE("a month written in any form is read as it was meant") {
  std::mt19937 random(20261129);
  for (int round = 0; round < 20; ++round) {
    const Month month = RandomMonth(random);
    for (const Form& form : kForms) {
      CAPTURE(form.name);
      const RosterPreview preview = Preview(form.write(month));
      CHECK(preview.refusal == RosterPreview::Refusal::kNone);
      for (const CellProblem& problem : preview.problems) MESSAGE(Sentence(preview, problem));
      CHECK(preview.problems.empty());
      CHECK(Sorted(Meant(preview)) == Sorted(month));
    }
  }
}

TEST_CASE("no filled cell of any form is lost in silence: what means nothing is told of") {
  const std::string kNonsense = "乱七八糟";
  std::mt19937 random(20261130);
  for (int round = 0; round < 40; ++round) {
    const Month month = RandomMonth(random);
    for (const Form& form : kForms) {
      Grid grid = form.write(month);
      auto& row = grid[random() % grid.size()];
      const std::size_t column = random() % row.size();
      if (row[column].empty()) continue;
      const std::string was = row[column];
      row[column] = kNonsense;
      const RosterPreview preview = Preview(grid);
      CAPTURE(form.name);
      CAPTURE(was);
      // A heading that nobody knows refuses the whole table; in 备注 anything may stand.
      const bool refused = preview.refusal != RosterPreview::Refusal::kNone;
      const bool remark = was == "带钥匙" || was.starts_with("2026年11月") ||
                          was.find_first_not_of("0123456789") == was.npos;
      const bool told = !preview.problems.empty() || Tells(preview, kNonsense);
      CHECK((refused || remark || told));
    }
  }
}
