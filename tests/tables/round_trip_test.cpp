// Random months, with all that may become of a place in them, are taken back as they were from
// every format that can be read.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "a_county.h"
#include "app/tables/roster_import.h"
#include "tables/roster_csv.h"
#include "tables/roster_workbook.h"

using namespace studio;

namespace {

using Kind = RosterChange::Kind;
using Changed = ShiftChange::Kind;

const std::vector<std::pair<std::string, std::string>> kBusyHours = {
    {"08:30", "11:30"}, {"14:00", "17:00"}, {"19:00", "20:30"}, {"22:00", "02:00"}};

class BusyMonth {
 public:
  explicit BusyMonth(unsigned seed) : random_(seed) {}

  RosterReport Report() {
    input_ = SmallMonth();
    input_.now_ms = At(1 + Below(30), Below(24));
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      input_.members.push_back({"m" + number, "样板" + number, "经济界", "第一活动组"});
    }
    for (int day = 1; day <= 30; ++day) {
      for (std::size_t hours = 0; hours < kBusyHours.size(); ++hours) {
        if (Below(3) == 0) AddShift(day, hours);
      }
    }
    std::shuffle(input_.shifts.begin(), input_.shifts.end(), random_);
    RosterReport report = ReportOf(input_);
    for (const Shift& shift : input_.shifts) {
      if (Below(3) == 0) report.remarks[{shift.id, shift.members[0]}] = {Below(20), Words()};
    }
    return report;
  }

 private:
  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  std::string Words() {
    static const std::vector<std::string> words = {
        "=1+1",         "下周再来",   "“修路”,\"灯\"\n下次看",
        "请示例甲回电", "8:30-11:30", "12月3日",
        "2026-11-05",   "委员",       "＋5",
        "日期",         "无",         "-"};
    return words[static_cast<std::size_t>(Below(static_cast<int>(words.size())))];
  }

  std::string Somebody(const std::vector<std::string>& but) {
    while (true) {
      const auto at = static_cast<std::size_t>(Below(static_cast<int>(input_.members.size())));
      const std::string& id = input_.members[at].id;
      if (std::find(but.begin(), but.end(), id) == but.end()) return id;
    }
  }

  void AddShift(int day, std::size_t hours) {
    std::vector<std::string> members;
    for (int more = 1 + Below(5); more > 0; --more) members.push_back(Somebody(members));
    Shift shift = ShiftOn(std::to_string(day) + "-" + std::to_string(hours), day,
                          kBusyHours[hours].first, kBusyHours[hours].second, members);
    shift.version = 1;
    const std::string other = Somebody(members);
    for (const std::string& id : members) {
      const int what = Below(8);
      if (what == 0) shift.changes.push_back({Changed::kLeave, id, {}, {}, {}, Words()});
      if (what == 1) shift.changes.push_back({Changed::kStandIn, id, other, {}, {}, {}});
      if (what == 2) shift.changes.push_back({Changed::kSwap, id, other, {}, {}, {}});
      if (what <= 2) break;
    }
    for (const std::string& id : members) {
      if (Below(3) == 0) Comes(shift, id, shift.id);
    }
    if (Below(6) == 0) Comes(shift, other, "");
    input_.shifts.push_back(std::move(shift));
  }

  void Comes(const Shift& shift, const std::string& who, const std::string& to) {
    const std::int64_t in = HoursOf(shift)->begin_ms + (Below(60) - 30) * 60'000;
    Attendance came;
    came.shift = to;
    came.member = who;
    came.studio = 1;
    came.date = shift.date;
    came.in_ms = in;
    if (Below(4) != 0) came.out_ms = in + Below(180) * 60'000;
    input_.attendance.push_back(came);
  }

  std::mt19937 random_;
  RotationInput input_;
};

using RosterLines = std::set<std::string>;

std::string RosterLineOf(const Shift& shift) {
  std::string line = shift.date + " " + shift.from + "-" + shift.to;
  for (const std::string& id : std::set<std::string>(shift.members.begin(), shift.members.end())) {
    line += " " + id;
  }
  return line;
}

void TakenBack(const RosterReport& report, const std::string& file, bool knows_shifts) {
  const Sheets sheets = ReadSheets(file);
  REQUIRE(sheets.has_value());
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = report.input.members;
  input.studios = report.input.studios;
  if (knows_shifts) input.shifts = report.input.shifts;
  const RosterPreview preview = ReadRoster(*sheets, input);
  for (const CellProblem& problem : preview.problems) FAIL_CHECK(Sentence(preview, problem));
  CHECK(preview.not_named.empty());
  RosterLines there, read;
  for (const Shift& shift : report.input.shifts) there.insert(RosterLineOf(shift));
  for (const RosterChange& change : preview.changes) {
    CHECK(change.kind == (knows_shifts ? Kind::kSame : Kind::kNew));
    read.insert(RosterLineOf(change.shift));
  }
  CHECK(read == there);
}

}  // namespace

TEST_CASE("random months come back unchanged from the CSV and the workbook") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    RosterReport report = BusyMonth(seed).Report();
    report.large_paper = seed % 2 == 0;
    const auto workbook = MakeRosterWorkbook(report);
    REQUIRE(workbook.has_value());
    for (const bool knows_shifts : {true, false}) {
      CAPTURE(knows_shifts);
      {
        INFO("CSV");
        TakenBack(report, MakeRosterCsv(report), knows_shifts);
      }
      INFO("workbook");
      TakenBack(report, *workbook, knows_shifts);
    }
  }
}
