// What a committee reads beside its own document: everything that a file says, in Chinese.
#include "shared/mechanism_file/explaining.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "shared/mechanism_file/explained_words.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;
namespace fs = std::filesystem;

namespace {

std::string FileText(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<fs::path> WrittenFiles() {
  std::vector<fs::path> files;
  for (const char* folder : {"/assets/mechanisms", "/tests/mechanism/schemes"}) {
    for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR + std::string(folder))) {
      if (file.path().extension() == ".toml") files.push_back(file.path());
    }
  }
  REQUIRE(files.size() >= 10);
  return files;
}

std::vector<std::string> LinesIn(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Whether some line says all of it, taking the lines one by one.
void CheckSaid(const std::vector<std::string>& lines, const std::vector<std::string>& words) {
  for (const std::string& line : lines) {
    std::size_t at = 0;
    bool all = true;
    for (const std::string& word : words) {
      at = all ? line.find(word, at) : at;
      all = all && at != line.npos;
      if (all) at += word.size();
    }
    if (all) return;
  }
  std::string missing;
  for (const std::string& word : words) missing += word + " … ";
  FAIL_CHECK(missing << "is in no line");
}

std::string Explained(const std::string& toml) {
  const ReadRules read = ReadCountingRules(toml);
  for (const Mistake& one : read.mistakes) CHECK_MESSAGE(one.doubt, one.text);
  return ExplainedFile(read.rules, read.entries, ReadPlaceOf(toml));
}

constexpr std::string_view kSection = "[[section]]\nid = \"a\"\ntitle = \"履职\"\n";

// The sentence of one rule that is like this.
std::string RuleSaid(const std::string& keys) {
  const ReadRules read = ReadCountingRules(
      std::string(kSection) + "[[points]]\nid = \"r\"\ntitle = \"一条\"\nsection = \"a\"\n" + keys);
  for (const Mistake& one : read.mistakes) CHECK_MESSAGE(one.doubt, one.text);
  REQUIRE(read.rules.points.size() == 1);
  return ExplainedRule(read.rules, read.rules.points.front());
}

std::string RestSaid(const std::string& keys) {
  return ExplainedText(ReadCountingRules(keys).rules);
}

}  // namespace

TEST_CASE("every rule of every file is in its explanation, with its figures and whose word it is") {
  for (const fs::path& file : WrittenFiles()) {
    CAPTURE(file);
    const std::string toml = FileText(file);
    const ReadRules read = ReadCountingRules(toml);
    const ReadPlace place = ReadPlaceOf(toml);
    const std::string text = ExplainedFile(read.rules, read.entries, place);
    const std::vector<std::string> lines = LinesIn(text);
    const CountingRules& rules = read.rules;
    const auto mark = [&](const char* table, std::size_t i) {
      return MarkWords(read.entries.at(table).at(i).mark);
    };
    for (std::size_t i = 0; i < rules.sections.size(); ++i) {
      const Section& one = rules.sections[i];
      CheckSaid(lines, {one.title, one.base == 0 ? "" : one.base.Text(),
                        one.at_most ? one.at_most->Text() : "",
                        one.at_least ? one.at_least->Text() : "", mark("section", i)});
    }
    for (std::size_t i = 0; i < rules.points.size(); ++i) {
      const PointsRule& one = rules.points[i];
      const auto figure = [](const Fraction& points) {
        return points < 0 ? (-points).Text() : points.Text();
      };
      if (!one.by && !one.chosen) {
        CheckSaid(lines, {one.title, figure(one.points), mark("points", i)});
      }
      if (one.by) {
        for (const auto& [word, points] : one.by->figures) {
          CheckSaid(lines, {one.title, points == 0 ? "不计分" : figure(points), mark("points", i)});
        }
      }
      for (const FeatureTable& table : one.times) {
        for (const auto& [word, times] : table.figures) CheckSaid(lines, {one.title, times.Text()});
      }
      if (one.to > 0) CheckSaid(lines, {one.title, std::to_string(one.to)});
      if (one.from > 1) CheckSaid(lines, {one.title, std::to_string(one.from)});
      if (one.needs > 0) CheckSaid(lines, {one.title, std::to_string(one.needs)});
      if (one.valid_from) CheckSaid(lines, {one.title, DayWords(*one.valid_from)});
      for (const std::string& state : one.when.not_states) {
        CheckSaid(lines, {one.title, PlaceNames().Of(state), "不算"});
      }
    }
    for (const Limit& one : rules.limits) CheckSaid(lines, {one.title, one.at_most.Text()});
    for (std::size_t i = 0; i < rules.quotas.size(); ++i) {
      const Quota& one = rules.quotas[i];
      CheckSaid(lines, {one.title, "至少 " + std::to_string(one.at_least), mark("quota", i)});
    }
    for (const Gate& one : rules.gates) CheckSaid(lines, {one.title, one.grade});
    for (std::size_t i = 0; i < rules.grades.size(); ++i) {
      const Grade& one = rules.grades[i];
      CheckSaid(lines,
                {one.name + "：", one.at_least ? one.at_least->Text() : "", mark("grade", i)});
    }
    for (std::size_t i = 0; i < rules.consequences.size(); ++i) {
      const Consequence& one = rules.consequences[i];
      CheckSaid(lines, {one.title, one.grades.empty() ? "" : one.grades.front(), one.by,
                        one.told.empty() ? "" : one.told.back(), mark("consequence", i)});
    }
    CheckSaid(lines, {"名次"});
    for (const PlaceSetting& one : place.settings) {
      for (const std::string& value : one.values) {
        CheckSaid(lines, {PlaceNames().Of(value), MarkWords(one.mark)});
      }
    }
    for (const PlaceRule& one : place.rules) CheckSaid(lines, {one.name, MarkWords(one.mark)});
    for (const ActivityTemplate& one : place.told.activities) {
      CheckSaid(lines, {one.title + "：", one.words.front()});
    }
    for (const UsualHours& one : place.told.usual_hours) CheckSaid(lines, {one.from, one.to});
    if (!place.told.title.empty()) CheckSaid(lines, {place.told.title});
  }
}

TEST_CASE("no word of the five places' files is left in English") {
  for (const fs::path& file : WrittenFiles()) {
    CAPTURE(file);
    std::string text = Explained(FileText(file));
    const std::string name = ReadPlaceOf(FileText(file)).name;
    if (!name.empty()) text.erase(text.find(name), name.size());
    std::string english;
    for (const char c : text) {
      const bool letter = (c >= 'a' && c <= 'z') || c == '_';
      english = letter ? english + c : "";
      if (english.size() > 1) FAIL_CHECK(english << " in: " << text);
    }
  }
}

TEST_CASE("a rule is said as an office says it") {
  CHECK(RuleSaid("kind = \"duty\"\npoints_by = { attendance = { present = 3, late = 2, left_early "
                 "= 2, walked_in = 3, absent = -1 } }\n") ==
        "一条（值班）：每次：按时到岗计 3 分，迟到计 2 分，早退计 2 分，没排班到岗计 3 "
        "分，没有到岗扣 1 分。");
  CHECK(RuleSaid("kind = \"plenary\"\nunit = \"half_days\"\npoints_by = { attendance = { absent = "
                 "-2, leave = -0.5 } }\n") ==
        "一条（全会）：每半天：请假获准扣 0.5 分，缺席扣 2 分。");
  CHECK(RuleSaid("kind = \"proposal\"\nstates = [\"filed\"]\nnot_states = [\"withdrawn\", "
                 "\"merged\"]\npoints = 8\nshare = \"half_and_equal\"\n") ==
        "一条（提案，已立案，并案、撤回的不算）：每件计 8 "
        "分；联名的，第一人计一半，其余的人平分另一半。");
  CHECK(
      RuleSaid("kind = \"information\"\nstates = [\"adopted\"]\npoints_by = { level = { city = 5, "
               "county = 3, national = 12, province = 8 } }\n") ==
      "一条（社情民意信息，被采用）：每条：县级计 3 分，市级计 5 分，省级计 8 分，全国计 12 "
      "分（几样都有的按最高的计）。");
  CHECK(
      RuleSaid("kind = \"proposal\"\nstates = [\"excellent\"]\npoints_by = { state = { filed = 3, "
               "merged = \"1/3\" } }\nseveral = \"last\"\ncounted = \"state\"\n") ==
      "一条（提案，评为优秀）：每件：立案计 3 分，并案计 1/3 "
      "分（几样都有的按最后的计）；按优秀的日子算。");
  CHECK(RuleSaid("kind = \"plenary\"\nattendance = [\"absent\"]\nneeds = 4\npoints = -25\n") ==
        "一条（全会，限缺席的）：全年满 4 次扣 25 分，不满不扣。");
  CHECK(RuleSaid("kind = \"article\"\npoints = 2\nto = 3\nvalid_from = 2026-07-01\n") ==
        "一条（文章）：每篇计 2 分；每年只计前 3 篇；自 2026 年 7 月 1 日起。");
  CHECK(RuleSaid("kind = \"proposal\"\nroles = [\"lead\"]\nposts = [\"常委\"]\npoints = 1\nonce = "
                 "true\n") == "一条（提案，限主持的，限常委）：每件计 1 分；每年只计一件。");
  CHECK(RuleSaid("kind = \"welfare\"\nchosen = [0, 5]\ntimes_by = { role = { lead = 2 } }\n") ==
        "一条（公益）：每次由评分人在 0 到 5 分之间给分；再按角色折算：主持乘 2。");
  CHECK(RuleSaid("kind = \"plenary\"\nrate_of = 100\npoints = -1\n") ==
        "一条（全会）：出席率比 100% 每低 1 个百分点扣 1 分，不到 1 个百分点的按比例算。");
}

TEST_CASE("what comes of it is said as an office says it") {
  CHECK(
      RestSaid("[[grade]]\nname = \"优秀\"\nat_least = 90\nshare_at_most = 0.2\n[[grade]]\nname = "
               "\"称职\"\n") ==
      "优秀：90 分及以上，不超过参加排名人数的 20%（不满一人的舍去，同分的排不下就都不评）。\n"
      "称职：其余的委员。\n");
  CHECK(RestSaid("[[consequence]]\nid = \"a\"\ntitle = \"劝辞\"\nby = \"主席会议\"\ntold = "
                 "[\"所在单位\"]\n"
                 "counts = { kind = \"plenary\", attendance = \"absent\" }\nat_least = 3\n") ==
        "劝辞：一届之内有 3 次及以上（全会，限缺席的）的，由主席会议办理，告知所在单位。\n");
  const std::string owed =
      "[[quota]]\nid = \"p\"\ntitle = \"提案一件\"\nkind = \"proposal\"\nper = \"year\"\n"
      "[[quota]]\nid = \"i\"\ntitle = \"信息四条\"\nkind = \"information\"\nper = "
      "\"year\"\nat_least = 4\n"
      "each = { per = \"quarter\" }\nof = \"studio\"\n"
      "[[gate]]\nid = \"g\"\ntitle = \"必做\"\nall_of = [\"p\", [\"i\", \"p\"]]\ngrade = "
      "\"称职\"\n";
  const std::string said = RestSaid(owed);
  CHECK(said.find("提案一件：每位委员每年至少 1 件（提案）。\n") != said.npos);
  CHECK(said.find("信息四条：每个工作室每年至少 4 条（社情民意信息），其中每季度至少 1 条。\n") !=
        said.npos);
  CHECK(said.find(
            "必做：“提案一件”、“信息四条”或“提案一件”，有一样没有完成的，等次最高为“称职”。\n") !=
        said.npos);
  const std::string ranked = RestSaid(
      std::string(kSection) +
      "[[points]]\nid = \"r\"\ntitle = \"甲\"\nsection = \"a\"\nkind = \"visit\"\npoints = 1\n"
      "[ranking]\nties = \"dense\"\nthen_by = [\"a\"]\nnot_ranked_posts = [\"主席\"]\n");
  CHECK(
      ranked.find(
          "名次：按总分从高到低；同分的先比“履职”，还相同的名次并列，后面的名次接着排（1、1、2）；"
          "主席不参加排名。\n") != ranked.npos);
}

TEST_CASE("a place's own names are used where it has some") {
  const std::string said = Explained(FileText(STUDIO_SOURCE_DIR "/assets/mechanisms/kaili.toml"));
  CHECK(said.find("联系界别群众、进企业助发展、进乡村助振兴、进农户助和谐") != said.npos);
  const std::string studios =
      Explained(FileText(STUDIO_SOURCE_DIR "/assets/mechanisms/tieli.toml"));
  CHECK(studios.find("每个“协骊”联合体每季度至少 1 次（协商会）") != studios.npos);
}
