// deploy/使用手册.md, held against the pages: each picture in it is of a page that there is, and
// what stands in bold stands on the page that the next picture shows, or the next
// <!-- page: NAME -->, which no reader sees. 几 after a space is whatever figure the page has.
// deploy/manual makes the pictures anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "pages/pages.h"

namespace studio {
namespace {

struct ManualPage {
  std::vector<std::string> labels;
  bool pictured = false;
};

struct Manual {
  std::map<std::string, ManualPage> pages;  // by name
  std::vector<std::string> nowhere;         // in bold, and no page is named for them
  std::vector<std::string> headings, contents;
};

Manual ReadManual() {
  static const std::regex part(
      R"(\*\*([^*]+)\*\*|!\[[^\]]*\]\(\.\./assets/pictures/manual/([a-z-]+)\.png\)|<!-- page: ([a-z0-9-]+) -->)");
  static const std::regex entry(R"(^ *- \[([^\]]+)\]\(#([^)]+)\)$)");
  std::ifstream in(STUDIO_SOURCE_DIR "/deploy/使用手册.md");
  Manual out;
  std::vector<std::string> open;
  const auto leave = [&] {
    out.nowhere.insert(out.nowhere.end(), open.begin(), open.end());
    open.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) leave();
    if (line.starts_with("##")) out.headings.push_back(line.substr(line.find(' ') + 1));
    if (std::smatch one; std::regex_match(line, one, entry)) {
      out.contents.push_back(one[1]);
      if (one[1] != one[2]) out.nowhere.push_back(one[2]);
    }
    for (std::sregex_iterator one(line.begin(), line.end(), part), end; one != end; ++one) {
      if ((*one)[1].matched) {
        open.push_back((*one)[1]);
        continue;
      }
      ManualPage& page = out.pages[(*one)[2].matched ? (*one)[2] : (*one)[3]];
      page.pictured = page.pictured || (*one)[2].matched;
      page.labels.insert(page.labels.end(), open.begin(), open.end());
      open.clear();
    }
  }
  leave();
  return out;
}

bool IsOnScreen(const ScreenText& screen, const std::string& label) {
  constexpr std::string_view kFigure = " 几";
  const std::string print = screen.Print();
  const std::size_t at = label.find(kFigure);
  if (at == std::string::npos) return print.find(label) != std::string::npos;
  const std::string after = label.substr(at + kFigure.size());
  return std::regex_search(print, std::regex(label.substr(0, at) + " [0-9]+" + after));
}

}  // namespace

TEST_CASE("the manual's pictures are of pages that there are, and its words stand on them") {
  const Manual manual = ReadManual();
  REQUIRE(manual.pages.size() > 30);
  for (const std::string& label : manual.nowhere) FAIL_CHECK("no page is named for " << label);
  CHECK(manual.contents == manual.headings);
  const std::vector<Page> pages = AllPages();
  ScreenRig rig({540, 960, {}});
  for (const auto& [name, told] : manual.pages) {
    CAPTURE(name);
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page& known) { return known.name == name; });
    REQUIRE(page != pages.end());
    OpenPage(rig, *page);
    for (const std::string& label : told.labels)
      CHECK_MESSAGE(IsOnScreen(rig.Screen(), label), label);
    if (told.pictured) REQUIRE(rig.Shot(name));
  }
}

TEST_CASE("deploy/manual has made each picture of the manual, and no other lies beside them") {
  std::set<std::string> named, made;
  for (const auto& [name, told] : ReadManual().pages)
    if (told.pictured) named.insert(name + ".png");
  for (const auto& file :
       std::filesystem::directory_iterator(STUDIO_SOURCE_DIR "/assets/pictures/manual"))
    made.insert(file.path().filename());
  for (const std::string& one : named) CHECK_MESSAGE(made.contains(one), one);
  for (const std::string& one : made) CHECK_MESSAGE(named.contains(one), one);
}

}  // namespace studio
