// Every table of sentences at once: a name that stands in two of them does not compile here, where
// the linker would take one of its values for both.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "test_support/half_width.h"
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

// Of all literals of a source.
std::vector<std::string> HalfWidthIn(const std::filesystem::path& source, std::size_t& literals) {
  std::ifstream in(source, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  static const std::regex literal(R"("(?:[^"\\\n]|\\.)*")");
  std::vector<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
    ++literals;
    if (studio::HalfWidthBesideChinese(it->str())) out.push_back(it->str());
  }
  return out;
}

}  // namespace

TEST_CASE("Chinese is printed with full-width marks, in every table of sentences") {
  const std::filesystem::path house = STUDIO_SOURCE_DIR;
  std::vector<std::filesystem::path> tables = {house / "server-stub/http/phone_strings.h",
                                               house / "server-stub/clerk/doctor.cpp",
                                               house / "shared/base/diagnosis.cpp"};
  for (const auto& file : std::filesystem::directory_iterator(house / "kiosk/ui/words"))
    if (const auto kind = file.path().extension(); kind == ".h" || kind == ".cpp")
      tables.push_back(file.path());
  std::size_t literals = 0;
  for (const auto& table : tables)
    for (const std::string& found : HalfWidthIn(table, literals))
      FAIL_CHECK(table.filename().string() << ": " << found);
  CHECK(literals > 1000);
  for (const char* wrong : {"记下之前,先说清楚", "(定稿)", "几点?", "{day}:好", "好!", "a;好"})
    CHECK_MESSAGE(studio::HalfWidthBesideChinese(wrong), wrong);
  for (const char* right :
       {"上午班 08:30 – 11:30", "记下之前，先说清楚", "page(1), line: 2", "还剩 {n}"})
    CHECK_FALSE_MESSAGE(studio::HalfWidthBesideChinese(right), right);
}
