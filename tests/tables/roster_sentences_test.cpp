// What the command line says of a table's cells.
#include <doctest/doctest.h>

#include "a_county.h"
#include "app/tables/roster_import.h"

using namespace studio;

namespace {

RosterImportInput ToBeTold() {
  const RotationInput month = SmallMonth();
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = month.members;
  input.studios = month.studios;
  return input;
}

// One line each: problems, then notes.
std::string Told(const std::string& table, const RosterImportInput& input = ToBeTold()) {
  const RosterPreview preview = ReadRoster(*ReadSheets(table), input);
  std::string out;
  for (const CellProblem& problem : preview.problems) out += Sentence(preview, problem) + "\n";
  for (const CellNote& note : preview.notes) out += Sentence(preview, note) + "\n";
  return out;
}

}  // namespace

TEST_CASE("of a date that may have lost its zero both days are said") {
  CHECK(Told("日期,班次,委员\n11.10,上午,示例甲\n11.2,下午,示例乙\n11.25,上午,示例丙\n") ==
        "A3: \"11.2\" may have lost a zero: write 11月2日 or 11月20日\n");
}

TEST_CASE("a shift that stands in the way is told by its day, hours and place") {
  RosterImportInput input = ToBeTold();
  input.shifts = {ShiftOn("2/2026-11-03/08:00", 3, "08:00", "10:00", {"a"}, 2),
                  ShiftOn("1/2026-11-04/07:00", 4, "07:00", "12:00", {"a"})};
  CHECK(Told("日期,班次,委员\n11月3日,9:00-12:00,示例甲\n", input) ==
        "C2: \"示例甲\" is already on duty then: 2026-11-03 08:00-10:00 at 样板镇委员工作室\n");
  CHECK(Told("日期,班次,委员\n11月4日,8:30-11:30,示例甲\n11月4日,11:30-13:00,示例乙\n", input)
            .find("1/2026-11-04/07:00") == std::string::npos);
}

TEST_CASE("of a beginning without an end it is said that the end is missing") {
  for (const char* hours : {"8:30", "8点半", "上午8:30", "8:30-", "8点起", "上午 8:30", "0830"}) {
    CAPTURE(std::string(hours));
    const std::string told = Told("日期,时间,委员\n11月3日," + std::string(hours) + ",示例甲\n");
    CHECK(told.find("says when it begins, not when it ends") != std::string::npos);
  }
  CHECK(Told("日期,上班时间,下班时间,委员\n11月3日,8:30,,示例甲\n").find("not when it ends") !=
        std::string::npos);
  CHECK(Told("日期,班次,委员\n11月3日,午饭,示例甲\n") ==
        "B2: \"午饭\" is neither hours nor the name of a shift\n");
}

TEST_CASE("nothing is told twice of one cell, nor of a member that they are another studio's") {
  RosterImportInput input = ToBeTold();
  input.members[0].studios = {2};
  CHECK(Told("姓名,3日,4日,5日\n示例甲,上,上,下\n", input) ==
        "A2: \"示例甲\" belongs to other studios\n");
  CHECK(Told("日期,班次,委员\n11月3日,上午,示例甲\n11月4日,下午,示例甲\n", input) ==
        "C2: \"示例甲\" belongs to other studios\n");
  CHECK(Told("日期,班次,委员\n11月3日,上午,示例甲(组长)、示例乙(组长)\n") ==
        "C2: \"组长\" beside a name, passed over\n");
}
