// What a clerk is told of a file that is no TOML: Chinese, with the line and the place in it.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/mechanism_file/rules_reading.h"

using namespace studio;

namespace {

Mistake OnlyMistakeIn(std::string_view toml) {
  const auto mistakes = ReadCountingRules(toml).mistakes;
  REQUIRE(mistakes.size() == 1);
  CHECK_FALSE(mistakes.front().doubt);
  return mistakes.front();
}

bool HasAsciiWord(std::string_view text) {
  int run = 0;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    run = letter ? run + 1 : 0;
    if (run > 8) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what is not written as TOML is told in Chinese, with line and place") {
  struct Slip {
    std::string_view toml;
    int line;
    std::string_view says;
  };
  const Slip slips[] = {
      {"[total]\nbase = “60”\n", 2, "第 8 个字““”是全角的，要用半角的“\"”。"},
      {"[total]\nbase ＝ 60\n", 2, "第 6 个字“＝”是全角的"},
      {"[[section]]\nid = \"a\"，\n", 2, "“，”是全角的"},
      {"[[section]]\nid = \"a\" # 全角，在说明里\ntitle = \"b\"；\n", 3, "“；”是全角的"},
      {"【total】\nbase = 60\n", 1, "“【”是全角的，要用半角的“[”"},
      {"[total】\nbase = 60\n", 1, "“】”是全角的"},
      {"[total]\nbase = ６０\n", 2, "“６”是全角的，要用半角的“6”"},
      {"[total]\n　base = 60\n", 2, "全角的空格"},
      {"[ranking]\nties = ‘skip’\n", 2, "“‘”是全角的"},
      {"[[section]]\nid = \"a\ntitle = \"b\"\n", 2, "引号没有关上"},
      {"[[section]]\nid = \"a”\ntitle = \"b\"\n", 2, "引号没有关上"},
      {"[[section]]\nid = 'a\ntitle = \"b\"\n", 2, "引号没有关上"},
      {"[[section]]\nid = \"\"\"a\n", 2, "引号没有关上"},
      {"[[section]]\nid = a\n", 2, "文字要加引号"},
      {"[[section]]\nid = 提案\n", 2, "文字要加引号"},
      {"[[section]]\n名字 = \"a\"\n", 2, "中文的名字要加引号"},
      {"[total]\nbase_by_post = { 常委 = 80 }\n", 2, "中文的名字要加引号"},
      {"[[section]]\nid = \"a\"\"\n", 2, "多出来"},
      {"[total\nbase = 60\n", 1, "少了“]”"},
      {"[[section]\nid = \"a\"\n", 1, "少了“]”"},
      {"[total]]\nbase = 60\n", 1, "多出来"},
      {"[]\n", 1, "少了名字"},
      {"[[points]]\nkinds = [\"a\", \"b\"\npoints = 2\n", 3,
       "方括号没有关上，或者两项之间少了逗号"},
      {"[[points]]\nkinds = [\"a\" \"b\"]\n", 2, "少了逗号"},
      {"[[points]]\nkinds = [\n", 2, "没有写完"},
      {"[[points]]\ntimes_by = { role = { lead = 2 }\n", 2, "花括号"},
      {"[[points]]\ntimes_by = { role = { lead = 2, } }\n", 2, "最后一项后面不要逗号"},
      {"[[points]]\ntimes_by = { a = 1 b = 2 }\n", 2, "少了逗号"},
      {"[total]\nbase = 60\nbase = 70\n", 3, "“base”前面已经写过"},
      {"[total]\nbase = 60\n[total]\nat_most = 100\n", 3, "“total”前面已经写过"},
      {"[[points]]\nid = \"a\"\n[points]\nid = \"b\"\n", 3, "[[points]]"},
      {"[points]\nid = \"a\"\n[[points]]\nid = \"b\"\n", 3, "[[points]]"},
      {"[total]\nbase 60\n", 2, "少了等号"},
      {"[total]\nbase\n", 2, "少了等号"},
      {"[total]\nbase =\n", 2, "等号后面"},
      {"[total]\n= 60\n", 2, "等号前面少了名字"},
      {"[total]\nbase = 2,5\n", 2, "小数点用 ."},
      {"[total]\nbase = 60分\n", 2, "数"},
      {"[total]\nbase = 07\n", 2, "前面不要写 0"},
      {"[total]\nbase = 1.\n", 2, "小数点"},
      {"[total]\nbase = .5\n", 2, "小数点"},
      {"[total]\nbase = 1/3\n", 2, "分数要写在引号里"},
      {"[[grade]]\nshare_at_most = 20%\n", 2, "百分"},
      {"[total]\nbase = 99999999999999999999\n", 2, "太大"},
      {"[[points]]\nvalid_from = 2026-13-01\n", 2, "日子"},
      {"[[points]]\nvalid_from = 2026-02-30\n", 2, "日子"},
      {"[[points]]\nvalid_from = 2026-4-3\n", 2, "日子"},
      {"[[points]]\nvalid_from = 2026年4月3日\n", 2, "日子"},
      {"[[points]]\nvalid_from = 2026/7/1\n", 2, "日子"},
      {"[[points]]\nid = \"a\"\nid = \"b\"\n", 3, "前面少了一行 [[…]]"},
      {"[[usual_hours]]\nfrom = 8:30\n", 2, "时间"},
      {"[[points]]\nonce = True\n", 2, "true"},
      {"[[section]]\nid = \"a\\q\"\n", 2, "\\\\"},
      {"[[section]]\nid = \"a\x01\"\n", 2, "看不见的字符"},
      {"[[section]]\nid = \"a\"\ntitle = \"\xcc\xe1\xb0\xb8\"\n", 3, "另存为"},
      {"\xff\xfe[\0t\0", 1, "UTF-16"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.toml);
    const Mistake mistake = OnlyMistakeIn(slip.toml);
    CHECK(mistake.line == slip.line);
    CHECK_MESSAGE(mistake.text.find(slip.says) != std::string::npos, mistake.text);
    CHECK_MESSAGE(mistake.text.ends_with("。"), mistake.text);
    CHECK_FALSE_MESSAGE(HasAsciiWord(mistake.text), mistake.text);
  }
}

TEST_CASE("a byte order mark and line ends of Windows are no mistake") {
  const std::string_view toml =
      "\xef\xbb\xbf[[section]]\r\nid = \"a\"\r\ntitle = \"甲\"\r\nat_most = 5\r\n";
  const ReadRules read = ReadCountingRules(toml);
  CHECK(read.mistakes.empty());
  CHECK(read.rules.sections.size() == 1);
}

TEST_CASE("full-width marks within quotes and behind # are what somebody wrote") {
  CHECK(ReadCountingRules(
            "[[section]]\nid = \"a\" # 一，二\ntitle = \"甲、乙（丙），“丁”＝【戊】\"\n")
            .mistakes.empty());
}
