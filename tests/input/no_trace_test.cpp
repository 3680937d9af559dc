#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "corpus.h"
#include "input/ink/ink_model.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"
#include "test_support/temp_folder.h"
#include "write_watch.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

// An environment variable of another value for a while.
class Setting {
 public:
  Setting(const char* name, const fs::path& value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    setenv(name, value.c_str(), 1);
  }
  ~Setting() {
    if (old_) {
      setenv(name_, old_->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

// Every file under a folder: its bytes and when they were written.
std::map<std::string, std::pair<std::string, fs::file_time_type>> Everything(const fs::path& root) {
  std::map<std::string, std::pair<std::string, fs::file_time_type>> all;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    std::string bytes;
    if (entry.is_regular_file()) {
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    all[entry.path().string()] = {std::move(bytes), entry.last_write_time()};
  }
  return all;
}

}  // namespace

TEST_CASE("what was typed leaves no file and no phrase anywhere") {
  const TempFolder folder;
  const fs::path home = folder.path() / "home", data = folder.path() / "data",
                 temporary = folder.path() / "tmp";
  fs::create_directories(home);
  fs::create_directories(temporary);
  fs::copy(CompiledData(), data);
  const Setting home_is("HOME", home), temporary_is("TMPDIR", temporary);
  const std::string phrase =
      "柳条沟榆钱甲";  // in no dictionary, so that only typing could leave it
  const auto before = Everything(folder.path());
  for (int visit = 0; visit < 3; ++visit) {
    const auto engine = KeyboardEngine::Open(data);
    const auto session = engine->Begin(PhraseMode::kPinyin);
    for (const char key : std::string("liutiaogouyuqianjia")) session->Press(key);
    while (!session->Offer().candidates.empty()) session->Choose(0);
    const auto strokes = engine->Begin(PhraseMode::kStroke);
    for (const char key : std::string("hspnhsn")) strokes->Press(key);
    strokes->Choose(0);
  }
  const auto after = Everything(folder.path());
  CHECK(after == before);
  for (const auto& [path, file] : after) {
    CHECK(file.first.find(phrase) == std::string::npos);
    CHECK(file.first.find("liutiaogou") == std::string::npos);
  }
}

TEST_CASE("no engine writes, prints or sends anything, and none tries to where that could be") {
  bool offered = false, drawn = false;
  const auto writes = WritesOf([&] {
    for (int visit = 0; visit < 2; ++visit) {
      const auto engine = KeyboardEngine::Open(CompiledData());
      for (const PhraseMode mode : {PhraseMode::kPinyin, PhraseMode::kNames}) {
        const auto session = engine->Begin(mode);
        for (const char key : std::string("liutiaogouyuqianjia")) session->Press(key);
        offered = !session->Offer().candidates.empty();
        while (!session->Offer().candidates.empty()) session->Choose(0);
      }
      const auto strokes = engine->Begin(PhraseMode::kStroke);
      for (const char key : std::string("hspnhsn")) strokes->Press(key);
      strokes->Choose(0);
      const auto ink = InkModel::Open(kInkModel, CompiledData());
      drawn = ink && !ink->Rank(DrawnCharacters().front().ink).empty();
    }
  });
  CHECK(offered);
  CHECK(drawn);
  for (const std::string& write : writes) FAIL_CHECK(write);
}

TEST_CASE("who writes, prints or asks for a line is noticed") {
  const TempFolder folder;
  const std::string file = folder.path() / "left", moved = folder.path() / "moved";
  const auto writes = WritesOf([&] {
    std::ofstream(file) << "柳条沟";
    fs::rename(file, moved);
    fs::create_directory(folder.path() / "made");
    fs::remove(moved);
    std::ifstream(CompiledData() / kFilterFile).get();
    std::thread([&] { std::ofstream(file, std::ios::app) << "榆钱"; }).join();
    close(socket(AF_UNIX, SOCK_STREAM, 0));
    CHECK(write(STDERR_FILENO, "", 0) == 0);
  });
  const auto path_of = [](const std::string& write) { return write.substr(write.find(' ') + 1); };
  REQUIRE(writes.size() == 7);
  CHECK(path_of(writes[0]) == file);
  CHECK(path_of(writes[1]) == moved);
  CHECK(path_of(writes[2]) == folder.path() / "made");
  CHECK(path_of(writes[3]) == moved);
  CHECK(path_of(writes[4]) == file);
  CHECK(writes[5] == "socket " + std::to_string(AF_UNIX));
  CHECK(writes[6] == "write 2");
}

TEST_CASE("nothing is learnt: the hundredth visitor is offered what the first was") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto first = Offered(*engine, PhraseMode::kPinyin, "lu", 3);
  for (int visit = 0; visit < 100; ++visit) {
    const auto session = engine->Begin(PhraseMode::kPinyin);
    for (const char key : std::string("lu")) session->Press(key);
    session->Page(+1);
    CHECK(session->Choose(5) == first[13]);
  }
  CHECK(Offered(*engine, PhraseMode::kPinyin, "lu", 3) == first);
}

}  // namespace studio
