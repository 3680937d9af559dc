// The studio's manager at the real terminal: the way in by card and PIN, a table taken over from a
// folder, what becomes of the change at the county, and the month taken along.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "duty_day.h"
#include "shared/base/calendar_date.h"

namespace studio::e2e {
namespace {

const std::string kWeekdays[] = {"日", "一", "二", "三", "四", "五", "六"};

struct Office {
  Office() {
    std::filesystem::create_directories(folder);
    card = day.Badge("m01", {"--pin", kManagerPin});
    day.Tell(nlohmann::json::array());  // the key wrapped for that card comes by the feed
  }

  void Put(const std::string& name, const std::string& rows) const {
    std::ofstream(folder / name, std::ios::binary) << "日期,班次,委员\r\n" + rows;
  }
  Finished Manage(const std::string& script) {
    return day.village.RunScript(day.terminal,
                                 "camera " + card + "\nwait-for 今日值班 30\ntap 管理\n" + script,
                                 {"--exchange", folder.string()});
  }
  // The roster as the county has confirmed it.
  std::string ConfirmedMonth(const std::string& date) const {
    const auto file = day.village.scratch() / "month.csv";
    const Finished exported =
        Run("studio-kiosk", {"roster", "export", "--data", day.terminal.string(), "--month",
                             date.substr(0, 7), "--out", file.string()});
    REQUIRE_MESSAGE(exported.status == 0, exported.err);
    return BytesOf(file);
  }

  DutyDay day;
  std::filesystem::path folder = day.village.scratch() / "exchange";
  std::string card;
};

const std::string kIn = "wait-for 请输入密码 30\ntype " + kManagerPin +
                        "\ntap 打开\nwait-for 月度轮值 30\ntap 月度轮值\nwait-for 月度轮值 30\n";

}  // namespace

TEST_CASE("a table is looked through, taken over, and confirmed by the county") {
  Office office;
  const std::string far = ToText(AddDays(*ParseDate(office.day.date()), 200));
  office.Put("排班.csv", far + ",上午,示例乙\r\n2026-02-30,上午,示例丙\r\n");
  const Finished asked = office.Manage(
      "wait-for 请输入密码 30\ntype 111111\ntap 打开\nwait-for 还能再试 30\ntype " + kManagerPin +
      "\ntap 打开\nwait-for 月度轮值 30\ntap 月度轮值\nwait-for 月度轮值 30\n"
      "tap 导入\ntap 排班.csv\nwait-for 会改 1 班 30\ntap 用不了 1\n"
      "expect 没有“2026-02-30”这一天\nshot import\ntap 导入 1 班\nwait-for 记下了 1 处改动 30\n"
      "tap 完成\nwait-for 1 处改动待确认 30\n"
      "tap 导出\ntap 打印的表格\nwait-for 存好了 60\n");
  REQUIRE_MESSAGE(asked.status == 0, asked.err);
  const auto files = std::filesystem::directory_iterator(office.folder);
  CHECK(std::count_if(begin(files), end(files),
                      [](const auto& file) { return file.path().extension() == ".xlsx"; }) == 1);
  CHECK(office.ConfirmedMonth(far).find("示例乙") == std::string::npos);

  office.day.Upload();
  office.day.Tell(nlohmann::json::array());
  CHECK(office.ConfirmedMonth(far).find("示例乙") != std::string::npos);
  const Finished confirmed =
      office.Manage(kIn + "wait-for 日历 30\nabsent 待确认\nabsent 没有办成\n");
  CHECK_MESSAGE(confirmed.status == 0, confirmed.err);
}

TEST_CASE("what a table leaves open is answered on the command line, cell by cell") {
  Office office;
  const auto far = AddDays(*ParseDate(office.day.date()), 200), next = AddDays(far, 1);
  const auto row = [](const std::string& date, std::chrono::year_month_day weekday_of) {
    const std::chrono::weekday weekday{std::chrono::sys_days(weekday_of)};
    return date + "," + kWeekdays[weekday.c_encoding()] + ",上午,示例乙\r\n";
  };
  std::ofstream(office.folder / "星期.csv", std::ios::binary)
      << "日期,星期,班次,委员\r\n" + row(ToText(far), next) + row(ToText(next), next);
  const auto take_over = [&](const std::vector<std::string>& said) {
    std::vector<std::string> arguments = {"roster", "import", "--data",
                                          office.day.terminal.string()};
    arguments.insert(arguments.end(), said.begin(), said.end());
    arguments.push_back((office.folder / "星期.csv").string());
    return Run("studio-kiosk", arguments);
  };
  const auto says = [](const std::string& text, const std::string& words) {
    CHECK_MESSAGE(text.find(words) != std::string::npos, words << " in " << text);
  };

  const Finished open = take_over({"--dry-run"});
  CHECK(open.status != 0);
  says(open.out, "--take A2");
  says(open.out, "1 new, 0 changed");
  const Finished elsewhere = take_over({"--dry-run", "--take", "B3"});
  CHECK(elsewhere.status != 0);
  says(elsewhere.err, "nothing is asked of B3");
  const Finished left = take_over({"--dry-run", "--leave", "A2"});
  CHECK_MESSAGE(left.status == 0, left.err);
  says(left.out, "1 new, 0 changed");
  const Finished all = take_over({"--dry-run", "--take", "all"});
  CHECK_MESSAGE(all.status == 0, all.err);
  says(all.out, "2 new, 0 changed");
  const Finished taken = take_over({"--take", "A2"});
  CHECK_MESSAGE(taken.status == 0, taken.err);
  says(taken.out, "2 changes wait for the county");
}

TEST_CASE("a change that somebody else was before is told to the manager, who may dismiss it") {
  Office office;
  office.Put("改班.csv", office.day.date() + ",08:30-11:30,示例甲\r\n");
  const Finished asked = office.Manage(
      kIn + "tap 导入\ntap 改班.csv\nwait-for 会改 1 班 30\ntap 导入 1 班\nwait-for 记下了 30\n");
  REQUIRE_MESSAGE(asked.status == 0, asked.err);
  office.day.Tell(office.day.village, {{{"kind", "shift"},
                                        {"id", office.day.shift()},
                                        {"body",
                                         {{"studio", 1},
                                          {"date", office.day.date()},
                                          {"from", "08:30"},
                                          {"to", "11:30"},
                                          {"members", {"m09"}}}}}});
  office.day.Upload();
  office.day.Tell(nlohmann::json::array());
  const Finished told = office.Manage(kIn +
                                      "wait-for 有 1 处改动没有办成 30\nexpect 别人先改了\ntap "
                                      "知道了\nwait-for 日历 30\nabsent 没有办成\n");
  CHECK_MESSAGE(told.status == 0, told.err);
  const Finished later = office.Manage(kIn + "wait-for 日历 30\nabsent 没有办成\n");
  CHECK_MESSAGE(later.status == 0, later.err);
  CHECK(office.ConfirmedMonth(office.day.date()).find("示例壬") != std::string::npos);
}

}  // namespace studio::e2e
