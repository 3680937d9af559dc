#include "media/sentence_shelf.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "../support/temp_folder.h"

using namespace studio;
namespace fs = std::filesystem;

namespace {

Bytes SomeOpus(std::uint8_t last) {
  Bytes page(60, 0);
  const std::string_view magic = "OggS", head = "OpusHead";
  std::copy(magic.begin(), magic.end(), page.begin());
  std::copy(head.begin(), head.end(), page.begin() + 28);
  page.back() = last;
  return page;
}

fs::path OnlyOf(const fs::path& folder, const std::string& ending) {
  for (const auto& file : fs::directory_iterator(folder))
    if (file.path().extension() == ending) return file.path();
  return {};
}

}  // namespace

TEST_CASE("a recording is found by its sentence, to the letter") {
  const TempFolder folder;
  SentenceShelf shelf(folder.path() / "speech");
  CHECK(shelf.Sentences().empty());
  CHECK_FALSE(shelf.Find("我要反映"));
  REQUIRE(shelf.Put("我要反映", SomeOpus(1)));
  REQUIRE(shelf.Put("我要反映", SomeOpus(2)));
  CHECK(shelf.Find("我要反映") == SomeOpus(2));
  CHECK_FALSE(shelf.Find("我要反映。"));
  CHECK(shelf.Sentences() == std::vector<std::string>{"我要反映"});
  REQUIRE(shelf.Drop("我要反映"));
  CHECK_FALSE(shelf.Find("我要反映"));
  CHECK(shelf.Sentences().empty());
  const auto none = shelf.Put("甲", AsBytes("RIFF"));
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::kMalformed);
}

TEST_CASE("a stick brings what is missing here, and nothing else") {
  const TempFolder folder;
  SentenceShelf here(folder.path() / "here"), stick(folder.path() / "stick");
  REQUIRE(here.Put("甲", SomeOpus(1)));
  REQUIRE(stick.Put("甲", SomeOpus(9)));
  REQUIRE(stick.Put("乙", SomeOpus(2)));
  CHECK(*here.TakeFrom(stick) == 1);
  CHECK(here.Find("甲") == SomeOpus(1));
  CHECK(here.Find("乙") == SomeOpus(2));
  CHECK(*here.TakeFrom(stick) == 0);
  // A folder that is not there has nothing.
  CHECK(*here.TakeFrom(SentenceShelf(folder.path() / "nowhere")) == 0);
}

TEST_CASE("what lies on a stick and is no recording is left alone") {
  const TempFolder folder;
  const fs::path bad = folder.path() / "bad";
  const auto taken = [&] {
    SentenceShelf here(folder.path() / "here");
    return *here.TakeFrom(SentenceShelf(bad));
  };
  const auto one = [&] {
    fs::remove_all(bad);
    SentenceShelf stick(bad);
    REQUIRE(stick.Put("甲", SomeOpus(1)));
  };
  one();
  std::ofstream(OnlyOf(bad, ".txt")) << "乙";  // another sentence under its name
  CHECK(taken() == 0);
  one();
  std::ofstream(OnlyOf(bad, ".ogg")) << "no sound";
  CHECK(taken() == 0);
  one();
  fs::resize_file(OnlyOf(bad, ".ogg"), SentenceShelf::kLargestSound + 1);
  CHECK(taken() == 0);
  one();
  const fs::path sound = OnlyOf(bad, ".ogg");
  fs::remove(sound);
  fs::create_symlink("/etc/passwd", sound);
  CHECK(taken() == 0);
  one();
  fs::resize_file(OnlyOf(bad, ".txt"), SentenceShelf::kLongestText + 1);
  CHECK(taken() == 0);
  one();
  CHECK(taken() == 1);
}
