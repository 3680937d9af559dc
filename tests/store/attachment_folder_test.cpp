#include "store/base/attachment_folder.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "shared/files/durable_file.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

namespace fs = std::filesystem;

struct Folder {
  TempFolder data;
  AttachmentFolder files{data.path()};
  fs::path path() const { return data.path() / kAttachmentFolder; }
  int Count() const {
    std::error_code none;
    int count = 0;
    for (const auto& file : fs::directory_iterator(path(), none)) count += file.exists() ? 1 : 0;
    return count;
  }
};

// What an address space is to memory this is to a disk: no file grows beyond it.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

unsigned Mode(const fs::path& path) {
  struct stat about {};
  REQUIRE(stat(path.c_str(), &about) == 0);
  return about.st_mode & 0777u;
}

}  // namespace

TEST_CASE("what is said reaches the disk only encrypted, and comes back with its key") {
  Folder folder;
  Bytes plain;
  for (int i = 0; i < 20'000; ++i) {
    const auto said = AsBytes("路灯坏了");
    plain.insert(plain.end(), said.begin(), said.end());
  }
  auto writing = folder.files.Begin();
  REQUIRE(writing);
  for (std::size_t at = 0; at < plain.size(); at += 999) {
    REQUIRE((*writing)->Add(
        ByteView(plain).subspan(at, std::min<std::size_t>(999, plain.size() - at))));
  }
  for (const auto& file : fs::directory_iterator(folder.path())) {
    CHECK(ReadWhole(file.path())->find("路灯") == std::string::npos);
    CHECK(Mode(file.path()) == 0600);
  }
  const auto kept = (*writing)->Keep("audio/ogg", 1234);
  REQUIRE(kept);
  CHECK(Mode(folder.path()) == 0700);
  REQUIRE(folder.Count() == 1);
  const auto& ref = (*kept)->ref();
  CHECK(ref.type == "audio/ogg");
  CHECK(ref.length_ms == 1234);
  CHECK(ref.bytes == plain.size());
  const auto on_disk = ReadWhole(folder.path() / ToHex(ref.digest));
  REQUIRE(on_disk);
  CHECK(Sha256(AsBytes(*on_disk)) == ref.digest);
  CHECK(on_disk->find("路灯") == std::string::npos);
  CHECK(Mode(folder.path() / ToHex(ref.digest)) == 0600);
  CHECK(folder.files.Read(ref).value() == plain);
  CHECK(folder.files.IsIntact(ref.digest).value());

  AttachmentRef other_key = ref;
  other_key.key[0] ^= 1;
  CHECK(folder.files.Read(other_key).error().kind == ErrorKind::kForged);
  AttachmentRef unknown = ref;
  unknown.digest[0] ^= 1;
  CHECK(folder.files.Read(unknown).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("what was begun and not kept leaves nothing") {
  Folder folder;
  {
    auto writing = folder.files.Begin();
    REQUIRE((*writing)->Add(Bytes(100'000, 1)));
    CHECK(folder.Count() == 1);
  }
  CHECK(folder.Count() == 0);
}

TEST_CASE("what is larger than an attachment may be is refused and leaves nothing") {
  Folder folder;
  auto writing = folder.files.Begin();
  Result<bool> added = true;
  for (int i = 0; added && i < 10; ++i) added = (*writing)->Add(Bytes(1024 * 1024, 1));
  REQUIRE_FALSE(added);
  CHECK(added.error().kind == ErrorKind::kInvalid);
  CHECK(folder.Count() == 0);
  CHECK_FALSE((*writing)->Add(Bytes(1, 1)));
  CHECK_FALSE((*writing)->Keep("image/jpeg", 0));
  CHECK(folder.Count() == 0);
}

TEST_CASE("a full disk says so and leaves nothing") {
  Folder folder;
  auto writing = folder.files.Begin();
  REQUIRE(writing);
  SUBCASE("while it is written") {
    const FullDisk disk(50'000);
    const auto added = (*writing)->Add(Bytes(200'000, 1));
    REQUIRE_FALSE(added);
    CHECK(added.error().kind == ErrorKind::kStorage);
  }
  SUBCASE("with its last piece") {
    REQUIRE((*writing)->Add(Bytes(1000, 1)));
    const FullDisk disk(100);
    const auto kept = (*writing)->Keep("image/jpeg", 0);
    REQUIRE_FALSE(kept);
    CHECK(kept.error().kind == ErrorKind::kStorage);
  }
  CHECK(folder.Count() == 0);
}

TEST_CASE("where no folder can be made nothing is begun") {
  Folder folder;
  std::ofstream(folder.path()) << "in the way";
  const auto writing = folder.files.Begin();
  REQUIRE_FALSE(writing);
  CHECK(writing.error().kind == ErrorKind::kStorage);
}

TEST_CASE("a folder taken away before an attachment is kept is a failure, not a promise") {
  Folder folder;
  auto writing = folder.files.Begin();
  REQUIRE((*writing)->Add(Bytes(1000, 1)));
  fs::remove_all(folder.path());
  CHECK((*writing)->Keep("image/jpeg", 0).error().kind == ErrorKind::kStorage);
}

TEST_CASE("orphans go; what is named, being written, held, or not ours stays") {
  Folder folder;
  const auto keep = [&](std::uint8_t fill) {
    auto writing = folder.files.Begin();
    REQUIRE((*writing)->Add(Bytes(10, fill)));
    return (*writing)->Keep("image/jpeg", 0).value();
  };
  const auto held = keep(1);
  const Digest named = Sha256(Bytes{1});
  const Digest orphan = Sha256(Bytes{2});
  for (const auto& digest : {named, orphan}) std::ofstream(folder.path() / ToHex(digest)) << "x";
  std::ofstream(folder.path() / ".writing-0123") << "x";
  std::ofstream(folder.path() / "README") << "x";
  auto writing = folder.files.Begin();
  REQUIRE((*writing)->Add(Bytes(10, 1)));
  REQUIRE(folder.Count() == 6);
  folder.files.EraseOrphans([&](const Digest& digest) { return digest == named; });
  CHECK(folder.Count() == 4);
  CHECK(fs::exists(folder.path() / "README"));
  CHECK(folder.files.SizeOf(held->ref().digest));
  CHECK(folder.files.SizeOf(named));
  CHECK((*writing)->Keep("image/jpeg", 0));
}

TEST_CASE("a folder that outlives its listener, and an attachment that outlives its folder") {
  AttachmentPtr attachment;
  std::unique_ptr<AttachmentFiles::Writing> writing;
  int dropped = 0;
  TempFolder data;
  {
    AttachmentFolder files(data.path());
    files.OnDrop([&](const Digest&) { ++dropped; });
    writing = files.Begin().value();
    attachment = files.Begin().value()->Keep("image/jpeg", 0).value();
    files.Begin().value()->Keep("image/jpeg", 0).value().reset();
    CHECK(dropped == 1);
    files.OnDrop(nullptr);
  }
  attachment.reset();
  CHECK(writing->Keep("image/jpeg", 0));
  CHECK(dropped == 1);
}
