// deploy/使用手册.md, held against the pages: each picture in it is of a page that there is, and
// what stands in bold above it stands on that page. deploy/manual makes the pictures anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <utility>

#include "pages/pages.h"

namespace studio {
namespace {

struct ManualPicture {
  std::string page;
  std::vector<std::string> labels;
};

std::vector<ManualPicture> ManualPictures() {
  static const std::regex picture(R"(!\[[^\]]*\]\(\.\./assets/pictures/manual/([a-z-]+)\.png\))");
  static const std::regex bold(R"(\*\*([^*]+)\*\*)");
  std::ifstream in(STUDIO_SOURCE_DIR "/deploy/使用手册.md");
  std::vector<ManualPicture> out;
  std::vector<std::string> labels;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) labels.clear();
    for (std::sregex_iterator one(line.begin(), line.end(), bold), end; one != end; ++one)
      labels.push_back((*one)[1]);
    std::smatch found;
    if (!std::regex_search(line, found, picture)) continue;
    out.push_back({found[1], std::exchange(labels, {})});
  }
  return out;
}

bool IsOnScreen(const ScreenText& screen, const std::string& label) {
  return screen.Print().find(label) != std::string::npos;
}

}  // namespace

TEST_CASE("the manual's pictures are of pages that there are, and its words stand on them") {
  const std::vector<ManualPicture> pictures = ManualPictures();
  REQUIRE(pictures.size() > 10);
  const std::vector<Page> pages = AllPages();
  ScreenRig rig({540, 960, {}});
  for (const ManualPicture& one : pictures) {
    CAPTURE(one.page);
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page& known) { return known.name == one.page; });
    REQUIRE(page != pages.end());
    OpenPage(rig, *page);
    REQUIRE(rig.Shot(one.page));
    CHECK(
        std::filesystem::exists(STUDIO_SOURCE_DIR "/assets/pictures/manual/" + one.page + ".png"));
    for (const std::string& label : one.labels)
      CHECK_MESSAGE(IsOnScreen(rig.Screen(), label), label);
  }
}

}  // namespace studio
