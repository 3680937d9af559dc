#include "members_desk.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <regex>
#include <thread>

#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio::e2e {
namespace {

// By the county's calendar.
std::string Today() {
  using namespace std::chrono;
  const auto now = system_clock::now() + milliseconds(kChinaOffsetMs);
  return ToText(CalendarDate(floor<days>(now)));
}

}  // namespace

std::string ThisYear() { return Today().substr(0, 4); }

MembersDesk::MembersDesk(const std::string& demo) : village(demo) {
  village.StartCounty();
  folder = village.Enrol();
  writers_card = Card(kWriter, kWriterPin);
  others_card = Card(kOther, kOtherPin);
  village.Drain(folder);
  village.ReadFeed(folder);
}

std::string MembersDesk::County(std::vector<std::string> command,
                                const std::vector<std::string>& options) const {
  command.insert(command.end(), {"--data", village.county().string()});
  command.insert(command.end(), options.begin(), options.end());
  const Finished done = Run("county-stub", command);
  REQUIRE_MESSAGE(done.status == 0, (done.out + done.err));
  return done.out;
}

std::string MembersDesk::Card(const std::string& member, const std::string& pin) const {
  const std::string out = County({"badge"}, {"--member", member, "--pin", pin, "--text-only"});
  return out.substr(0, out.find('\n'));
}

std::string MembersDesk::In(const std::string& card, const std::string& pin) const {
  return "wait-for 今日值班 30\ntap 我的履职\nscan " + card + "\nwait-for 请输入密码 30\ntype " +
         pin + "\ntap 打开\nwait-for 离开时请按 60\n";
}

nlohmann::json MembersDesk::KindsOf(const std::string& place) const {
  return nlohmann::json::parse(village.OnTheFeed("mechanism").at(place)).at("activities");
}

std::set<std::string> MembersDesk::KindsOfDeeds() const {
  std::set<std::string> kinds;
  const auto deeds = nlohmann::json::parse(County({"deeds"}, {"--json"}));
  for (const auto& deed : deeds.at("deeds"))
    if (deed.value("waiting", false)) kinds.insert(deed.at("kind").get<std::string>());
  return kinds;
}

std::string MembersDesk::ManagersIn() const {
  return "wait-for 今日值班 30\ntap 管理\nscan " + writers_card +
         "\nwait-for 请输入密码 30\ntype " + kWriterPin + "\ntap 打开\nwait-for 待审核 60\n";
}

void MembersDesk::ReviewAll(LiveTerminal& terminal) const {
  terminal.Do(ManagersIn() +
              "wait-for 件等您审核 60\ntap 待审核\ntap 全选\ntap 确认\nwait-for 都审核过了 60\n"
              "tap 上一步\nexpect 都审核过了\ntap 回首页\n");
}

std::vector<nlohmann::json> MembersDesk::QuotasNow() const {
  // A place without quotas takes it back.
  const std::string body = village.OnTheFeed("progress")["1"];
  if (body.empty()) return {};
  const auto progress = nlohmann::json::parse(body);
  std::vector<nlohmann::json> now;
  for (const auto& quota : progress.at("quotas"))
    if (quota.at("from").get<std::string>() <= Today() &&
        Today() <= quota.at("to").get<std::string>())
      now.push_back(quota);
  return now;
}

void MembersDesk::WaitForRows(const std::string& table, int least) const {
  int rows = 0;
  for (int turn = 0; turn < 200 && rows < least; ++turn) {
    if (turn > 0) std::this_thread::sleep_for(50ms);
    SQLite::Database database((folder / "studio.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement count(database, "SELECT count(*) FROM " + table);
    rows = count.executeStep() ? count.getColumn(0).getInt() : 0;
  }
  REQUIRE(rows >= least);
}

void TapIn(LiveTerminal& terminal, const std::string& label) {
  for (std::string shown = terminal.Printed(); !Holds(shown, label); shown = terminal.Printed()) {
    REQUIRE_MESSAGE(Holds(shown, "往下翻"), (label + " is not in " + shown));
    terminal.Do("tap 往下翻\n");
  }
  terminal.Do("tap \"" + label + "\"\n");
}

void WriteUp(LiveTerminal& terminal, const nlohmann::json& kind, const std::string& about) {
  terminal.Do("tap 记一件事\n");
  TapIn(terminal, kind.at("title"));
  if (kind.value("place", true)) terminal.Do("tap 在哪里\ntap 示例村\ntap 好了\n");
  if (kind.contains("roles")) {
    TapIn(terminal, "您做的是");
    terminal.Do("tap " + kind.at("roles").at(0).at("title").get<std::string>() + "\n");
  }
  for (const auto& heading : kind.value("words", nlohmann::json::array())) {
    TapIn(terminal, heading);
    terminal.Do("type 写了几句。\ntap 好了\n");
  }
  if (!about.empty()) {
    TapIn(terminal, "和哪件事有关");
    terminal.Do("tap " + about + "\ntap 好了\n");
  }
  terminal.Do("tap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n");
}

FiledSlip FileAtHome(LiveTerminal& terminal, const std::string& words, bool for_members) {
  terminal.Do("wait-for 今日值班 30\ntap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " +
              words + "\ntap 下一步\ntap 不留姓名\ntap 下一步\n" +
              (for_members ? "tap 这些也让委员看\nexpect 这个工作室的委员也看得到\n" : "") +
              "tap 我知道了，同意\ntap 下一步\ntap 没错，登记\nwait-for 已经记下了 60\n");
  const std::string shown = terminal.Printed();
  static const std::regex code("\n(\\d{4}) (\\d{4})(?=\n|$)");
  std::smatch found;
  REQUIRE_MESSAGE(std::regex_search(shown, found, code), shown);
  const std::set<std::string> receipts = ReceiptsIn(shown);
  REQUIRE_MESSAGE(receipts.size() == 1, shown);
  terminal.Do("tap 完成\n");
  return {*receipts.begin(), found[1].str() + found[2].str()};
}

std::string LookUpLines(const FiledSlip& slip) {
  return "wait-for 今日值班 30\ntap 查进度\ntype " + slip.number + "\ntap 下一步\ntype " +
         slip.code + "\ntap 查一查\n";
}

}  // namespace studio::e2e
