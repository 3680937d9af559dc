#include "shared/files/durable_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test_support/temp_folder.h"

using namespace studio;

TEST_CASE("a pipe that lies beside is no place to wait for a reader") {
  const TempFolder folder;
  const auto path = folder.path() / "receipts.txt";
  REQUIRE(mkfifo((path.string() + ".new").c_str(), 0600) == 0);
  REQUIRE(WriteDurably(path, "one"));
  CHECK(ReadWhole(path) == "one");
  CHECK_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST_CASE("a link that lies beside is not followed") {
  const TempFolder folder;
  const auto path = folder.path() / "receipts.txt";
  REQUIRE(WriteDurably(folder.path() / "other", "untouched"));
  std::filesystem::create_symlink(folder.path() / "other", path.string() + ".new");
  REQUIRE(WriteDurably(path, "one"));
  CHECK(ReadWhole(folder.path() / "other") == "untouched");
  CHECK(std::filesystem::is_regular_file(std::filesystem::symlink_status(path)));
}

TEST_CASE("the mode is as told whatever the umask, and whatever a crash left beside") {
  const TempFolder folder;
  const auto path = folder.path() / "receipts.txt";
  const int left = open((path.string() + ".new").c_str(), O_CREAT | O_WRONLY, 0666);
  REQUIRE(left >= 0);
  close(left);
  const mode_t before = umask(077);
  REQUIRE(WriteDurably(path, "one", 0644));
  umask(before);
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0644);
}

TEST_CASE("what was not committed was never there") {
  const TempFolder folder;
  const auto path = folder.path() / "receipts.txt";
  REQUIRE(WriteDurably(path, "one"));
  {
    auto writing = DurableWriting::Begin(path, 0600);
    REQUIRE(writing);
    REQUIRE(writing->Add("two"));
  }
  CHECK(ReadWhole(path) == "one");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
