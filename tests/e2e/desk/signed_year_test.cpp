// A place's year from the desk to the paper that is signed: written up, confirmed by the manager,
// closed, printed at the same screen; each figure is what the county reckons.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "members_desk.h"
#include "test_support/places.h"

namespace studio::e2e {
namespace {

// What stands on the paper, without blanks, which lie elsewhere in what is printed.
std::string PaperText(const std::filesystem::path& pdf) {
  REQUIRE_MESSAGE(std::filesystem::exists(pdf), pdf.string());
  const std::string command = "pdftotext -layout '" + pdf.string() + "' -";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) {
    if (c != ' ' && c != '\n' && c != '\f') out += static_cast<char>(c);
  }
  return out;
}

std::filesystem::path SheetIn(const std::filesystem::path& folder, const std::string& part,
                              const std::string& year) {
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (Holds(name, part) && Holds(name, year)) return file.path();
  }
  FAIL((part + " of " + year + " is not there"));
  return {};
}

// What stands in the member's sum, which may have grade and rank before it.
std::string TotalOf(const std::string& points, const std::string& name) {
  const std::string sum = name + "总分";
  const std::size_t at = points.find(sum);
  REQUIRE_MESSAGE(at != points.npos, (name + " " + points));
  const std::size_t figure = points.find_first_of("-0123456789", at + sum.size());
  return figure == points.npos ? std::string() : points.substr(figure, 20);
}

// From 年度 of a year to its sheets on the stick, and back to home.
std::string PrintLines() {
  return "tap 导出打印\nwait-for 存 8 张表 60\ntap 存 8 张表\nwait-for 只有《公示》能贴在墙上 120\n"
         "tap 完成\ntap 上一步\ntap 上一步\ntap 回首页\n";
}

void CheckPaper(const MembersDesk& desk, const std::filesystem::path& stick,
                const std::string& year, const std::string& state) {
  const auto assessed =
      nlohmann::json::parse(desk.County({"assess"}, {"--json", "--year", year, "--studio", "1"}));
  const std::string points = PaperText(SheetIn(stick, "履职积分表", year)),
                    registration = PaperText(SheetIn(stick, "委员履职登记表", year));
  CHECK(!assessed.at("members").empty());
  if (std::getenv("STUDIO_SHEETS") != nullptr)
    std::filesystem::copy(stick, std::getenv("STUDIO_SHEETS"),
                          std::filesystem::copy_options::overwrite_existing |
                              std::filesystem::copy_options::recursive);
  for (const auto& member : assessed.at("members")) {
    const std::string name = member.at("name"), total = member.at("total");
    CAPTURE(name);
    CHECK_MESSAGE(TotalOf(points, name).starts_with(total), (total + " " + points));
    CHECK(Holds(registration, name));
    CHECK(Holds(registration, "总分" + total));
  }
  for (const auto& file : std::filesystem::directory_iterator(stick)) {
    if (!Holds(file.path().filename().string(), year)) continue;
    CAPTURE(file.path().string());
    CHECK(Holds(PaperText(file.path()), year + "年度" + state));
  }
}

}  // namespace

TEST_CASE(
    "each place's year is written up, confirmed, closed and printed, and says what assess says") {
  const std::string last = std::to_string(std::stoi(ThisYear()) - 1);
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    MembersDesk desk(place);
    const auto stick = desk.village.scratch() / "stick";
    std::filesystem::create_directories(stick);
    {
      LiveTerminal terminal(desk.village, desk.folder);
      terminal.Do(desk.In(desk.others_card, kOtherPin));
      WriteUp(terminal, desk.KindsOf(place).at(0));
      terminal.Do("tap 办完了\n");
      desk.ReviewAll(terminal);
      terminal.Do("wait-for 今日值班 30\n");
      terminal.End();
    }
    desk.village.Drain(desk.folder);
    desk.village.ReadFeed(desk.folder);
    {
      LiveTerminal terminal(desk.village, desk.folder, {"--exchange", stick.string()});
      terminal.Do(desk.ManagersIn() + "tap 年度\nwait-for 看 " + last + " 年 60\n" + PrintLines());
      terminal.Do(desk.ManagersIn() + "tap 年度\nwait-for 看 " + last + " 年 60\ntap 看 " + last +
                  " 年\nwait-for 封账前看一遍 60\ntap 封账前看一遍\ntap 封账\n"
                  "wait-for 已经封账 60\ntap 上一步\n" +
                  PrintLines());
      terminal.End();
    }
    desk.village.Drain(desk.folder);
    CheckPaper(desk, stick, ThisYear(), "未封账");
    CheckPaper(desk, stick, last, "已封账");
  }
}

TEST_CASE("whom a member keeps in touch with is visited by name, and the manager sees who is not") {
  MembersDesk desk("sishuang");
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In());
    WriteUp(terminal, desk.KindsOf("sishuang").at(0), "常委示例乙");
    terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  desk.village.ReadFeed(desk.folder);
  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(desk.ManagersIn() +
              "tap 本工作室\nwait-for 联系走访 60\ntap 联系走访\nexpect 示例甲：常委示例乙\n"
              "expect 走访 1 次\nexpect 还没有记下走访\ntap 上一步\n"
              "tap 协商议题\nexpect 下一项：一次回访\n");
  terminal.End();
}

}  // namespace studio::e2e
