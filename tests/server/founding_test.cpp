#include "server/founding/founding.h"

#include <sys/stat.h>

#include "county/test_county.h"

namespace county {
namespace {

const std::filesystem::path kAssets = std::filesystem::path(STUDIO_SOURCE_DIR) / "assets";
constexpr std::int64_t kNowMs = 1'795'000'000'000;

unsigned ModeOf(const std::filesystem::path& path) {
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 0777;
}

}  // namespace

TEST_CASE("founding twice changes nothing; another county in the same folder is refused") {
  TestFolder place;
  const DataFolder folder(place.path() / "deep" / "county");
  REQUIRE(Found(folder, {"tieli", kAssets}, kNowMs));
  const auto ca = ReadFile(folder.ca_certificate()).value();
  const auto signing = CountyKeys::Load(folder).value().signing.Public();
  const Uuid id = Ledger(folder).Id();
  REQUIRE(Found(folder, {"tieli", kAssets}, kNowMs + 1));
  CHECK(ReadFile(folder.ca_certificate()).value() == ca);
  CHECK(CountyKeys::Load(folder).value().signing.Public() == signing);
  CHECK(Ledger(folder).Id() == id);
  const auto other = Found(folder, {"", kAssets}, kNowMs);
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == studio::ErrorKind::kConflict);
}

TEST_CASE("a founding that was interrupted goes on with the same keys") {
  TestFolder place;
  const DataFolder folder(place.path());
  REQUIRE(Found(folder, {"tieli", kAssets}, kNowMs));
  const auto signing = CountyKeys::Load(folder).value().signing.Public();
  std::filesystem::rename(folder.ledger(), folder.ledger().string() + ".founding");
  CHECK_FALSE(folder.Founded());
  REQUIRE(Found(folder, {"tieli", kAssets}, kNowMs));
  CHECK(CountyKeys::Load(folder).value().signing.Public() == signing);
}

TEST_CASE("private halves are for the owner only") {
  TestFolder place;
  const DataFolder folder(place.path());
  REQUIRE(Found(folder, {"tieli", kAssets}, kNowMs));
  CHECK(ModeOf(folder.keys()) == 0700);
  CHECK(ModeOf(folder.keys() / "county.signing") == 0600);
  CHECK(ModeOf(folder.keys() / "studio-1.sealing") == 0600);
  CHECK(ModeOf(folder.ca_key()) == 0600);
  CHECK(ModeOf(folder.server_key()) == 0600);
  CHECK(ModeOf(folder.server_certificate()) == 0600);
  CHECK(ModeOf(folder.ca_certificate()) == 0644);
}

TEST_CASE("without a demo a county has one plain studio") {
  TestFolder place;
  const DataFolder folder(place.path());
  REQUIRE(Found(folder, {"", kAssets}, kNowMs));
  const auto studios = StudiosOf(folder);
  REQUIRE(studios.size() == 1);
  CHECK(studios[0].id == 1);
  CHECK(studios[0].name == "委员工作室");
}

TEST_CASE("an unknown demo founds nothing") {
  TestFolder place;
  const DataFolder folder(place.path());
  CHECK_FALSE(Found(folder, {"nowhere", kAssets}, kNowMs));
  CHECK_FALSE(Found(folder, {"../../etc/passwd", kAssets}, kNowMs));
  CHECK_FALSE(folder.Founded());
}

}  // namespace county
