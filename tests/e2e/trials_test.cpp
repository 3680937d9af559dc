// What was tried at the terminal and went wrong once, as the scripts in trials/.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "village.h"

namespace studio::e2e {
namespace {

namespace fs = std::filesystem;

const fs::path kScripts = fs::path(STUDIO_SOURCE_DIR) / "tests/e2e/trials";

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void ReplaceAll(std::string& text, std::string_view mark, std::string_view value) {
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
}

std::string Lowered(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// "MS1:…", of a member who may manage, with a number to type.
std::string Card(const Village& village) {
  const Finished card =
      Run("county-stub", {"badge", "--data", village.county().string(), "--member", "m01", "--pin",
                          "246810", "--out", (village.scratch() / "card.png").string()});
  REQUIRE_MESSAGE(card.status == 0, card.err);
  const std::size_t at = card.out.find("MS1:");
  REQUIRE(at != card.out.npos);
  return card.out.substr(at, card.out.find('\n', at) - at);
}

bool FolderHolds(const fs::path& folder, const std::string& bytes) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && Read(entry.path()).find(bytes) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what was tried once and went wrong goes right on the real programs") {
  Village village;
  village.StartCounty();
  const fs::path terminal = village.Enrol();
  const std::string card = Card(village);
  REQUIRE(card.size() > 100);
  const std::string secret = card.substr(card.size() - 24);  // its secret is at the end
  int tried = 0;
  for (const auto& entry : fs::directory_iterator(kScripts)) {
    std::string script = Read(entry.path());
    ReplaceAll(script, "@CARD_LOWER@", Lowered(card));
    std::string wide = card;
    ReplaceAll(wide, "MS1:", "MS1：");
    ReplaceAll(script, "@CARD_WIDE@", wide);
    ReplaceAll(script, "@CARD@", card);
    const Finished finished = village.RunScript(terminal, script, kPicture);
    CHECK_MESSAGE(finished.status == 0, entry.path().filename().string() << ": " << finished.err);
    ++tried;
  }
  CHECK(tried == 7);
  village.Drain(terminal);
  int requests = 0, photos = 0;
  for (const auto& record : village.Ledger()) {
    if (record["kind"] != "request") continue;
    ++requests;
    CHECK(record.dump().find("MS1") == std::string::npos);
    photos += static_cast<int>(record["body"].value("attachments", nlohmann::json::array()).size());
  }
  CHECK(requests == 3);
  CHECK(photos == 1);
  // Neither database nor log has the card's secret; the folder that was searched has other words.
  CHECK_FALSE(FolderHolds(terminal, secret));
  CHECK(FolderHolds(terminal, "示例甲"));
}

}  // namespace studio::e2e
