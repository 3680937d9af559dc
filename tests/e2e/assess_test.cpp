// What counts, by the real programs: deeds entered at the county or found there from the beginning,
// a mechanism published, the feed at the terminal, and both ends say the same, byte for byte.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

#include "shared/base/digest.h"
#include "shared/base/time_units.h"
#include "test_support/nasty_texts.h"
#include "test_support/places.h"
#include "village.h"

namespace studio::e2e {
namespace {

// The last year that is over by the county's calendar, whatever day it is today.
std::string YearOver(int before = 0) {
  using namespace std::chrono;
  const auto now = system_clock::now() + milliseconds(kChinaOffsetMs);
  const year_month_day today = floor<days>(now);
  return std::to_string(static_cast<int>(today.year()) - 1 - before);
}

class Station {
 public:
  explicit Station(const std::string& demo = "tieli") : village(demo) {
    village.StartCounty();
    terminal = village.Enrol();
    village.Drain(terminal);
    const Finished card = County("badge", {"--member", "m01", "--pin", kManagerPin, "--text-only"});
    REQUIRE_MESSAGE(card.status == 0, card.err);
    Write("card", card.out);
    Write("pin", kManagerPin + "\n");
  }

  Finished County(const std::string& command, std::vector<std::string> options,
                  const std::string& of = {}) const {
    std::vector<std::string> arguments = {command};
    if (!of.empty()) arguments.push_back(of);
    arguments.insert(arguments.end(), {"--data", village.county().string()});
    arguments.insert(arguments.end(), options.begin(), options.end());
    return Run("county-stub", arguments);
  }

  void Must(const Finished& finished) const {
    REQUIRE_MESSAGE(finished.status == 0, (finished.out + finished.err));
  }

  std::filesystem::path Write(const std::string& name, const std::string& text) const {
    const auto file = village.scratch() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  void ReadFeed() { village.ReadFeed(terminal); }

  Finished Kiosk(std::vector<std::string> options = {}, const std::string& pin = "pin") const {
    options.insert(options.end(), {"--year", year, "--on", year + "-12-31"});
    return KioskAsks(options, pin);
  }

  Finished KioskAsks(const std::vector<std::string>& options,
                     const std::string& pin = "pin") const {
    std::vector<std::string> arguments = {"assess",          "--data",
                                          terminal.string(), "--json",
                                          "--card-file",     (village.scratch() / "card").string(),
                                          "--pin-file",      (village.scratch() / pin).string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return Run("studio-kiosk", arguments);
  }

  Finished KioskPrints(const std::filesystem::path& out, const std::vector<std::string>& options,
                       const std::string& pin = "pin") const {
    std::vector<std::string> arguments = {"sheets",
                                          "--data",
                                          terminal.string(),
                                          "--year",
                                          year,
                                          "--on",
                                          year + "-12-31",
                                          "--out",
                                          out.string(),
                                          "--card-file",
                                          (village.scratch() / "card").string(),
                                          "--pin-file",
                                          (village.scratch() / pin).string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return Run("studio-kiosk", arguments);
  }

  Finished Assess(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--json", "--year", year, "--on", year + "-12-31"});
    return County("assess", options);
  }

  // As it is published.
  nlohmann::json CountyBody() const {
    const auto bodies = village.OnTheFeed("county");
    REQUIRE(bodies.size() == 1);
    return nlohmann::json::parse(bodies.begin()->second);
  }

  Village village;
  std::filesystem::path terminal;
  std::string year = YearOver();
};

std::string InYear(const std::string& year, std::string text) {
  for (std::size_t at; (at = text.find("YEAR")) != text.npos;) text.replace(at, 4, year);
  return text;
}

std::string MechanismFile(const std::string& place) {
  return STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml";
}

}  // namespace

TEST_CASE("what is typed at the county's shell is kept clean, and what nobody can see is refused") {
  Station station;
  const auto add = [&](const std::string& id, std::string_view text, bool all) {
    const std::string words(text);
    std::vector<std::string> options = {
        "--id",     id,    "--kind", "plenary",    "--done",  station.year + "-01-12",
        "--member", "m01", "--by",   "演示办公室", "--proof", words};
    if (all) options.insert(options.end(), {"--mark", words, "--why", words, "--level", words});
    return station.County("deed", options, "add");
  };
  int number = 0;
  for (const std::string_view blank : kBlankTexts) {
    const Finished refused = add("e" + std::to_string(++number), blank, false);
    CHECK(refused.status != 0);
    CHECK(Holds(refused.err, "nothing in it can be seen"));
  }
  number = 0;
  for (const NastyText& nasty : kNastyTexts)
    station.Must(add("e" + std::to_string(++number), nasty.written, true));
  const Finished listed = station.County("deeds", {"--json"});
  station.Must(listed);
  std::size_t found = 0;
  const auto deeds = nlohmann::json::parse(listed.out)["deeds"];
  for (const auto& deed : deeds) {
    const std::string id = deed["id"];
    if (!id.starts_with("e")) continue;
    const NastyText& nasty = kNastyTexts.at(std::stoul(id.substr(1)) - 1);
    CAPTURE(nasty.as_lines);
    CHECK(deed["proof"] == nasty.as_lines);
    CHECK(deed["level"] == nasty.as_lines);
    CHECK(deed["marks"] == nlohmann::json::array({nasty.as_lines}));
    ++found;
  }
  CHECK(found == kNastyTexts.size());
}

TEST_CASE("terminal and county reckon a studio's year the same, byte for byte, by each mechanism") {
  Station station;
  station.Must(
      station.County("deed",
                     {"--id", "全会", "--kind", "plenary", "--done", station.year + "-01-12",
                      "--must-attend", "yes", "--member", "m01", "--member", "m02,attendance=late",
                      "--member", "m05,attendance=leave", "--by", "演示办公室"},
                     "add"));
  const auto table = station.Write(
      "deeds.csv", InYear(station.year,
                          "编号,类别,日期,委员,角色,工作室,状态,状态日期,状态级别\n"
                          "提-1,提案,YEAR-01-13,\"示例乙、示例甲、示例癸\",,,立案,YEAR-02-01,\n"
                          "信-1,信息,YEAR-03-02,示例戊,,1,提交,YEAR-03-02,\n"
                          "信-1,,,,,,采用,YEAR-04-10,市级\n"
                          "协-1,consultation,YEAR-05-20,示例甲,主持,1,,,\n"
                          "访-1,visit_residents,YEAR-06-01,示例寅,,1,,,\n"
                          "值-1,值班,YEAR-06-02,示例寅,,1,,,\n"));
  station.Must(station.County("deed", {table.string(), "--by", "演示办公室"}, "import"));
  std::string before;
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    station.Must(station.County("mechanism", {MechanismFile(place)}, "publish"));
    station.ReadFeed();
    const Finished here = station.Kiosk();
    REQUIRE_MESSAGE(here.status == 0, here.err);
    const Finished there = station.Assess({"--studio", "1"});
    REQUIRE_MESSAGE(there.status == 0, there.err);
    CHECK(here.out == there.out);
    CHECK(here.out != before);
    before = here.out;
    const auto json = nlohmann::json::parse(here.out);
    CHECK(json["mechanism"] == place);
    CHECK(json["members"].size() > 3);
    bool counted = false;
    for (const auto& member : json["members"]) counted |= !member["rows"].empty();
    CHECK(counted);
    CHECK(here.out.find("\"m02\"") == std::string::npos);
    const Finished one = station.Kiosk({"--member", "m01"});
    CHECK(one.out == station.Assess({"--studio", "1", "--member", "m01"}).out);
  }
  // The year closed, its grades and rules go down, too.
  station.Must(station.County("deed", {"--year", station.year, "--by", "演示办公室"}, "close"));
  station.Must(station.County("mechanism", {MechanismFile("tieli")}, "publish"));
  station.ReadFeed();
  const Finished closed = station.Kiosk();
  CHECK(closed.out == station.Assess({"--studio", "1"}).out);
  CHECK(nlohmann::json::parse(closed.out)["closed"] == true);
  // Another post and another name later on: the closed year is of who they were, at both ends.
  const auto later = station.Write(
      "later.json",
      R"({"changes": [{"kind": "member", "id": "m01", "body":)"
      R"( {"name": "改名", "group": "另一组", "studios": [1], "posts": [{"post": "常委"}]}}]})");
  station.Must(station.County("publish", {}, later.string()));
  station.ReadFeed();
  CHECK(station.Kiosk().out == closed.out);
  CHECK(station.Assess({"--studio", "1"}).out == closed.out);
}

TEST_CASE("terminal and county reckon the years of each demo the same, byte for byte") {
  for (const std::string demo : kPlaces) {
    CAPTURE(demo);
    Station station(demo);
    station.ReadFeed();
    for (const std::string& year : {YearOver(), YearOver(-1)}) {
      CAPTURE(year);
      station.year = year;
      const Finished here = station.Kiosk();
      REQUIRE_MESSAGE(here.status == 0, here.err);
      const Finished there = station.Assess({"--studio", "1"});
      REQUIRE_MESSAGE(there.status == 0, there.err);
      CHECK(here.out == there.out);
      const auto json = nlohmann::json::parse(here.out);
      CHECK(json["mechanism"] == demo);
      CHECK(std::to_string(json["year"].get<int>()) == year);
      // Nor does a member lose anything by what the studio is not told of others.
      const auto whole = nlohmann::json::parse(station.Assess().out)["members"];
      // Of the year that is over there are deeds on whatever day this is run.
      bool counted = year != YearOver();
      for (const auto& member : json["members"]) {
        counted |= !member["rows"].empty();
        const auto same = std::find_if(whole.begin(), whole.end(), [&](const auto& one) {
          return one["member"] == member["member"];
        });
        REQUIRE(same != whole.end());
        for (const char* part : {"total", "sections", "quotas", "rows"}) {
          CHECK((*same)[part] == member[part]);
        }
      }
      CHECK(counted);
    }
  }
}

TEST_CASE("the sheets of each demo's year have the figures of assess, and at the foot its digest") {
  for (const std::string demo : kPlaces) {
    CAPTURE(demo);
    Station station(demo);
    station.ReadFeed();
    const Finished assessed = station.Kiosk();
    REQUIRE_MESSAGE(assessed.status == 0, assessed.err);
    const auto out = station.village.scratch() / "sheets";
    std::filesystem::create_directory(out);
    for (const char* const format : {"pdf", "xlsx"}) {
      const Finished printed = station.KioskPrints(out, {"--format", format});
      REQUIRE_MESSAGE(printed.status == 0, printed.err);
      CHECK(std::count(printed.out.begin(), printed.out.end(), '\n') == 8);
    }
    std::string points, registration;
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(".pdf")) continue;
      const std::string text = Run("/usr/bin/pdftotext", {"-layout", entry.path(), "-"}).out;
      std::string foot = ToHex(Sha256(AsBytes(assessed.out))).substr(0, 16);
      for (const std::size_t at : {12, 8, 4}) foot.insert(at, " ");
      CHECK(Holds(text, foot));
      if (name.starts_with("履职积分表")) points = text;
      if (name.starts_with("委员履职登记表")) registration = text;
    }
    const auto json = nlohmann::json::parse(assessed.out);
    for (const auto& member : json["members"]) {
      const std::string name = member["name"], total = member["total"];
      CAPTURE(name);
      bool told = false;  // name and total on one line
      std::istringstream lines(points);
      for (std::string line; std::getline(lines, line);) {
        told |= Holds(line, name) && Holds(line, " " + total);
      }
      CHECK(told);
      CHECK(Holds(registration, name));
    }
  }
}

TEST_CASE("sheets go into no folder that is not there, and to nobody without the PIN") {
  Station station;
  station.ReadFeed();
  const auto here = station.Write("wrong", "111111\n").parent_path();
  CHECK(Holds(station.KioskPrints(here / "nowhere", {}).err, "there is no folder"));
  CHECK(Holds(station.KioskPrints(here, {"--sheet", "point"}).err, "none of registration, points"));
  CHECK(Holds(station.KioskPrints(here, {"--format", "doc"}).err, "pdf or xlsx"));
  const Finished refused = station.KioskPrints(here, {}, "wrong");
  CHECK(refused.status == 1);
  CHECK_MESSAGE(Holds(refused.err, "tries left"), refused.err);
}

TEST_CASE(
    "a terminal reckons the years that it was told of, the whole term of office, and no others") {
  Station station;
  const std::string old = YearOver(3);
  station.Must(station.County("deed",
                              {"--id", "旧访", "--kind", "visit_residents", "--done",
                               old + "-06-01", "--member", "m01", "--by", "演示办公室"},
                              "add"));
  station.ReadFeed();
  const auto in_year = [](const std::string& year) {
    return std::vector<std::string>{"--year", year, "--on", year + "-12-31"};
  };
  const Finished untold = station.KioskAsks(in_year(old));
  CHECK(untold.status == 1);
  CHECK(untold.out.empty());
  CHECK(untold.err.find(old + " can be assessed at the county") != std::string::npos);
  // From the day on which the county says that its term began before it.
  auto county = nlohmann::json::parse(R"({"changes": [{"kind": "county", "id": "county"}]})");
  county["changes"][0]["body"] = station.CountyBody();
  county["changes"][0]["body"]["term_from"] = old + "-01-01";
  station.Must(station.County("publish", {}, station.Write("term.json", county.dump()).string()));
  station.Must(station.County("deeds", {"--json"}));
  station.ReadFeed();
  for (const std::string& year : {old, YearOver(1), YearOver()}) {
    CAPTURE(year);
    const Finished here = station.KioskAsks(in_year(year));
    REQUIRE_MESSAGE(here.status == 0, here.err);
    auto there = in_year(year);
    there.insert(there.end(), {"--json", "--studio", "1"});
    CHECK(here.out == station.County("assess", there).out);
  }
}

TEST_CASE("nothing of a member's year can be read from the terminal without card and PIN") {
  Station station;
  station.Must(station.County("deed",
                              {"--id", "谈话-一九", "--kind", "talk_of_warning", "--done",
                               station.year + "-01-12", "--member", "m01", "--by", "演示办公室"},
                              "add"));
  station.ReadFeed();
  station.Write("wrong", "111111\n");
  const Finished refused = station.Kiosk({}, "wrong");
  CHECK(refused.status == 1);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("tries left") != std::string::npos);
  CHECK(station.Kiosk().status == 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(station.terminal)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    CAPTURE(entry.path());
    CHECK(bytes.find("talk_of_warning") == std::string::npos);
    CHECK(bytes.find("谈话-一九") == std::string::npos);
  }
}

TEST_CASE(
    "a mechanism that does not prove itself is refused by the running county, and why is said") {
  Station station;
  std::ifstream in(MechanismFile("tieli"));
  std::string toml{std::istreambuf_iterator<char>(in), {}};
  toml.replace(toml.find("total = 15"), 10, "total = 16");
  const auto wrong = station.Write("wrong.toml", toml);
  const Finished refused = station.County("mechanism", {wrong.string()}, "publish");
  CHECK(refused.status == 1);
  CHECK(refused.err.find("没有发布") != std::string::npos);
  CHECK(refused.out.find("错 ") != std::string::npos);
  CHECK(nlohmann::json::parse(station.Assess().out)["mechanism"] == "tieli");
}

TEST_CASE("a table with a wrong row enters nothing unless asked to take the others") {
  Station station;
  const auto table =
      station.Write("bad.csv", "编号,类别,日期,委员\n" + InYear(station.year,
                                                                "a,提案,YEAR-01-13,示例甲\n"
                                                                "b,提案,YEAR-13-01,示例甲\n"));
  // Of a year in which the demo has no roster.
  const auto deeds = [&] {
    const auto listed = station.County("deeds", {"--json", "--year", station.year});
    return nlohmann::json::parse(listed.out)["deeds"].size();
  };
  const std::size_t before = deeds();
  const Finished refused = station.County("deed", {table.string(), "--by", "演示办公室"}, "import");
  CHECK(refused.status == 1);
  CHECK(refused.out == "第 3 行：“" + station.year + "-13-01”不是日期，要写成 2026-03-20。\n");
  CHECK(deeds() == before);
  const Finished taken =
      station.County("deed", {table.string(), "--take-good", "--by", "演示办公室"}, "import");
  CHECK(taken.status == 1);
  CHECK(taken.out.find("导入了 1 条") != std::string::npos);
  CHECK(deeds() == before + 1);
}

}  // namespace studio::e2e
