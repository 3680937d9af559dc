#include <doctest/doctest.h>

#include "a_county.h"
#include "app/tables/roster_import.h"

using namespace studio;

namespace {

RosterPreview OfCell(const std::string& cell) {
  const RotationInput month = SmallMonth();
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = month.members;
  input.studios = month.studios;
  return ReadRoster(*ReadSheets("日期,值班人员\n11月17日,\"" + cell + "\"\n"), input);
}

// "08:30 a; 14:00 b"
std::string ShiftsOf(const RosterPreview& preview) {
  std::string out;
  for (const RosterChange& change : preview.changes) {
    out += (out.empty() ? "" : "; ") + change.shift.from;
    for (const std::string& id : change.shift.members) out += " " + id;
  }
  return out;
}

}  // namespace

TEST_CASE("each name of a cell is on the half day that stands beside it, before or behind") {
  for (const char* cell : {"示例甲上午、示例乙下午",
                           "示例甲上午，示例乙下午",
                           "示例甲上午 示例乙下午",
                           "示例甲上午\n示例乙下午",
                           "示例甲上午；示例乙下午。",
                           "示例甲 上午、示例乙 下午",
                           "示例甲 上午 示例乙 下午",
                           "示例甲、上午，示例乙、下午",
                           "示例甲上午班/示例乙下午班",
                           "示例甲委员上午、示例乙委员下午",
                           "示例甲上、示例乙下",
                           "示例甲早、示例乙中",
                           "示例甲早班、示例乙下午",
                           "示例甲（上午）、示例乙（下午）",
                           "示例甲 （上午） 示例乙 （下午）",
                           "上午示例甲 下午示例乙",
                           "上午示例甲、下午示例乙",
                           "上午、示例甲；下午、示例乙",
                           "上午 示例甲 下午 示例乙",
                           "上午:示例甲\n下午:示例乙",
                           "上示例甲，下示例乙",
                           "（上午）示例甲（下午）示例乙",
                           "（上午） 示例甲、（下午） 示例乙",
                           "示例甲8:30-11:30、示例乙14:00-17:00",
                           "示例甲 8:30-11:30、示例乙 14:00-17:00",
                           "示例甲8:30－11:30 示例乙14:00－17:00",
                           "示例甲8:30 - 11:30；示例乙14:00 - 17:00",
                           "示例甲 上午8:30-11:30，示例乙 下午2:00-5:00",
                           "示例甲8点半至11点半、示例乙下午2点至5点",
                           "示例甲(8:30-11:30)、示例乙(14:00-17:00)",
                           "8:30-11:30示例甲 14:00-17:00示例乙",
                           "8:30-11:30 示例甲、14:00-17:00 示例乙",
                           "示例甲13800000000上午、示例乙13800000001下午"}) {
    CAPTURE(std::string(cell));
    const RosterPreview preview = OfCell(cell);
    CHECK(ShiftsOf(preview) == "08:30 a; 14:00 b");
    CHECK(preview.problems.empty());
  }
}

TEST_CASE("several names may share the half day beside them, and a name may have both") {
  const char* const shared = "08:30 a b; 14:00 c";
  CHECK(ShiftsOf(OfCell("示例甲、示例乙上午，示例丙下午")) == shared);
  CHECK(ShiftsOf(OfCell("上午示例甲、示例乙，下午示例丙")) == shared);
  const char* const both = "08:30 a; 14:00 a b";
  CHECK(ShiftsOf(OfCell("示例甲上、下午，示例乙下午")) == both);
  CHECK(ShiftsOf(OfCell("示例甲上午、下午；示例乙下午")) == both);
  CHECK(ShiftsOf(OfCell("示例甲上下午、示例乙下午")) == both);
  CHECK(ShiftsOf(OfCell("示例甲13800000000、示例乙043-1130-1200")) == "08:30 a b; 14:00 a b");
}

TEST_CASE("a half day that may be that of either neighbour is not taken, nor is one left out") {
  for (const char* cell : {"示例甲、上午、示例乙", "示例甲 上午 示例乙", "上午示例甲、示例乙下午",
                           "示例甲上午请假、示例乙下午请假", "示例甲晚", "示例甲上午来",
                           "示例甲8:30", "示例甲【上午】"}) {
    CAPTURE(std::string(cell));
    const RosterPreview preview = OfCell(cell);
    CHECK(ShiftsOf(preview).empty());
    REQUIRE_FALSE(preview.problems.empty());
    for (const CellProblem& problem : preview.problems) {
      CHECK((problem.ways.empty() || problem.fault == CellFault::kRemark));
    }
  }
}
