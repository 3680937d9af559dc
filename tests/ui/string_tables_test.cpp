// Every table of sentences at once: a name that stands in two of them does not compile here, where
// the linker would take one of its values for both.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "source_words.h"
#include "test_support/half_width.h"
#include "ui/words/room_strings.h"
#include "ui/words/scan_strings.h"
#include "ui/words/slip_strings.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/doctor_strings.h"
#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/link_strings.h"
#include "ui/words/staff/manage_strings.h"
#include "ui/words/staff/proposal_strings.h"
#include "ui/words/staff/recording_strings.h"
#include "ui/words/staff/roster_strings.h"
#include "ui/words/staff/studio_ledger_strings.h"
#include "ui/words/staff/unlock_strings.h"
#include "ui/words/staff/year_strings.h"
#include "ui/words/strings.h"
#include "ui/words/topic_strings.h"
#include "ui/words/track_strings.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

static_assert(!studio::say::kTrack.empty());

namespace {

using studio::LiteralsIn;
using studio::WithoutComments;

// What is read from tables that others wrote, and patterns over what people write: no sentences.
bool IsReading(const std::string& file) {
  for (const char* part : {"kiosk/app/cells/", "kiosk/tables/roster_csv.cpp"})
    if (file.find(part) != file.npos) return true;
  return false;
}

// Said to programmers, in English, though it names a word; or how a line of a file is written.
bool IsCode(const std::string& literal) {
  if (literal.find('=') != literal.npos) return true;
  const auto letters =
      std::count_if(literal.begin(), literal.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters > 12;
}

std::vector<std::filesystem::path> FilesBelow(std::initializer_list<const char*> folders,
                                              std::initializer_list<const char*> kinds) {
  std::vector<std::filesystem::path> out;
  for (const char* folder : folders) {
    const auto root = std::filesystem::path(STUDIO_SOURCE_DIR) / folder;
    for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
      const std::string kind = file.path().extension().string();
      const bool meant =
          std::any_of(kinds.begin(), kinds.end(), [&](const char* one) { return kind == one; });
      if (file.is_regular_file() && meant && !IsReading(file.path().generic_string()))
        out.push_back(file.path());
    }
  }
  return out;
}

// A space beside a full-width mark, which brings its own room.
bool HasGap(std::string_view text) {
  for (const std::string_view mark :
       {"，", "。", "：", "；", "？", "！", "、", "（", "）", "《", "》", "“", "”"}) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
      const bool opens = mark == "“" || mark == "（" || mark == "《";
      if (!opens && at > 0 && text[at - 1] == ' ') return true;
      if (at + mark.size() < text.size() && text[at + mark.size()] == ' ') return true;
    }
  }
  return false;
}

std::vector<std::filesystem::path> Tables() {
  const std::filesystem::path house = STUDIO_SOURCE_DIR;
  std::vector<std::filesystem::path> tables = {house / "server-stub/http/phone_strings.h",
                                               house / "server-stub/clerk/doctor.cpp",
                                               house / "shared/base/diagnosis.cpp"};
  for (const auto& file : std::filesystem::recursive_directory_iterator(house / "kiosk/ui/words"))
    if (const auto kind = file.path().extension(); kind == ".h" || kind == ".cpp")
      tables.push_back(file.path());
  return tables;
}

// What is called otherwise, and how.
struct Twin {
  const char *said, *meant;
};
constexpr Twin kTwins[] = {
    {"换班", "调班"},         {"轮值安排", "月度轮值"}, {"排班表", "值班表"},
    {"委员轮值表", "值班表"}, {"待值班", "待值"},       {"待安排", "没排人"},
    {"未排", "没排人"},       {"被退回", "未传成功"},   {"等着上传", "待上传"},
    {"办事单位", "承办单位"}, {"哪个单位", "承办单位"}, {"本站", "本工作室"},
    {"外站", "别的工作室"},   {"委员码", "委员二维码"}, {"刷牌", "签到"},
    {"居民", "群众"},         {"交上去", "登记"},       {"存下", "登记"},
    {"提交", "登记"},         {"上级", "××政协"},       {"县里", "××政协"},
};

}  // namespace

TEST_CASE("Chinese is printed with full-width marks, in every table of sentences") {
  std::size_t literals = 0;
  for (const auto& table : Tables()) {
    for (const std::string& literal : LiteralsIn(WithoutComments(table))) {
      ++literals;
      CHECK_MESSAGE(!studio::HalfWidthBesideChinese(literal),
                    (table.filename().string() + ": " + literal));
    }
  }
  CHECK(literals > 1000);
  for (const char* wrong : {"登记以前,先跟您说清", "(定稿)", "几点?", "{day}:好", "好!", "a;好"})
    CHECK_MESSAGE(studio::HalfWidthBesideChinese(wrong), wrong);
  for (const char* right :
       {"上午班 08:30 – 11:30", "登记以前，先跟您说清", "page(1), line: 2", "还剩 {n}"})
    CHECK_FALSE_MESSAGE(studio::HalfWidthBesideChinese(right), right);
}

TEST_CASE("Chinese is printed with full-width marks, wherever the program says something") {
  std::size_t literals = 0;
  for (const auto& file : FilesBelow({"kiosk", "server-stub", "shared"}, {".h", ".cpp"})) {
    for (const std::string& literal : LiteralsIn(WithoutComments(file))) {
      ++literals;
      CHECK_MESSAGE((!studio::HalfWidthBesideChinese(literal) || IsCode(literal)),
                    (file.filename().string() + ": " + literal));
    }
  }
  CHECK(literals > 5000);
}

TEST_CASE("Chinese is printed with full-width marks in demos, mechanisms and what scripts write") {
  for (const auto& file : FilesBelow({"assets/demo", "assets/mechanisms"}, {".json", ".toml"})) {
    for (std::string literal : LiteralsIn(WithoutComments(file))) {
      CAPTURE(file.filename().string());
      CHECK_FALSE_MESSAGE(studio::HalfWidthBesideChinese(literal), literal);
      CHECK_MESSAGE(literal.find("\\\"") == literal.npos, literal);  // “ ”
    }
  }
  for (const auto& file : FilesBelow({"deploy", "tests/e2e"}, {".script"})) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
      CHECK_FALSE_MESSAGE((line[0] != '#' && studio::HalfWidthBesideChinese(line)), line);
  }
}

TEST_CASE("full-width marks bring their own room: no space stands beside one") {
  for (const auto& file : FilesBelow({"kiosk", "server-stub", "shared", "assets/demo"},
                                     {".h", ".cpp", ".json", ".toml"})) {
    for (const std::string& literal : LiteralsIn(WithoutComments(file)))
      CHECK_FALSE_MESSAGE(HasGap(literal), (file.filename().string() + ": " + literal));
  }
}

TEST_CASE("one thing has one name in every table of sentences, and in what demos tell") {
  std::vector<std::filesystem::path> told = Tables();
  for (const auto& demo : FilesBelow({"assets/demo"}, {".json"})) told.push_back(demo);
  for (const auto& table : told) {
    for (const std::string& literal : LiteralsIn(WithoutComments(table))) {
      for (const Twin& twin : kTwins) {
        if (literal.find(twin.said) != std::string::npos)
          FAIL_CHECK(table.filename().string() << ": " << literal << ": say " << twin.meant);
      }
    }
  }
}
