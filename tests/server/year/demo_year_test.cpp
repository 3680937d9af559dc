// The year of each demo county by its mechanism, held against a table reckoned without this
// program: demo_years/NAME.txt.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "../county/county_of_deeds.h"
#include "server/founding/founding.h"
#include "test_support/places.h"

namespace county {

using nlohmann::json;

namespace {

std::string FileText(const std::filesystem::path& path) {
  std::ifstream in(path);
  REQUIRE_MESSAGE(in.good(), path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

class YearTable {
 public:
  explicit YearTable(const json& assessed) {
    text_ << "year " << assessed["year"] << '\n';
    for (const json& member : assessed["members"]) PutMember(member);
    for (const json& studio : assessed["studios"]) PutBody("studio", studio);
    for (const json& group : assessed["groups"]) PutBody("group", group);
    if (!assessed["county"]["quotas"].empty()) PutBody("county", assessed["county"]);
  }
  std::string Text() const { return text_.str(); }

 private:
  static std::string Word(const json& text) { return text.get<std::string>(); }

  void PutMember(const json& member) {
    const std::string grade = Word(member["grade"]);
    text_ << Word(member["member"]) << ' ' << Word(member["name"]) << " total "
          << Word(member["total"]) << " grade " << (grade.empty() ? "-" : grade) << " rank "
          << member["rank"] << '\n';
    PutPoints(member["sections"]);
    PutQuotas(member["quotas"]);
    PutWords("gates", member["gates"]);
    PutWords("consequences", member["consequences"]);
  }

  void PutBody(const char* what, const json& body) {
    const std::string id = Word(body["id"]);
    text_ << what << (id.empty() ? "" : " ") << id << '\n';
    if (body.contains("sections")) PutPoints(body["sections"]);
    PutQuotas(body["quotas"]);
  }

  void PutPoints(const json& sections) {
    const char* before = "  points ";
    for (const json& section : sections) {
      text_ << std::exchange(before, ", ") << Word(section["section"]) << ' '
            << Word(section["points"]);
    }
    if (!sections.empty()) text_ << '\n';
  }

  // What was done in each stretch, and what each owes; nothing where no stretch owes anything.
  void PutQuotas(const json& quotas) {
    for (const json& quota : quotas) {
      if (quota["stretches"].empty()) continue;
      text_ << "  owed " << Word(quota["quota"]) << ':';
      for (const json& stretch : quota["stretches"]) text_ << ' ' << Word(stretch["done"]);
      text_ << " / " << Word(quota["stretches"][0]["owed"]) << '\n';
    }
  }

  void PutWords(const char* what, const json& words) {
    if (words.empty()) return;
    text_ << "  " << what;
    for (const json& word : words) text_ << ' ' << Word(word);
    text_ << '\n';
  }

  std::ostringstream text_;
};

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("each demo's years are what its mechanism and its deeds make of them by hand") {
  for (const std::string demo : studio::kPlaces) {
    CAPTURE(demo);
    CountyOfDeeds county(demo);
    const auto counted =
        LinesOf(YearTable(county.Assess(2026)).Text() + YearTable(county.Assess(2025)).Text());
    const auto by_hand = LinesOf(FileText(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests" /
                                          "server" / "year" / "demo_years" / (demo + ".txt")));
    CHECK(counted.size() == by_hand.size());
    for (std::size_t i = 0; i < std::min(counted.size(), by_hand.size()); ++i) {
      CAPTURE(i + 1);
      CHECK(counted[i] == by_hand[i]);
    }
  }
}

TEST_CASE("a demo founded early in a year has no deed of a day to come, and last year's all") {
  const TestFolder place;
  const DataFolder folder(place.path() / "county");
  // 2026-02-08 12:00 in China
  constexpr std::int64_t kFebruaryMs = 1'770'523'200'000;
  REQUIRE(
      Found(folder, {"kaili", std::filesystem::path(STUDIO_SOURCE_DIR) / "assets"}, kFebruaryMs));
  Ledger ledger(folder);
  const auto keys = CountyKeys::Load(folder).value();
  const json listed = json::parse(DeedsJson(ledger, keys, {}, kFebruaryMs));
  std::map<int, int> years;
  std::map<std::string, std::size_t> states;
  for (const json& deed : listed["deeds"]) {
    const std::string day = deed["done"];
    CHECK(day <= "2026-02-08");
    ++years[std::stoi(day)];
    states[deed["id"]] = deed.value("states", json::array()).size();
  }
  // Filed on 02-06, and on 02-09.
  CHECK(states.at("提案-土特产代卖点/2026-01-12") == 2);
  CHECK(states.at("提案-校车/2026-01-13") == 1);
  CHECK(years[2025] == 8);
  CHECK(years[2026] == 10);
}

}  // namespace county
