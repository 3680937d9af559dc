// Files of strangers: what stands where a file should stand, and what it becomes while it is read.
#include "shared/files/stick_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <string>

#include "test_support/temp_folder.h"

using namespace studio;

namespace {

void Put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string AllOf(StickCopy& copy) {
  std::string all;
  std::array<std::uint8_t, 7> piece{};
  for (;;) {
    const auto got = copy.Read(piece);
    REQUIRE(got);
    if (*got == 0) return all;
    all.append(reinterpret_cast<const char*>(piece.data()), *got);
  }
}

}  // namespace

TEST_CASE("only an ordinary file is read, and nobody is waited for") {
  const TempFolder stick;
  const auto path = stick.path() / "a.msc";
  CHECK(StickFile::Open(path).error().kind == ErrorKind::kNotFound);
  SUBCASE("a pipe that nobody writes into") { REQUIRE(mkfifo(path.c_str(), 0600) == 0); }
  SUBCASE("a link to a file of ours") {
    Put(stick.path() / "ours", "secret");
    std::filesystem::create_symlink(stick.path() / "ours", path);
  }
  SUBCASE("a link to itself") { std::filesystem::create_symlink(path, path); }
  SUBCASE("a folder") { std::filesystem::create_directory(path); }
  SUBCASE("a device") { std::filesystem::create_symlink("/dev/zero", path); }
  CHECK(StickFile::Open(path).error().kind == ErrorKind::kInvalid);
  CHECK(StickCopy::Begin(path, stick.path()).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("a file is read to its end, and no further than was asked for") {
  const TempFolder stick;
  const auto path = stick.path() / "a.csv";
  const std::string bytes(600'000, 'x');
  Put(path, bytes);
  auto file = StickFile::Open(path);
  REQUIRE(file);
  CHECK(file->size() == bytes.size());
  CHECK(file->changed_ms() > 1'600'000'000'000);
  CHECK(file->ReadAll(bytes.size()).value() == bytes);
  CHECK(StickFile::Open(path)->ReadAll(bytes.size() - 1).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("what was looked through is what is read again, whatever the stick says by then") {
  const TempFolder stick, own;
  const auto path = stick.path() / "a.msc";
  Put(path, "checked and good");
  auto copy = StickCopy::Begin(path, own.path());
  REQUIRE(copy);
  CHECK(AllOf(*copy) == "checked and good");
  SUBCASE("other words in the same file") { Put(path, "something else, and longer"); }
  SUBCASE("another file in its place") {
    std::filesystem::remove(path);
    Put(path, "something else");
  }
  SUBCASE("gone") { std::filesystem::remove(path); }
  copy->Again();
  CHECK(AllOf(*copy) == "checked and good");
  copy->Again();
  CHECK(AllOf(*copy) == "checked and good");
  CHECK(std::filesystem::is_empty(own.path()));  // no name, so nothing is left of it either
}
