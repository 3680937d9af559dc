// A member's desk by the real programs: what is written up at the screen arrives, becomes a deed
// and counts the same on the desk, in both ends' reckoning and on the disk for nobody.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <regex>
#include <set>
#include <thread>

#include "memory.h"
#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"
#include "test_support/places.h"

namespace studio::e2e {
namespace {

const std::string kWriter = "m01", kWriterPin = "507394";
const std::string kOther = "m09", kOtherPin = "618203";

// By the county's calendar.
std::string Today() {
  using namespace std::chrono;
  const auto now = system_clock::now() + milliseconds(kChinaOffsetMs);
  return ToText(CalendarDate(floor<days>(now)));
}

std::string ThisYear() { return Today().substr(0, 4); }

class MembersDesk {
 public:
  MembersDesk() {
    village.StartCounty();
    folder = village.Enrol();
    writers_card = Card(kWriter, kWriterPin);
    others_card = Card(kOther, kOtherPin);
    village.Drain(folder);
    village.ReadFeed(folder);
  }

  std::string County(std::vector<std::string> command,
                     const std::vector<std::string>& options) const {
    command.insert(command.end(), {"--data", village.county().string()});
    command.insert(command.end(), options.begin(), options.end());
    const Finished done = Run("county-stub", command);
    REQUIRE_MESSAGE(done.status == 0, (done.out + done.err));
    return done.out;
  }

  std::string Card(const std::string& member, const std::string& pin) const {
    const std::string out = County({"badge"}, {"--member", member, "--pin", pin, "--text-only"});
    return out.substr(0, out.find('\n'));
  }

  // The script's lines from home to the desk.
  std::string In() const { return In(writers_card, kWriterPin); }
  std::string In(const std::string& card, const std::string& pin) const {
    return "wait-for 今日值班 30\ntap 我的履职\nscan " + card + "\nwait-for 请输入密码 30\ntype " +
           pin + "\ntap 打开\nwait-for 离开时请按 60\n";
  }

  // What may be written up by that place's rules, as it was published.
  nlohmann::json KindsOf(const std::string& place) const {
    SQLite::Database ledger((village.county() / "ledger.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(ledger, "SELECT body FROM entities WHERE kind = 'mechanism' AND id = ?");
    row.bind(1, place);
    REQUIRE(row.executeStep());
    return nlohmann::json::parse(row.getColumn(0).getString()).at("activities");
  }

  // Of the writer's, still to be confirmed.
  std::set<std::string> KindsOfDeeds() const {
    std::set<std::string> kinds;
    const auto deeds = nlohmann::json::parse(County({"deeds"}, {"--json"}));
    for (const auto& deed : deeds.at("deeds"))
      if (deed.value("waiting", false)) kinds.insert(deed.at("kind").get<std::string>());
    return kinds;
  }

  void ConfirmAll() const {
    const auto deeds = nlohmann::json::parse(County({"deeds"}, {"--json"}));
    for (const auto& deed : deeds.at("deeds")) {
      if (deed.value("waiting", false))
        County({"deed", "change"},
               {"--id", deed.at("id"), "--confirm", "--by", "示例核对人", "--why", "核对过"});
    }
  }

  // What home tells of the studio's quotas, in the stretch that runs now.
  std::vector<nlohmann::json> QuotasNow() const {
    SQLite::Database ledger((village.county() / "ledger.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(ledger, "SELECT body FROM entities WHERE kind = 'progress' AND id = '1'");
    // A place without quotas takes it back.
    const std::string body = row.executeStep() ? row.getColumn(0).getString() : std::string();
    if (body.empty()) return {};
    const auto progress = nlohmann::json::parse(body);
    std::vector<nlohmann::json> now;
    for (const auto& quota : progress.at("quotas"))
      if (quota.at("from").get<std::string>() <= Today() &&
          Today() <= quota.at("to").get<std::string>())
        now.push_back(quota);
    return now;
  }

  Village village;
  std::filesystem::path folder;
  std::string writers_card, others_card;
};

// Taps it, paging to where it stands.
void TapIn(LiveTerminal& terminal, const std::string& label) {
  for (std::string shown = terminal.Printed(); !Holds(shown, label); shown = terminal.Printed()) {
    REQUIRE_MESSAGE(Holds(shown, "往下翻"), (label + " is not in " + shown));
    terminal.Do("tap 往下翻\n");
  }
  terminal.Do("tap \"" + label + "\"\n");
}

void WriteUp(LiveTerminal& terminal, const nlohmann::json& kind) {
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
  terminal.Do("tap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n");
}

}  // namespace

TEST_CASE("one activity of every kind of all five places is written up at the screen and counts") {
  MembersDesk desk;
  std::size_t written = 0, told = 0;
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    desk.County({"mechanism", "publish"},
                {STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml"});
    desk.village.ReadFeed(desk.folder);
    const nlohmann::json kinds = desk.KindsOf(place);
    {
      LiveTerminal terminal(desk.village, desk.folder);
      terminal.Do(desk.In());
      for (const auto& kind : kinds) WriteUp(terminal, kind);
      written += kinds.size();
      terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
      terminal.End();
    }
    desk.village.Drain(desk.folder);
    const std::set<std::string> deeds = desk.KindsOfDeeds();
    for (const auto& kind : kinds) CHECK_MESSAGE(deeds.count(kind.at("kind")) == 1, kind.dump());

    // The same at the county, here on the command line, and on the desk.
    const auto year = nlohmann::json::parse(desk.County(
        {"assess"}, {"--json", "--year", ThisYear(), "--studio", "1", "--member", kWriter}));
    const std::string waiting = year.at("members").at(0).value("waiting", "");
    {
      LiveTerminal terminal(desk.village, desk.folder);
      terminal.Do(desk.In() + "wait-for 今年积分 60\n");
      if (!waiting.empty())
        CHECK_MESSAGE(Holds(terminal.Printed(), "另有 " + waiting + " 分等确认"),
                      terminal.Printed());
      terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
      terminal.End();
    }

    // Once confirmed it counts, there and on what home tells of the studio's quotas.
    desk.ConfirmAll();
    desk.village.ReadFeed(desk.folder);
    const auto counted = nlohmann::json::parse(desk.County(
        {"assess"}, {"--json", "--year", ThisYear(), "--studio", "1", "--member", kWriter}));
    const auto& member = counted.at("members").at(0);
    CHECK(member.value("waiting", "") == "");
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() + "wait-for 今年积分 60\n");
    const std::string shown = terminal.Printed(), total = member.at("total");
    CHECK_MESSAGE(Holds(shown, "\n" + total + "\n今年积分\n"), shown);
    CHECK_FALSE(Holds(shown, "分等确认"));
    const auto quotas = desk.QuotasNow();
    terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
    if (quotas.empty()) continue;
    terminal.Do("advance 130\n");
    for (int turn = 0; turn < 20 && !Holds(terminal.Printed(), "本站进度"); ++turn)
      terminal.Do("advance 5\n");
    told += quotas.size();
    for (const auto& quota : quotas) {
      const std::string figures = "要做 " + quota.at("owed").get<std::string>() + "，已做 " +
                                  quota.at("done").get<std::string>();
      CHECK_MESSAGE(Holds(terminal.Printed(), figures), (quota.dump() + terminal.Printed()));
      CHECK(Holds(terminal.Printed(), quota.at("title").get<std::string>()));
    }
  }
  CHECK(told > 0);
  MESSAGE(written << " activities");
}

TEST_CASE("what was being written when the terminal was killed is offered to its writer alone") {
  MembersDesk desk;
  const std::string words = "坡上三户的水管夜里冻住了";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() +
                "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么\n"
                "type " +
                words + "\nadvance 5\n");
    // The store writes on a thread of its own.
    const auto kept = [&] {
      SQLite::Database database((desk.folder / "studio.db").string(), SQLite::OPEN_READONLY);
      SQLite::Statement count(database, "SELECT count(*) FROM desk_draft");
      return count.executeStep() && count.getColumn(0).getInt() > 0;
    };
    for (int turn = 0; turn < 200 && !kept(); ++turn) std::this_thread::sleep_for(50ms);
    REQUIRE(kept());
    terminal.Kill();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  CHECK_FALSE(Holds(disk, words));
  CHECK(Holds(disk, "desk_draft"));

  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(desk.In(desk.others_card, kOtherPin) +
              "wait-for 今年积分 60\nabsent 上次没写完\ntap 办完了\n" + desk.In() +
              "wait-for 上次没写完 30\ntap 接着写\nexpect 示例村\nexpect " + words +
              "\ntap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n"
              "wait-for 今年积分 60\nabsent 上次没写完\n");
}

TEST_CASE("voice and photo of a write-up outlive a kill, and the county has both") {
  MembersDesk desk;
  const std::vector<std::string> means = {
      "--microphone", "test:20", "--camera",
      "file:" + std::string(STUDIO_SOURCE_DIR) + "/assets/pictures/home.png"};
  const auto files = [&] {
    std::vector<std::string> all;
    for (const auto& file : std::filesystem::directory_iterator(desk.folder / "attachments"))
      all.push_back(BytesOf(file.path()));
    return all;
  };
  {
    LiveTerminal terminal(desk.village, desk.folder, means);
    terminal.Do(desk.In() + "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\n");
    TapIn(terminal, "录音和照片");
    terminal.Do(
        "tap 点一下，开始说\nwait-for 听一遍 60\ntap 拍照\nwait-for 对准 30\ntap 拍照\n"
        "wait-for 就用这张 30\ntap 就用这张\nwait-for 听一遍 30\n");
    const auto kept = [&] {
      SQLite::Database database((desk.folder / "studio.db").string(), SQLite::OPEN_READONLY);
      SQLite::Statement count(database, "SELECT count(*) FROM draft_file");
      return count.executeStep() && count.getColumn(0).getInt() == 2;
    };
    for (int turn = 0; turn < 200 && !kept(); ++turn) std::this_thread::sleep_for(50ms);
    REQUIRE(kept());
    terminal.Kill();
  }
  REQUIRE(files().size() == 2);
  for (const std::string& bytes : files()) {
    CHECK_FALSE(Holds(bytes, "OggS"));
    CHECK_FALSE(Holds(bytes, "JFIF"));
  }
  {
    LiveTerminal terminal(desk.village, desk.folder, means);
    terminal.Do(desk.In(desk.others_card, kOtherPin) +
                "wait-for 今年积分 60\nabsent 上次没写完\ntap 办完了\n" + desk.In() +
                "wait-for 上次没写完 30\ntap 接着写\n");
    TapIn(terminal, "录音和照片");
    // The voice message is what was said: no word of it is written.
    terminal.Do(
        "expect 20 秒\ntap 听一遍\nwait-for 听一遍 30\ntap \"照片 1\"\nexpect 去掉这张照片\ntap "
        "留着\n"
        "tap 好了\ntap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n"
        "wait-for 今年积分 60\nabsent 上次没写完\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  std::string record;
  for (const auto& line : desk.village.Ledger()) {
    if (line["kind"] != "activity") continue;
    CHECK(record.empty());
    record = line["id"];
    CHECK(line["body"].value("words", "") == "");
  }
  const auto out = desk.village.scratch() / "opened";
  desk.County({"attachments"}, {"--record", record, "--out", out.string()});
  CHECK(Holds(BytesOf(out / "1-voice.ogg"), "OggS"));
  CHECK(Holds(BytesOf(out / "2-photo.jpg"), "JFIF"));
  CHECK(files().size() == 2);  // the studio reads it too
}

namespace {

struct FiledSlip {
  std::string number, code;
};

// Files one without a name and leaves with what the slip says.
FiledSlip FileAtHome(LiveTerminal& terminal, const std::string& words, bool for_members) {
  terminal.Do("wait-for 今日值班 30\ntap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " +
              words + "\ntap 下一步\ntap 不留姓名\ntap 下一步\n" +
              (for_members ? "tap 也让这里的委员看\nexpect 这个工作室的委员也看得到\n" : "") +
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

}  // namespace

namespace {

// Whom they met who wrote up a visit that belongs to the request.
std::vector<std::string> VisitsOf(const MembersDesk& desk, const std::string& number) {
  std::string request;
  std::vector<std::string> met;
  const auto records = desk.village.Ledger();
  for (const auto& record : records)
    if (record["kind"] == "request" && record["body"]["receipt"] == number) request = record["id"];
  for (const auto& record : records)
    if (record["kind"] == "activity" && record["body"].value("about", "") == "request:" + request)
      met.push_back(record["body"]["met"]);
  return met;
}

}  // namespace

TEST_CASE(
    "a request for members' eyes is answered at the desk and read on its slip, line or no line") {
  MembersDesk desk;
  const std::string asked = "井台西边的路灯灭了三天", hidden = "这句只说给县里听";
  const std::string said = "明天请电工来换灯泡";
  const std::string visited = "去看过了，灯泡烧了", met = "样例丑、供电所";
  CHECK(desk.village.StopCounty().status == 0);
  FiledSlip slip, other;
  {
    LiveTerminal terminal(desk.village, desk.folder);
    slip = FileAtHome(terminal, asked, true);
    other = FileAtHome(terminal, hidden, false);
    terminal.Do(desk.In() +
                "wait-for 1 件诉求还没答复 30\ntap 群众诉求\nwait-for 示例村 30\nexpect 还没答复\n"
                "absent 只说给\ntap 示例村 · 道路桥梁\nexpect " +
                asked + "\ntap 答复\ntap 怎么办\ntap 当场答复\ntap 说给乡亲的话\ntype " + said +
                "\ntap 好了\ntap 答复好了\nwait-for 答复记下了 30\ntap 看这件事\n"
                "wait-for 已答复 30\ntap 上一步\ntap 上一步\ntap 记一件事\ntap 上门入户\n"
                "tap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么，要办什么\ntype " +
                visited + "\ntap 好了\ntap 见了谁\ntype " + met +
                "\ntap 好了\ntap 和哪件事有关\nwait-for 群众诉求 30\n"
                "tap 示例村 · 道路桥梁\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n"
                "tap 回我的履职\ntap 民意台账\nwait-for 来登记的 30\n"
                "tap 示例村 · 道路桥梁\nexpect " +
                visited + "\ntap 上一步\ntap 上一步\ntap 办完了\n" + LookUpLines(slip) +
                "wait-for 答复了您 60\nexpect " + said + "\ntap 回首页\n" + LookUpLines(other) +
                "wait-for 登记号 60\nabsent 答复了您\ntap 回首页\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  for (const std::string& words : {asked, hidden, said, visited, met})
    CHECK_FALSE(Holds(disk, words));
  CHECK(Holds(disk, "member_reply"));

  desk.village.StartCounty();
  desk.village.Drain(desk.folder);
  int replies = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "member_reply") continue;
    ++replies;
    CHECK(record["body"]["words"] == said);
    CHECK(record["body"]["receipt"] == slip.number);
    CHECK(record["outcome"] == "replied");
  }
  CHECK(replies == 1);
  CHECK(VisitsOf(desk, slip.number) == std::vector{met});
  const auto cases = nlohmann::json::parse(desk.County({"requests"}, {"--json"}));
  for (const auto& one : cases) {
    const bool answered = one["course"].size() == 2;
    CHECK(answered == (one["number"] == slip.number));
    CHECK(one["step"] == "received");
  }
  // Another terminal of the studio has it from the feed, with its line down as well.
  const auto second = desk.village.Enrol("second");
  desk.village.Drain(second);
  desk.village.ReadFeed(second);
  CHECK(desk.village.StopCounty().status == 0);
  const Finished there = desk.village.RunScript(
      second, LookUpLines(slip) + "wait-for 答复了您 60\nexpect " + said + "\n");
  REQUIRE_MESSAGE(there.status == 0, there.err);
}

TEST_CASE("an answer that a kill interrupts is offered to its writer alone, and filed once") {
  MembersDesk desk;
  const std::string asked = "磨坊东边的路灯灭了几天", said = "明早请电工先换两个灯泡";
  const std::string to_request =
      "wait-for 1 件诉求还没答复 60\ntap 群众诉求\ntap 示例村 · 道路桥梁\nexpect " + asked + "\n";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    FileAtHome(terminal, asked, true);
    terminal.Do(desk.In() + to_request +
                "tap 答复\ntap 怎么办\ntap 交村委\ntap 说给乡亲的话\ntype " + said +
                "\nadvance 5\n");
    const auto kept = [&] {
      SQLite::Database database((desk.folder / "studio.db").string(), SQLite::OPEN_READONLY);
      SQLite::Statement count(database, "SELECT count(*) FROM desk_draft");
      return count.executeStep() && count.getColumn(0).getInt() > 0;
    };
    for (int turn = 0; turn < 200 && !kept(); ++turn) std::this_thread::sleep_for(50ms);
    REQUIRE(kept());
    // What was kept first may have been the way alone.
    terminal.Do("advance 5\n");
    std::this_thread::sleep_for(500ms);
    terminal.Kill();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  CHECK_FALSE(Holds(disk, said));
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In(desk.others_card, kOtherPin) + to_request +
                "absent 上次没写完\ntap 上一步\ntap 上一步\ntap 办完了\n" + desk.In() + to_request +
                "wait-for 上次没写完 30\ntap 接着写\nexpect " + said +
                "\ntap 答复好了\nwait-for 答复记下了 30\ntap 看这件事\nwait-for 已答复 30\n"
                "absent 上次没写完\ntap 上一步\ntap 上一步\ntap 办完了\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  int replies = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "member_reply") continue;
    ++replies;
    CHECK(record["body"]["words"] == said);
  }
  CHECK(replies == 1);
}

TEST_CASE("who came along confirms at the desk, and the county has it by their own word") {
  MembersDesk desk;
  const auto deed = [&] {
    const auto deeds = nlohmann::json::parse(desk.County({"deeds"}, {"--json"}));
    for (const auto& one : deeds.at("deeds"))
      if (one.value("waiting", false) && one.at("kind") == "home_visit") return one;
    return nlohmann::json();
  };
  const auto confirmed = [&](const std::string& member) {
    const nlohmann::json known = deed();
    for (const auto& one : known.at("members"))
      if (one.at("id") == member) return one.value("confirmed", true);
    return false;
  };
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() + "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\n");
    TapIn(terminal, "谁去的");
    TapIn(terminal, "示例壬");
    terminal.Do("tap 好了\n");
    TapIn(terminal, "说了些什么，要办什么");
    terminal.Do("type 写了几句。\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  REQUIRE(deed().is_object());
  CHECK_FALSE(confirmed(kOther));
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In(desk.others_card, kOtherPin) + "wait-for 请您确认 60\n");
    TapIn(terminal, "示例甲记的“上门入户”，请您确认");
    terminal.Do(
        "expect 示例村\ntap 有我\nwait-for 记下了，有您 30\ntap 回我的履职\n"
        "wait-for 今年积分 60\nabsent 请您确认\ntap 办完了\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  for (const auto& record : desk.village.Ledger())
    if (record["kind"] == "coauthor") CHECK(record["outcome"] == "agreed");
  CHECK(confirmed(kOther));
}

TEST_CASE("a member asks for leave at the desk, and the county has it of them by name") {
  MembersDesk desk;
  const auto now = std::chrono::system_clock::now() + std::chrono::milliseconds(kChinaOffsetMs);
  const std::string today = ToText(CalendarDate(std::chrono::floor<std::chrono::days>(now)));
  nlohmann::json next;
  {
    SQLite::Database ledger((desk.village.county() / "ledger.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(ledger, "SELECT body FROM entities WHERE kind = 'shift'");
    while (row.executeStep()) {
      const auto shift = nlohmann::json::parse(row.getColumn(0).getString());
      const auto& members = shift.at("members");
      const bool own = std::find(members.begin(), members.end(), kWriter) != members.end();
      if (!own || shift.at("studio") != 1 || shift.at("date") <= today) continue;
      if (next.is_null() || shift.at("date") < next.at("date")) next = shift;
    }
  }
  REQUIRE(next.is_object());
  const std::string date = next.at("date");
  const std::string title = std::to_string(std::stoi(date.substr(5, 2))) + "月" +
                            std::to_string(std::stoi(date.substr(8, 2))) + "日 " +
                            (next.at("from") < "12:00" ? "上午班" : "下午班");
  const std::string there = desk.In() + "tap 我的班\n" +
                            (date.substr(0, 7) > today.substr(0, 7) ? "tap 下个月\n" : "") +
                            "wait-for " + title.substr(0, title.find(' ')) + " 30\n";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(there);
    TapIn(terminal, title);
    terminal.Do("tap 请假\ntap 生病\nexpect 本人\ntap 没错，存下\nwait-for 确认以后才能再改 30\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  desk.village.ReadFeed(desk.folder);
  int leaves = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "roster_change") continue;
    ++leaves;
    CHECK(record["body"]["member"] == kWriter);
    CHECK(record["body"]["asked_by"] == kWriter);
    CHECK(record["body"].value("agreed_by", "") == "");
  }
  CHECK(leaves == 1);
  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(there + "wait-for 请假：生病，本人提出 30\n");
}

TEST_CASE("an information from two requests is handed in, adopted, and its course comes back") {
  MembersDesk desk;
  const std::string lamp = "祠堂边的路灯夜里不亮", bridge = "祠堂边的小桥少了护栏";
  const std::string hidden = "这句只说给县里的人", situation = "祠堂一带夜里出门要摸黑过桥";
  FiledSlip first, second;
  {
    LiveTerminal terminal(desk.village, desk.folder);
    first = FileAtHome(terminal, lamp, true);
    second = FileAtHome(terminal, bridge, true);
    FileAtHome(terminal, hidden, false);
    terminal.Do(desk.In() + "tap 民意台账\nwait-for 2 条 30\nabsent 只说给县里\n" +
                "tap \"选\"\ntap \"选\"\ntap 写成信息（2 条）\ntap 情况\ntype " + situation +
                "\nexpect 一共 13 字\nadvance 5\nadvance 1\n");
    const auto kept = [&] {
      SQLite::Database database((desk.folder / "studio.db").string(), SQLite::OPEN_READONLY);
      SQLite::Statement count(database, "SELECT count(*) FROM desk_draft");
      return count.executeStep() && count.getColumn(0).getInt() > 0;
    };
    for (int turn = 0; turn < 200 && !kept(); ++turn) std::this_thread::sleep_for(50ms);
    REQUIRE(kept());
    terminal.Kill();
  }
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(
        desk.In(desk.others_card, kOtherPin) +
        "tap 民意台账\nwait-for 2 条 30\nabsent 上次没写完\ntap 上一步\ntap 办完了\n" + desk.In() +
        "tap 民意台账\nwait-for 上次没写完 30\ntap 接着写\nexpect " + situation +
        "\ntap 从哪些话来\nexpect " + lamp + "\nexpect " + bridge +
        "\ntap 上一步\ntap 题目\ntype 关于祠堂一带夜间出行的信息\ntap 好了\n"
        "tap 建议\ntype 先装灯，再补护栏。\ntap 好了\ntap 和谁一起写\ntap 示例壬\ntap 好了\n"
        "tap 写好了，交上去\nwait-for 交上去了 30\ntap 回台账\nwait-for 已写成信息 30\n"
        "absent 上次没写完\ntap 记一条来电\ntap 哪个村\ntap 示例村\ntap 说了什么\n"
        "type 祠堂的水也不够\ntap 好了\ntap 记好了\nwait-for 已经在台账上 30\ntap 回台账\n"
        "wait-for 3 条 30\ntap 上一步\ntap 办完了\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  for (const std::string& words : {lamp, bridge, hidden, situation, std::string("祠堂的水也不够")})
    CHECK_FALSE(Holds(disk, words));

  desk.village.Drain(desk.folder);
  std::string id;
  int heard = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "information") continue;
    if (record["act"] == "heard") {
      ++heard;
      CHECK(record["body"]["words"] == "祠堂的水也不够");
      CHECK(record["outcome"].is_null());
      continue;
    }
    id = record["id"].get<std::string>();
    CHECK(record["title"] == "关于祠堂一带夜间出行的信息");
    CHECK(record["body"]["situation"] == situation);
    CHECK(record["form"] == "digest");
    CHECK(record["outcome"] == "waits");
    const auto& sources = record["sources"];
    CHECK(sources.size() == 2);
    for (const FiledSlip& slip : {first, second})
      CHECK(std::find(sources.begin(), sources.end(), slip.number) != sources.end());
  }
  CHECK(heard == 1);
  REQUIRE_FALSE(id.empty());
  const auto now = std::chrono::system_clock::now() + std::chrono::milliseconds(kChinaOffsetMs);
  const std::string today = ToText(CalendarDate(std::chrono::floor<std::chrono::days>(now)));
  desk.County({"deed", "change"}, {"--id", id, "--by", "演示办公室", "--confirm", "--state",
                                   "adopted,on=" + today + ",level=province"});
  desk.village.ReadFeed(desk.folder);
  LiveTerminal terminal(desk.village, desk.folder);
  for (const auto& [card, pin] :
       {std::pair(desk.writers_card, kWriterPin), std::pair(desk.others_card, kOtherPin)}) {
    terminal.Do(desk.In(card, pin) +
                "tap 民意台账\nwait-for 我写的（1） 30\ntap 我写的（1）\nexpect 采用（省级）\n"
                "tap 关于祠堂\nexpect 已交\nexpect " +
                situation +
                "\nexpect 从哪些话来\ntap 上一步\ntap 上一步\ntap 上一步\ntap 办完了\n");
  }
}

}  // namespace studio::e2e
