// Everything a person can say a thing by, from the key or the pad or the microphone to the county.
#include <doctest/doctest.h>
#include <gst/gst.h>

#include <algorithm>
#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

const std::string kWords = "村口的路灯坏了两个星期";
const std::string kToSaying =
    "wait-for 已连接 60\nwait-for 今日值班 30\ntap 我要反映\ntap 道路桥梁\ntap 示例村\n"
    "tap 下一步\n";
const std::string kFile =
    "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\ntap 没错，登记\n"
    "wait-for 演示市政协已收到 60\n";

// The lines of a table in tests/input: the first column is a character.
std::vector<std::pair<std::string, std::string>> Table(const std::string& name) {
  std::ifstream file(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests" / "input" / name);
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

std::string RowOf(const std::vector<std::pair<std::string, std::string>>& table,
                  const std::string& character) {
  const auto it = std::find_if(table.begin(), table.end(),
                               [&](const auto& row) { return row.first == character; });
  REQUIRE_MESSAGE(it != table.end(), character);
  return it->second;
}

std::vector<std::string> CharactersOf(const std::string& text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) characters.emplace_back();
    characters.back() += c;
  }
  return characters;
}

// Plays a file to its end, as fast as it decodes; how long it is, or -1 where it does not play.
double SecondsOf(const std::filesystem::path& path) {
  gst_init(nullptr, nullptr);
  GstElement* pipeline = gst_parse_launch(
      ("filesrc location=" + path.string() + " ! decodebin ! fakesink name=end").c_str(), nullptr);
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline);
  GstMessage* message = gst_bus_timed_pop_filtered(
      bus, 60 * GST_SECOND, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
  gint64 position = 0;
  const bool whole = message && GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS &&
                     gst_element_query_position(pipeline, GST_FORMAT_TIME, &position);
  if (message) gst_message_unref(message);
  gst_element_set_state(pipeline, GST_STATE_NULL);
  gst_object_unref(bus);
  gst_object_unref(pipeline);
  return whole ? static_cast<double>(position) / GST_SECOND : -1;
}

// Files a request whose words are said by those lines of script; its line in the ledger.
nlohmann::json Said(Village& village, const std::filesystem::path& terminal,
                    const std::string& lines, const std::vector<std::string>& options = {}) {
  const Finished finished = village.RunScript(terminal, kToSaying + lines + kFile, options);
  REQUIRE_MESSAGE(finished.status == 0, finished.err);
  const auto ledger = village.Ledger();
  REQUIRE_FALSE(ledger.empty());
  return ledger.back();
}

}  // namespace

TEST_CASE("the same sentence by pinyin, by strokes and by hand reaches the ledger intact") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();

  CHECK(Said(village, terminal,
             "tap 拼音\nkeys cunkou\ntap 村口\nkeys de\ntap 的\nkeys ludeng\ntap 路灯\n"
             "keys huaile\ntap 坏了\nkeys liangge\ntap 两个\nkeys xingqi\ntap 星期\n")["body"]
                                                                                      ["words"] ==
        kWords);

  std::string strokes = "tap 笔画\n", ink = "tap 手写\n";
  const auto keys = Table("stroke_keys.tsv");
  const auto drawn = Table("ink_strokes.txt");
  for (const std::string& character : CharactersOf(kWords)) {
    strokes += "keys " + RowOf(keys, character) + "\ntap \"" + character + "\"\n";
    std::string row = RowOf(drawn, character);
    for (std::size_t end; !row.empty(); row.erase(0, end + 1)) {
      end = std::min(row.find(';'), row.size());
      ink += "ink " + row.substr(0, end) + "\n";
      if (end == row.size()) break;
    }
    ink += "tap \"" + character + "\"\n";
  }
  CHECK(Said(village, terminal, strokes)["body"]["words"] == kWords);
  CHECK(Said(village, terminal, ink)["body"]["words"] == kWords);
}

TEST_CASE("a request is filed without typing one character") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const auto record = Said(village, terminal, "tap 路灯坏了，晚上出门看不清。\n");
  CHECK(record["body"]["words"] == "路灯坏了，晚上出门看不清。");
}

TEST_CASE("what was typed leaves neither words nor files of the keyboard") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const auto home = village.scratch() / "home";
  std::filesystem::create_directories(home);
  setenv("HOME", home.c_str(), 1);
  const Finished finished = village.RunScript(
      terminal, kToSaying +
                    "tap 拼音\nkeys cunkou\ntap 村口\nkeys ludeng\ntap 路灯\nkeys huai\n"
                    "tap 笔画\nkeys hspn\nadvance 200\nwait-for 我要反映\n");
  REQUIRE_MESSAGE(finished.status == 0, finished.err);
  CHECK(std::filesystem::is_empty(home));
  // The search finds what is there: a planted control.
  std::ofstream(terminal / "control", std::ios::binary) << "村口路灯";
  std::size_t found = 0, files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(terminal)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string bytes = BytesOf(entry.path());
    for (const char* part : {"村口路灯", "cunkou", "ludeng"}) found += Holds(bytes, part);
    const std::string name = entry.path().string();
    CHECK(name.find("user") == std::string::npos);
  }
  CHECK(files > 3);
  CHECK(found == 1);
}

TEST_CASE("a two-minute voice message and a photo are encrypted on disk and open at the county") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班 30\n").status == 0);
  village.StopCounty();
  const std::string picture = std::string(STUDIO_SOURCE_DIR) + "/assets/pictures/home.png";
  const Finished finished = village.RunScript(
      terminal,
      "wait-for 今日值班 30\ntap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\n"
      "tap 拍张照片\nwait-for 对准 30\ntap 拍照\nwait-for 就用这张 30\ntap 就用这张\n"
      "tap 说话\ntap 点一下，开始说\nwait-for 听一遍 60\nexpect 2 分\n"
      "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\ntap 没错，登记\n"
      "wait-for 已经记下了 60\n",
      {"--microphone", "test:120", "--camera", "file:" + picture});
  REQUIRE_MESSAGE(finished.status == 0, finished.err);

  std::size_t kept = 0;
  for (const auto& entry : std::filesystem::directory_iterator(terminal / "attachments")) {
    const std::string bytes = BytesOf(entry.path());
    CHECK(bytes.size() > 10'000);
    CHECK_FALSE(Holds(bytes, "OggS"));
    CHECK_FALSE(Holds(bytes, "OpusHead"));
    CHECK_FALSE(Holds(bytes, "JFIF"));
    CHECK_FALSE(Holds(bytes, "\xFF\xD8\xFF\xE0"));  // three of them stand in any half megabyte
    ++kept;
  }
  CHECK(kept == 2);

  village.StartCounty();
  village.Drain(terminal);
  const auto ledger = village.Ledger();
  REQUIRE(ledger.size() == 1);
  const auto out = village.scratch() / "opened";
  const Finished opened =
      Run("county-stub", {"attachments", "--data", village.county().string(), "--record",
                          ledger[0]["id"].get<std::string>(), "--out", out.string()});
  REQUIRE_MESSAGE(opened.status == 0, opened.err);
  const std::string voice = BytesOf(out / "1-voice.ogg"), photo = BytesOf(out / "2-photo.jpg");
  CHECK(Holds(voice, "OggS"));
  CHECK(Holds(voice, "OpusHead"));
  CHECK(photo.size() <= 500 * 1024);
  CHECK(Holds(photo, "JFIF"));
  CHECK(Holds(photo, "\xFF\xD8\xFF\xE0"));
  CHECK(SecondsOf(out / "1-voice.ogg") == doctest::Approx(120).epsilon(0.01));
  CHECK(SecondsOf(out / "2-photo.jpg") >= 0);
  // Once the county has them safe nothing of them is left here.
  CHECK(std::filesystem::is_empty(terminal / "attachments"));
}

TEST_CASE("without camera, microphone or engine everything else works, and each says so") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const auto record =
      Said(village, terminal,
           "type 先写了一句\ntap 说话\nexpect 话筒\ntap 手写\ntap 拼音\nexpect 用不了\n"
           "tap 选一句\nexpect 先写了一句\n",
           {"--input-data", (village.scratch() / "nothing").string()});
  CHECK(record["body"]["words"] == "先写了一句");
}

}  // namespace studio::e2e
