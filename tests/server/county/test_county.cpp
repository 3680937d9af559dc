#include "test_county.h"

#include <cstdlib>
#include <fstream>

#include "server/clerk/listing.h"
#include "server/founding/founding.h"

namespace county {

namespace {

constexpr std::int64_t kStartMs = 1'795'000'000'000;

// The demo's files, with a list of danger that has one family and no points: all the rest would be
// read by every county of every test.
const std::filesystem::path& SmallAssets() {
  static const TestFolder place;
  static const std::filesystem::path assets = [] {
    const std::filesystem::path source = std::filesystem::path(STUDIO_SOURCE_DIR) / "assets";
    for (const char* folder : {"demo", "mechanisms"})
      std::filesystem::create_directory_symlink(source / folder, place.path() / folder);
    std::ifstream file(source / "safety" / "safety.json");
    auto list = nlohmann::json::parse(file);
    list.erase("points");
    list["danger"].erase(list["danger"].begin() + 1, list["danger"].end());
    std::filesystem::create_directory(place.path() / "safety");
    std::ofstream(place.path() / "safety" / "safety.json") << list;
    return place.path();
  }();
  return assets;
}

CountyKeys FoundAndLoad(const DataFolder& folder, const std::string& demo) {
  const auto founded = Found(folder, {demo, SmallAssets()}, kStartMs);
  REQUIRE_MESSAGE(founded, (founded ? "" : founded.error().detail));
  return CountyKeys::Load(folder).value();
}

}  // namespace

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "county-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestCounty::TestCounty(const std::string& demo)
    : folder_(place_.path() / "county"),
      now_ms_(std::make_shared<std::atomic<std::int64_t>>(kStartMs)),
      keys_(FoundAndLoad(folder_, demo)) {
  Reopen();
}

void TestCounty::Reopen() {
  keys_ = CountyKeys::Load(folder_).value();
  office_ = std::make_unique<Office>(Ledger(folder_.ledger()), keys_,
                                     [now = now_ms_] { return now->load(); });
}

std::string TestCounty::NewCode(StudioId studio) {
  const auto code = studio::EnrolmentCode::Random();
  Open().AddCode(code.Hash(), studio, now_ms());
  return code.text();
}

nlohmann::json TestCounty::LedgerListing() const {
  return nlohmann::json::parse(LedgerJson(Open(), keys_));
}

nlohmann::json TestCounty::StreamListing() const {
  return nlohmann::json::parse(StreamsJson(Open()));
}

nlohmann::json TestCounty::StreamListing(const studio::Uuid& stream) const {
  for (const auto& listed : StreamListing()) {
    if (listed["stream"] == stream.ToString()) return listed;
  }
  FAIL("the county does not know this stream");
  return nullptr;
}

}  // namespace county
