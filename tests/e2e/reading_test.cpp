// Pages read aloud at the real terminal, by the synthesizer and by who recorded their sentences
// here.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "desk/members_desk.h"
#include "village.h"

namespace studio::e2e {
namespace {

namespace fs = std::filesystem;

// The page on top is read from its beginning to its end.
const std::string kRead = "wait-for 别念了 30\nwait-for 再听一遍 120\n";

struct Spoken {
  std::string sentence, by;
};

// What was said, in order, each with a sound of its own that is not silence.
std::vector<Spoken> SpokenInto(const fs::path& folder) {
  std::vector<Spoken> out;
  std::ifstream in(folder / "spoken.tsv");
  for (std::string line; std::getline(in, line);) {
    std::istringstream row(line);
    std::string number;
    Spoken spoken;
    std::getline(row, number, '\t');
    std::getline(row, spoken.by, '\t');
    std::getline(row, spoken.sentence);
    out.push_back(std::move(spoken));
  }
  return out;
}

std::size_t PlaceOf(const std::vector<Spoken>& spoken, const std::string& sentence,
                    std::size_t from) {
  const auto found = std::find_if(spoken.begin() + static_cast<std::ptrdiff_t>(from), spoken.end(),
                                  [&](const Spoken& one) { return one.sentence == sentence; });
  std::string all;
  for (const Spoken& one : spoken) all += one.by + " " + one.sentence + "\n";
  REQUIRE_MESSAGE(found != spoken.end(), (sentence + " is not in\n" + all));
  return static_cast<std::size_t>(found - spoken.begin());
}

// As sox's stat has it: the loudest sample of 16 bits, 1 being the most.
double LoudestOf(const fs::path& wav) {
  const Finished looked = Run("/usr/bin/sox", {wav.string(), "-n", "stat"});
  REQUIRE_MESSAGE(looked.status == 0, looked.err);
  const std::string name = "Maximum amplitude:";
  const std::size_t at = looked.err.find(name);
  REQUIRE(at != std::string::npos);
  return std::stod(looked.err.substr(at + name.size()));
}

// "5906 1473"
bool IsCode(const std::string& sentence) {
  return sentence.size() == 9 && sentence[4] == ' ' &&
         std::count_if(sentence.begin(), sentence.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; }) == 8;
}

}  // namespace

TEST_CASE(
    "who cannot read files a request by ear, and hears their neighbour where she recorded it") {
  MembersDesk desk;
  Village& village = desk.village;
  const fs::path& terminal = desk.folder;
  const fs::path first = village.scratch() / "first", second = village.scratch() / "second";
  fs::create_directories(first);
  fs::create_directories(second);

  const Finished filed = village.RunScript(
      terminal,
      "wait-for 已连接 60\nwait-for 今日值班 30\ntap 听一听\n" + kRead + "tap 我要反映\n" + kRead +
          "tap 道路桥梁\n" + kRead + "tap 示例村\ntap 下一步\n" + kRead +
          "tap 路灯坏了，晚上出门看不清。\ntap 下一步\n" + kRead + "tap 不留姓名\ntap 下一步\n" +
          kRead + "tap 我知道了，同意\ntap 下一步\n" + kRead + "tap 没错，登记\n" +
          "wait-for 已经记下了 60\n" + kRead + "print\ntap 完成\nwait-for 听一听 30\n",
      {"--speech", "into:" + first.string()});
  REQUIRE_MESSAGE(filed.status == 0, filed.err);
  const std::vector<Spoken> spoken = SpokenInto(first);
  // On each page the question, then the choice that was made, before it was made.
  std::size_t at = 0;
  for (const char* sentence :
       {"我要反映", "您要说的是哪方面的事？", "道路桥梁", "示例村", "下一步",
        "路灯坏了，晚上出门看不清。", "不留姓名", "登记以前，先跟您说清", "我知道了，同意",
        "路灯坏了，晚上出门看不清。", "没错，登记", "已经记下了"}) {
    at = PlaceOf(spoken, sentence, at);
    CHECK(spoken[at].by == "voice");
  }
  // Those who stand by hear no secret.
  for (const Spoken& one : spoken) CHECK_FALSE(IsCode(one.sentence));
  CHECK(LoudestOf(first / "0001.wav") > 0.05);

  // The manager says one sentence herself.
  const Finished recorded = village.RunScript(
      terminal,
      desk.ManagersIn() +
          "tap 朗读录音\nwait-for 没录 30\ntap 下一步\ntap 点一下，开始说\nwait-for 听一遍 60\n"
          "tap 用这段，录下一句\nwait-for 不录，下一句 30\ntap 不录，下一句\n",
      {"--microphone", "test:3", "--speech", "into:" + second.string()});
  REQUIRE_MESSAGE(recorded.status == 0, recorded.err);

  const Finished heard = village.RunScript(
      terminal,
      "wait-for 今日值班 30\ntap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 听一听\n" + kRead,
      {"--speech", "into:" + second.string()});
  REQUIRE_MESSAGE(heard.status == 0, heard.err);
  const std::vector<Spoken> again = SpokenInto(second);
  CHECK(again[PlaceOf(again, "下一步", 0)].by == "recording");
  CHECK(again[PlaceOf(again, "示例村", 0)].by == "voice");
}

}  // namespace studio::e2e
