// What a table leaves open is asked once, at its cell; what is said to it is done, and nothing
// else.
#include <doctest/doctest.h>

#include "a_county.h"
#include "app/tables/roster_import.h"
#include "shared/sheets/sheet_builder.h"

using namespace studio;
using Kind = RosterChange::Kind;
using Lines = std::vector<std::string>;

namespace {

RosterImportInput Asked() {
  const RotationInput month = SmallMonth();
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = month.members;
  input.studios = month.studios;
  return input;
}

RosterPreview Read(const std::string& text, const RosterImportInput& input) {
  const Sheets sheets = ReadSheets(text);
  REQUIRE(sheets.has_value());
  return ReadRoster(*sheets, input);
}

Lines Planned(const RosterPreview& preview) {
  Lines lines;
  for (const RosterChange& change : preview.changes) {
    std::string line = change.shift.date.substr(8) + " " + change.shift.from + "-";
    line += change.shift.to;
    for (const std::string& id : change.shift.members) line += " " + id;
    lines.push_back(line);
  }
  return lines;
}

// The one question of the table, and what comes of each answer to it: its ways, then to leave it.
struct Answers {
  CellProblem asked;
  Lines before;
  std::vector<Lines> taken;
  Lines left;
};

Answers Try(const std::string& text, RosterImportInput input) {
  const RosterPreview before = Read(text, input);
  REQUIRE(before.problems.size() == 1);
  Answers out{before.problems[0], Planned(before), {}, {}};
  REQUIRE_FALSE(out.asked.ways.empty());
  CHECK(before.answered.empty());
  for (int way = kLeftOut; way < static_cast<int>(out.asked.ways.size()); ++way) {
    input.answers = {{out.asked.Question(), way}};
    const RosterPreview after = Read(text, input);
    for (const CellProblem& problem : after.problems) MESSAGE(Sentence(after, problem));
    CHECK(after.problems.empty());
    REQUIRE(after.answered.size() == 1);
    CHECK(after.answered[0].Question() == out.asked.Question());
    CHECK(after.answered[0].answer == way);
    (way == kLeftOut ? out.left : out.taken.emplace_back()) = Planned(after);
  }
  if (out.asked.fault != CellFault::kRemark) CHECK(out.left == out.before);
  // What is no way of it is no answer.
  input.answers = {{out.asked.Question(), static_cast<int>(out.asked.ways.size())}};
  CHECK(Read(text, input).problems.size() == 1);
  return out;
}

}  // namespace

TEST_CASE(
    "a day of the week that is not that of the date is taken by its date where that is said") {
  const Answers answers =
      Try("日期,星期,班次,委员\n11月3日,三,上午,示例甲\n11月4日,三,上午,示例乙\n", Asked());
  CHECK(answers.asked.fault == CellFault::kWeekdayDiffers);
  CHECK(answers.asked.at == CellAt{0, 2, 1});
  CHECK(answers.asked.ways == Lines{"2026-11-03"});
  CHECK(answers.left == Lines{"04 08:30-11:30 b"});
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 a", "04 08:30-11:30 b"});
}

TEST_CASE("last year's title is asked once, and all days are of the year that is said") {
  const Answers answers = Try(
      "2025年11月值班表\n日期,星期,上午\n11月3日,二,示例甲\n11月4日,三,示例乙\n11月5日,四,示例丙\n",
      Asked());
  CHECK(answers.asked.fault == CellFault::kTitleYear);
  CHECK(answers.asked.at == CellAt{0, 1, 1});
  CHECK(answers.asked.ways == Lines{"2026"});
  CHECK(answers.left.empty());
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 a", "04 08:30-11:30 b", "05 08:30-11:30 c"});
}

TEST_CASE("a day in two rows is one with the members of both where that is said") {
  const Answers answers =
      Try("日期,上午\n11月3日,示例甲\n11月4日,示例乙\n11月5日,示例丙\n11月3日,示例丁\n", Asked());
  CHECK(answers.asked.fault == CellFault::kDayTwice);
  CHECK(answers.asked.at == CellAt{0, 5, 1});
  CHECK(answers.asked.other == CellAt{0, 2, 1});
  CHECK(answers.left[0] == "03 08:30-11:30 a");
  CHECK(answers.taken[0][0] == "03 08:30-11:30 a d");
}

TEST_CASE("a zero that may be lost, a date that may be two days, a day after the end of a month") {
  Answers answers =
      Try("日期,班次,委员\n11.10,上午,示例甲\n11.2,下午,示例乙\n11.25,上午,示例丙\n", Asked());
  CHECK(answers.asked.fault == CellFault::kCutZero);
  CHECK(answers.asked.ways == Lines{"2026-11-02", "2026-11-20"});
  CHECK(answers.taken[0][0] == "02 14:00-17:00 b");
  CHECK(answers.taken[1][1] == "20 14:00-17:00 b");

  answers = Try("日期,班次,委员\n3-5,上午,示例甲\n", Asked());
  CHECK(answers.asked.fault == CellFault::kTwoWays);
  CHECK(answers.asked.ways == Lines{"2027-03-05", "2026-11-03/2026-11-05"});
  CHECK(answers.taken[1].size() == 3);

  answers = Try("日期,班次,委员\n29日,上午,示例甲\n30日,上午,示例乙\n1日,上午,示例丙\n", Asked());
  CHECK(answers.asked.fault == CellFault::kWhichMonth);
  CHECK(answers.asked.ways == Lines{"2026-11-01", "2026-12-01"});
  CHECK(answers.taken[0][0] == "01 08:30-11:30 c");
  CHECK(answers.taken[1][2] == "01 08:30-11:30 c");
}

TEST_CASE(
    "who is meant is chosen: of a name that several bear, or that nobody bears and one nearly") {
  Answers answers = Try("日期,班次,委员\n11月3日,上午,示例甲、示例戊\n", Asked());
  CHECK(answers.asked.fault == CellFault::kAmbiguousMember);
  CHECK(answers.asked.ways == Lines{"e1", "e2"});
  CHECK(answers.left == Lines{"03 08:30-11:30 a"});
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 a e1"});
  CHECK(answers.taken[1] == Lines{"03 08:30-11:30 a e2"});

  RosterImportInput input = Asked();
  input.members = {{"z", "张小明", "", ""}, {"l", "李大方", "", ""}};
  answers = Try("日期,班次,委员\n11月3日,上午,张晓明\n", input);
  CHECK(answers.asked.fault == CellFault::kSimilarMember);
  CHECK(answers.asked.ways == Lines{"z"});
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 z"});
}

TEST_CASE(
    "a table of two forms is read as the one that is chosen, the other's columns passed over") {
  const std::string table =
      "日期,委员,上午,下午\n11月3日,示例甲,示例乙,示例丙\n11月4日,示例乙,示例丁,示例甲\n";
  const Answers answers = Try(table, Asked());
  CHECK(answers.asked.fault == CellFault::kTwoForms);
  CHECK(answers.left.empty());
  REQUIRE(answers.asked.ways.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    if (answers.asked.ways[i] == "委员") {
      CHECK(answers.taken[i] ==
            Lines{"03 08:30-11:30 a", "03 14:00-17:00 a", "04 08:30-11:30 b", "04 14:00-17:00 b"});
    } else {
      CHECK(answers.asked.ways[i] == "上午、下午");
      CHECK(answers.taken[i] ==
            Lines{"03 08:30-11:30 b", "03 14:00-17:00 c", "04 08:30-11:30 d", "04 14:00-17:00 a"});
    }
  }
}

TEST_CASE(
    "a remark, a hidden row, a column that nobody knows: as it is written, where that is said") {
  Answers answers = Try("日期,班次,委员,备注\n11月3日,上午,示例甲,由示例乙代\n", Asked());
  CHECK(answers.asked.fault == CellFault::kRemark);
  CHECK(answers.taken[0] == answers.before);
  CHECK(answers.left.empty());
  answers = Try("日期,班次,委员\n11月3日,上午,示例甲(请假)\n", Asked());
  CHECK(answers.asked.fault == CellFault::kRemark);
  CHECK(answers.left.empty());
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 a"});
  answers = Try("日期,班次,委员,颜色\n11月3日,上午,示例甲,红\n", Asked());
  CHECK(answers.asked.fault == CellFault::kUnknownColumn);
  CHECK(answers.taken[0] == answers.left);

  std::vector<Sheet> sheets(1);
  sheets[0].rows = {{1, {"日期", "班次", "委员"}}, {2, {"11月3日", "上午", "示例甲"}}};
  sheets[0].rows[1].hidden = true;
  RosterImportInput input = Asked();
  const RosterPreview hidden = ReadRoster(sheets, input);
  REQUIRE(hidden.problems.size() == 1);
  CHECK(hidden.changes.empty());
  input.answers[hidden.problems[0].Question()] = 0;
  CHECK(Planned(ReadRoster(sheets, input)) == Lines{"03 08:30-11:30 a"});
}

TEST_CASE("a whole day over two shifts goes onto both, and two halves take a whole day's place") {
  RosterImportInput input = Asked();
  input.shifts = {ShiftOn("am", 3, "08:00", "12:00", {"b"}),
                  ShiftOn("pm", 3, "13:00", "18:00", {"c"})};
  Answers answers = Try("日期,班次,委员\n11月3日,8:30-17:00,示例甲\n", input);
  CHECK(answers.asked.fault == CellFault::kCrossesShifts);
  CHECK(answers.asked.ways == Lines{"shifts"});
  CHECK(answers.taken[0] == Lines{"03 08:00-12:00 a", "03 13:00-18:00 a"});

  input.shifts = {ShiftOn("all", 3, "08:00", "18:00", {"b"})};
  const std::string halves = "日期,上午,下午\n11月3日,示例甲,示例丙\n";
  RosterPreview preview = Read(halves, input);
  REQUIRE(preview.problems.size() == 2);
  CHECK(preview.changes.empty());
  for (const CellProblem& problem : preview.problems) {
    CHECK(problem.ways == Lines{"hours"});
    input.answers[problem.Question()] = 0;
  }
  preview = Read(halves, input);
  REQUIRE(preview.changes.size() == 2);
  CHECK(preview.changes[0].kind == Kind::kChanged);
  CHECK(preview.changes[0].shift.id == "all");
  CHECK(preview.changes[0].members_before == Lines{"b"});
  CHECK(preview.changes[1].kind == Kind::kNew);
  CHECK(Planned(preview) == Lines{"03 08:30-11:30 a", "03 14:00-17:00 c"});
  // Only the second: it is the one that takes the place.
  input.answers.begin()->second = kLeftOut;
  preview = Read(halves, input);
  REQUIRE(preview.changes.size() == 1);
  CHECK(preview.changes[0].shift.id == "all");
  CHECK(Planned(preview) == Lines{"03 14:00-17:00 c"});
}

TEST_CASE("who would be in two places at once is there where somebody says so") {
  const Answers answers = Try(
      "日期,班次,委员\n11月3日,8:30-11:30,示例甲\n11月3日,9:00-12:00,示例甲、示例乙\n", Asked());
  CHECK(answers.asked.fault == CellFault::kOverlap);
  CHECK(answers.left == Lines{"03 08:30-11:30 a"});
  CHECK(answers.taken[0] == Lines{"03 08:30-11:30 a", "03 09:00-12:00 a b"});
  RosterImportInput input = Asked();
  input.shifts = {ShiftOn("there", 3, "08:00", "10:00", {"a"}, 2)};
  const Answers existing = Try("日期,班次,委员\n11月3日,9:00-12:00,示例甲\n", input);
  CHECK(existing.asked.fault == CellFault::kOverlapExisting);
  CHECK(existing.taken[0] == Lines{"03 09:00-12:00 a"});
}

TEST_CASE("what an answer brings up is asked in its turn, and a day that is over has no way") {
  RosterImportInput input = Asked();
  input.shifts = {ShiftOn("there", 3, "08:00", "10:00", {"e1"}, 2)};
  const std::string table = "日期,星期,班次,委员\n11月3日,三,上午,示例戊\n";
  std::vector<CellFault> asked;
  for (int round = 0; round < 9; ++round) {
    const RosterPreview preview = Read(table, input);
    if (preview.problems.empty()) break;
    REQUIRE(preview.problems.size() == 1);
    asked.push_back(preview.problems[0].fault);
    input.answers[preview.problems[0].Question()] = 0;
  }
  CHECK(asked == std::vector{CellFault::kWeekdayDiffers, CellFault::kAmbiguousMember,
                             CellFault::kOverlapExisting});
  input = Asked();
  input.today = kMonth / 4;
  const RosterPreview over = Read("日期,班次,委员\n11月3日,上午,示例甲\n", input);
  REQUIRE(over.problems.size() == 1);
  CHECK(over.problems[0].ways.empty());
}
