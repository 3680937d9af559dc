// Another mechanism is published at a running county, beside a running terminal: what home and
// rotation show changes on both, nobody starts anything anew, and nothing is lost.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "memory.h"
#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio::e2e {
namespace {

CalendarDate TodayThere() {
  using namespace std::chrono;
  return floor<days>(system_clock::now() + milliseconds(kChinaOffsetMs));
}

// A platform of the demo, and a terminal there whose manager stands before it.
class PlatformTerminal {
 public:
  PlatformTerminal() {
    village.StartCounty();
    folder = village.Enrol("terminal", kPlatform);
    const std::string made =
        County({"badge"}, {"--member", "m02", "--pin", kManagerPin, "--text-only"});
    card = made.substr(0, made.find('\n'));
    village.Drain(folder);
    village.ReadFeed(folder);  // the key wrapped for that card comes by the feed
  }

  std::string County(std::vector<std::string> command,
                     const std::vector<std::string>& options) const {
    command.insert(command.end(), {"--data", village.county().string()});
    command.insert(command.end(), options.begin(), options.end());
    const Finished done = Run("county-stub", command);
    REQUIRE_MESSAGE(done.status == 0, (done.out + done.err));
    return done.out;
  }
  void Publish(const std::string& file) const { County({"mechanism", "publish"}, {file}); }

  nlohmann::json Deeds() const {
    return nlohmann::json::parse(County({"deeds"}, {"--json"})).at("deeds");
  }
  // Meetings and the like that were held at the platform, from that day on.
  std::string Held(const std::string& kind, const std::string& from) const {
    int count = 0;
    for (const auto& deed : Deeds()) {
      count += deed["kind"] == kind && deed.value("studio", 0) == std::stoi(kPlatform) &&
               deed["done"].get<std::string>() >= from;
    }
    return std::to_string(count);
  }
  // Shifts, attendance and deeds by kind and id, as they stand on the county's feed.
  std::map<std::string, std::string> OnTheFeed() const {
    std::map<std::string, std::string> found;
    for (const char* kind : {"shift", "attendance", "deed"}) {
      for (const auto& [id, body] : village.OnTheFeed(kind)) found[kind + (" " + id)] = body;
    }
    return found;
  }
  // The same, as the terminal has read it.
  std::map<std::string, std::string> AtTheTerminal() const {
    SQLite::Database database((folder / "studio.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database,
                           "SELECT kind, id, body FROM entity JOIN feed USING (generation)"
                           " WHERE kind IN ('shift', 'attendance', 'deed')");
    std::map<std::string, std::string> found;
    while (rows.executeStep()) {
      found[rows.getColumn(0).getString() + " " + rows.getColumn(1).getString()] =
          rows.getColumn(2).getString();
    }
    return found;
  }
  // The words of the requests in the ledger, each as often as it is there.
  std::multiset<std::string> Requests() const {
    std::multiset<std::string> words;
    for (const auto& record : village.Ledger()) {
      if (record["kind"] == "request") words.insert(record["body"].value("words", ""));
    }
    return words;
  }
  void WaitForRequest(const std::string& words) const {
    for (int turn = 0; turn < 600 && !Requests().contains(words); ++turn) {
      std::this_thread::sleep_for(100ms);
    }
    REQUIRE(Requests().contains(words));
  }

  std::string ToRotation() const {
    return "wait-for 今日值班 30\ntap 管理\nscan " + card + "\nwait-for 请输入密码 30\ntype " +
           kManagerPin +
           "\ntap 打开\nwait-for 月度轮值 30\ntap 月度轮值\nwait-for 月度轮值 30\ntap 名单\n";
  }

  static inline const std::string kPlatform = "2";
  Village village;
  std::filesystem::path folder;
  std::string card;
};

// What home shows of the studio as a whole while nobody touches it: one poster of many.
std::string PosterOfProgress(LiveTerminal& terminal) {
  terminal.Do("wait-for 今日值班 30\nadvance 125\n");
  for (int turn = 0; turn < 40; ++turn) {
    const std::string shown = terminal.Printed();
    if (Holds(shown, "本工作室进度")) {
      terminal.Do("tap-at 5 5\nwait-for 今日值班 30\n");
      return shown;
    }
    terminal.Do("advance 15\n");
  }
  FAIL("no poster says what the studio has done");
  return {};
}

void Says(const std::string& shown, const std::vector<std::string>& words,
          const std::vector<std::string>& not_these) {
  for (const std::string& word : words) CHECK_MESSAGE(Holds(shown, word), word << " in " << shown);
  for (const std::string& word : not_these) {
    CHECK_MESSAGE(!Holds(shown, word), word << " in " << shown);
  }
}

std::string Replaced(std::string text, const std::string& was, const std::string& is) {
  const std::size_t at = text.find(was);
  REQUIRE_MESSAGE(at != text.npos, was);
  return text.replace(at, was.size(), is);
}

}  // namespace

TEST_CASE(
    "another mechanism changes home and rotation of a running terminal, and nothing is lost") {
  PlatformTerminal platform;
  const auto today = TodayThere();
  const std::string year = ToText(today).substr(0, 4) + "-01-01";
  const unsigned first_month = (static_cast<unsigned>(today.month()) - 1) / 3 * 3 + 1;
  const std::string quarter =
      ToText(CalendarDate(today.year(), std::chrono::month(first_month), std::chrono::day(1)));
  const std::string held = platform.Held("consultation", year);
  const std::string held_lately = platform.Held("consultation", quarter);
  const std::string written = platform.Held("information", year);
  const auto feed = platform.OnTheFeed(), here = platform.AtTheTerminal();
  REQUIRE(here.size() > 100);
  const auto deeds = platform.Deeds();

  LiveTerminal terminal(platform.village, platform.folder,
                        {"--backoff-ms", "200", "--silence-s", "2"});
  terminal.Do("wait-for 已连接 120\n" + FileRequest("换机制之前") + "tap 完成\n");
  platform.WaitForRequest("换机制之前");
  Says(PosterOfProgress(terminal), {"一季一协商", "本季度要做 1，已做 " + held_lately}, {"4+X"});

  // One more waits at the terminal while the county changes its rules; the rotation stands open.
  platform.village.HoldCounty();
  terminal.Do(FileRequest("换机制之时") + "tap 完成\nwait-for 1 件先存着 60\n" +
              platform.ToRotation());
  Says(terminal.Printed(), {"一月一轮值"}, {"委员值班"});
  platform.Publish(STUDIO_SOURCE_DIR "/assets/mechanisms/shangyou.toml");
  CHECK(platform.Requests().count("换机制之时") == 0);
  terminal.Do("expect 一月一轮值\n");
  platform.village.LetCountyGo();
  terminal.Do(
      "wait-for 委员值班 60\nabsent 一月一轮值\ntap 返回\nwait-for 月度轮值 30\ntap 返回\n");
  platform.WaitForRequest("换机制之时");
  Says(PosterOfProgress(terminal),
       {"4+X 协商活动", "今年要做 4，已做 " + held, "社情民意信息", "今年要做 10，已做 " + written},
       {"一季一协商"});

  // One of the county's own, by which a platform's coming counts and not a member's.
  std::string toml = BytesOf(STUDIO_SOURCE_DIR "/assets/mechanisms/tieli.toml");
  toml = Replaced(toml, "mechanism = \"tieli\"", "mechanism = \"yunshan\"");
  toml = Replaced(toml, "title = \"一月一轮值\"", "title = \"每月两次轮值\"");
  toml = Replaced(toml, "title = \"一季一协商\"", "title = \"一季两协商\"");
  toml = Replaced(toml, "per = \"quarter\"", "per = \"quarter\"\nat_least = 2");
  toml = Replaced(toml, "kinds = [\"duty\", \"home_visit\"]",
                  "of = \"platform\"\nat_least = 2\nkinds = [\"duty\"]");
  toml = Replaced(toml, ", not_met = [\"monthly_rotation\"]", "");
  const auto file = platform.village.scratch() / "yunshan.toml";
  std::ofstream(file, std::ios::binary) << toml;
  terminal.Do(platform.ToRotation() + "expect 示例乙\n");
  platform.Publish(file.string());
  terminal.Do(
      "wait-for 每月两次轮值 60\nabsent 委员值班\nexpect 样板镇“协骊”联合体\ntap 返回\nwait-for "
      "月度轮值 30\ntap 返回\n");
  Says(PosterOfProgress(terminal), {"一季两协商", "本季度要做 2，已做 " + held_lately}, {"4+X"});
  terminal.Do(FileRequest("换机制之后") + "tap 完成\n");
  platform.WaitForRequest("换机制之后");
  terminal.End();

  CHECK(platform.Requests() ==
        std::multiset<std::string>{"换机制之前", "换机制之时", "换机制之后"});
  CHECK(platform.OnTheFeed() == feed);
  CHECK(platform.AtTheTerminal() == here);
  CHECK(platform.Deeds() == deeds);
  CHECK(platform.village.StopCounty().status == 0);
}

}  // namespace studio::e2e
