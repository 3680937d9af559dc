// Every table of sentences at once: a name that stands in two of them does not compile here, where
// the linker would take one of its values for both.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "test_support/half_width.h"
#include "ui/words/desk_file_strings.h"
#include "ui/words/desk_request_strings.h"
#include "ui/words/desk_strings.h"
#include "ui/words/doctor_strings.h"
#include "ui/words/edit_strings.h"
#include "ui/words/exchange_strings.h"
#include "ui/words/ledger_strings.h"
#include "ui/words/link_strings.h"
#include "ui/words/room_strings.h"
#include "ui/words/roster_strings.h"
#include "ui/words/scan_strings.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"
#include "ui/words/topic_strings.h"
#include "ui/words/track_strings.h"
#include "ui/words/unlock_strings.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

static_assert(!studio::say::kTrack.empty());

namespace {

std::vector<std::string> LiteralsOf(const std::filesystem::path& source) {
  std::ifstream in(source, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  static const std::regex literal(R"("(?:[^"\\\n]|\\.)*")");
  std::vector<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it)
    out.push_back(it->str());
  return out;
}

std::vector<std::filesystem::path> Tables() {
  const std::filesystem::path house = STUDIO_SOURCE_DIR;
  std::vector<std::filesystem::path> tables = {house / "server-stub/http/phone_strings.h",
                                               house / "server-stub/clerk/doctor.cpp",
                                               house / "shared/base/diagnosis.cpp"};
  for (const auto& file : std::filesystem::directory_iterator(house / "kiosk/ui/words"))
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
    for (const std::string& literal : LiteralsOf(table)) {
      ++literals;
      CHECK_MESSAGE(!studio::HalfWidthBesideChinese(literal),
                    (table.filename().string() + ": " + literal));
    }
  }
  CHECK(literals > 1000);
  for (const char* wrong : {"记下之前,先说清楚", "(定稿)", "几点?", "{day}:好", "好!", "a;好"})
    CHECK_MESSAGE(studio::HalfWidthBesideChinese(wrong), wrong);
  for (const char* right :
       {"上午班 08:30 – 11:30", "记下之前，先说清楚", "page(1), line: 2", "还剩 {n}"})
    CHECK_FALSE_MESSAGE(studio::HalfWidthBesideChinese(right), right);
}

TEST_CASE("one thing has one name in every table of sentences") {
  for (const auto& table : Tables()) {
    for (const std::string& literal : LiteralsOf(table)) {
      for (const Twin& twin : kTwins) {
        if (literal.find(twin.said) != std::string::npos)
          FAIL_CHECK(table.filename().string() << ": " << literal << ": say " << twin.meant);
      }
    }
  }
}
