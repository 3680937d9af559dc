#include "app/duty/duty_notes.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

constexpr CalendarDate kNotedDay{std::chrono::year(2026), std::chrono::November,
                                 std::chrono::day(23)};

DutyLineOfSheet LineOf(std::string shift, std::string planned, std::string came) {
  DutyLineOfSheet line;
  line.shift = std::move(shift);
  line.planned = std::move(planned);
  line.came = std::move(came);
  return line;
}

HandoverBody LeftBy(std::string member, std::string shift, std::vector<HandoverItem> items) {
  HandoverBody left;
  left.member = std::move(member);
  left.shift = std::move(shift);
  left.items = std::move(items);
  return left;
}

}  // namespace

TEST_CASE("what was written beside a duty stands in the line of who came, once") {
  RotationMonth month;
  month.days.resize(1);
  month.days[0].date = kNotedDay;
  month.days[0].lines = {LineOf("am", "a", "a"), LineOf("am", "b", "c"), LineOf("am", "d", ""),
                         LineOf("pm", "a", "a")};
  DutyNotes notes;
  notes.receptions = {{{"2026-11-23", "a"}, 6},
                      {{"2026-11-23", "c"}, 2},
                      {{"2026-11-23", "d"}, 9},
                      {{"2026-11-24", "a"}, 1}};
  notes.handovers = {
      LeftBy("a", "am", {{"open", "先前的"}}),
      LeftBy("a", "am", {{"open", "水渠"}, {"call_back", "三组"}, {"device", "没纸了"}}),
      LeftBy("b", "am", {{"open", "不是他值的"}})};
  const auto remarks = RemarksOf(month, notes);
  REQUIRE(remarks.size() == 2);
  CHECK(remarks.at({"am", "a"}).receptions == 6);
  CHECK(remarks.at({"am", "a"}).handover == "水渠；待回电：三组；没纸了");
  CHECK(remarks.at({"am", "b"}).receptions == 2);  // whose place it was
  CHECK(remarks.at({"am", "b"}).handover.empty());
}
