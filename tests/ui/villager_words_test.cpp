// What villagers read is short: one idea a sentence, few sentences a text. The list of all of it is
// kiosk/ui/words/README.md; STUDIO_WRITE=1 writes that anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "shared/base/utf8.h"
#include "source_words.h"

using namespace studio;

namespace {

constexpr std::size_t kLongestSentence = 20;  // characters
constexpr std::size_t kMostSentences = 4;     // of a text
constexpr std::size_t kLabel = 6;             // up to so many it is a label, and not listed

const std::filesystem::path kHouse = STUDIO_SOURCE_DIR;

struct Table {
  const char* file;
  const char* title;
};
constexpr Table kTables[] = {
    {"kiosk/ui/words/strings.h", "首页、我要反映、登记单"},
    {"kiosk/ui/words/strings.cpp", "首页、我要反映（看情形的）"},
    {"kiosk/ui/words/slip_strings.h", "登记单"},
    {"kiosk/ui/words/slip_strings.cpp", "撤回"},
    {"kiosk/ui/words/track_strings.h", "查进度、满意不满意"},
    {"kiosk/ui/words/track_strings.cpp", "查进度（看情形的）"},
    {"kiosk/ui/words/topic_strings.h", "参与协商"},
    {"kiosk/ui/words/topic_strings.cpp", "参与协商（看情形的）"},
    {"kiosk/ui/words/wish_strings.h", "微心愿"},
    {"kiosk/ui/words/wish_strings.cpp", "微心愿（看情形的）"},
    {"kiosk/ui/words/wall_strings.h", "公告、委员风采、工作制度"},
    {"kiosk/ui/words/wall_strings.cpp", "公告（看情形的）"},
    {"kiosk/ui/words/room_strings.h", "空间不够"},
    {"kiosk/ui/words/scan_strings.cpp", "扫错了码"},
    {"kiosk/ui/words/scan_strings.h", "扫错了码"},
    {"kiosk/ui/press/widget_words.h", "按钮自带的"},
    {"server-stub/http/phone_strings.h", "手机上的议题"},
};

// As long as what stands there may be, as a rule.
std::size_t LengthOfPlace(const std::string& name) {
  static const std::map<std::string, std::size_t> lengths = {
      {"county", 5}, {"n", 2},    {"m", 2},    {"all", 2},   {"days", 3},  {"most", 1},
      {"phone", 12}, {"when", 6}, {"day", 5},  {"date", 5},  {"month", 7}, {"names", 7},
      {"who", 19},   {"what", 5}, {"name", 3}, {"first", 3}, {"member", 3}};
  const auto found = lengths.find(name);
  return found == lengths.end() ? 4 : found->second;
}

// Of each of its sentences, in characters without spaces; a {place} as long as what will be there.
std::vector<std::size_t> SentencesOf(const std::string& text) {
  std::vector<std::size_t> out(1);
  bool open = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    if (code == '{') {
      const std::size_t end = text.find('}', at);
      if (!open) out.push_back(0);
      open = true;
      out.back() += LengthOfPlace(text.substr(at, end - at));
      at = end == text.npos ? text.size() : end + 1;
      continue;
    }
    const bool ends = std::u32string_view(U"。；：？！\n").find(code) != std::u32string_view::npos;
    if (ends) {
      open = false;
    } else if (code != ' ' && code != U'”') {
      if (!open) out.push_back(0);
      open = true;
      ++out.back();
    }
  }
  return out;
}

std::size_t LengthOf(const std::string& text) {
  std::size_t length = 0;
  for (const std::size_t sentence : SentencesOf(text)) length += sentence;
  return length;
}

// Of more than one sentence the last ends as the others do; a single one, on a button, in a title
// or a hint, has no full stop.
bool EndsRight(std::string_view text) {
  const auto is_one_of = [](char32_t code, std::u32string_view marks) {
    return marks.find(code) != marks.npos;
  };
  bool several = false;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    if (code == U'”') continue;
    several = several || is_one_of(last, U"。？！");
    last = code;
  }
  return several ? is_one_of(last, U"。？！：") : last != U'。';
}

// What a page puts together with other words, and wishes that people take for their own.
bool IsPart(const std::string& text) {
  static const std::set<std::string> parts = {
      "收到多少份会公布。", "不用写姓名和电话。", "10 分钟内可以撤回。",
      "{county}听过，写成一句话挂上墙。", "{county}看过，挂上墙。"};
  return parts.contains(text) || text.starts_with("想");
}

std::string InOneLine(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "⏎");
  return text;
}

std::string ListOfWords() {
  std::string out =
      "# What villagers read\n\n"
      "Every sentence of the pages, slips and phone pages that villagers read, and how long it is "
      "in characters\n(a {place} as long as what will stand there): its longest sentence, and the "
      "whole. A sentence has one idea and at\nmost " +
      std::to_string(kLongestSentence) + " characters, a text at most " +
      std::to_string(kMostSentences) + " sentences. Labels of up to " + std::to_string(kLabel) +
      " characters are left out. Who reads what is\nmade of parts "
      "([reader_words](../../../shared/bodies/reader_words.cpp)) and not listed. A text of more\n"
      "than one sentence ends with a full stop; a single one on a button, in a title or a hint "
      "has none.\n\n"
      "Written by `STUDIO_WRITE=1 build/dev/test_ui -tc=\"*villagers read*\"`; without it the test "
      "holds the list and the limits.\n";
  for (const Table& table : kTables) {
    out += "\n## " + std::string(table.title) + "\n[" +
           std::filesystem::path(table.file).filename().string() + "](../../../" + table.file +
           ")\n\n| sentence | longest | whole |\n|---|--:|--:|\n";
    for (const SourceWords& words : ChineseIn(kHouse / table.file)) {
      const auto lengths = SentencesOf(words.text);
      if (LengthOf(words.text) <= kLabel) continue;
      out += "| " + InOneLine(words.text) + " | " +
             std::to_string(*std::max_element(lengths.begin(), lengths.end())) + " | " +
             std::to_string(LengthOf(words.text)) + " |\n";
    }
  }
  return out;
}

// What a recording can be made of: nothing is left open but what a station fills in. One a line, a
// line break as "\\n".
std::string SentencesToSay() {
  std::set<std::string> seen;
  std::string out;
  for (const Table& table : kTables) {
    if (std::string_view(table.file).starts_with("server-stub")) continue;  // read on phones
    for (const SourceWords& words : ChineseIn(kHouse / table.file)) {
      std::string open = words.text, line = words.text;
      for (const char* filled : {"{county}", "{phone}"})
        for (std::size_t at = 0; (at = open.find(filled)) != open.npos;)
          open.erase(at, std::string_view(filled).size());
      if (open.find('{') != open.npos || !seen.insert(words.text).second) continue;
      for (std::size_t at = 0; (at = line.find('\n', at)) != line.npos;) line.replace(at, 1, "\\n");
      out += line + "\n";
    }
  }
  return out;
}

// Written anew where that is asked for.
void CheckListed(const std::filesystem::path& file, const std::string& list) {
  if (std::getenv("STUDIO_WRITE") != nullptr) std::ofstream(file, std::ios::binary) << list;
  std::ifstream in(file, std::ios::binary);
  const std::string listed(std::istreambuf_iterator<char>(in), {});
  CHECK_MESSAGE((listed == list), (file.string() + " is old: STUDIO_WRITE=1 writes it"));
}

}  // namespace

TEST_CASE("what villagers read is in short sentences, and listed as it is") {
  std::size_t texts = 0;
  for (const Table& table : kTables) {
    for (const SourceWords& words : ChineseIn(kHouse / table.file)) {
      CAPTURE(words.text);
      const auto lengths = SentencesOf(words.text);
      CHECK(*std::max_element(lengths.begin(), lengths.end()) <= kLongestSentence);
      CHECK(lengths.size() <= kMostSentences);
      ++texts;
    }
  }
  CHECK(texts > 600);
  CheckListed(kHouse / "kiosk/ui/words/README.md", ListOfWords());
}

TEST_CASE("what villagers read is offered to be recorded, as it is") {
  CheckListed(kHouse / "assets/speech/sentences.txt", SentencesToSay());
}

TEST_CASE("of several sentences the last has its mark too, and a single one has no full stop") {
  for (const Table& table : kTables) {
    for (const SourceWords& words : ChineseIn(kHouse / table.file))
      CHECK_MESSAGE((EndsRight(words.text) || IsPart(words.text)),
                    (std::string(table.file) + ": " + words.text));
  }
  for (const char* wrong : {"没存上。请再点一次", "点“好了。”再说", "好了。", "行吗？请看"})
    CHECK_FALSE_MESSAGE(EndsRight(wrong), wrong);
  for (const char* right : {"没存上。请再点一次。", "点“好了”", "行吗？", "说“好。”再见。", "看：",
                            "不能报警。请打：", "上一步"})
    CHECK_MESSAGE(EndsRight(right), right);
}

TEST_CASE("sentences are counted as people read them") {
  CHECK(SentencesOf("上一步") == std::vector<std::size_t>{3});
  CHECK(SentencesOf("好。再见！") == std::vector<std::size_t>{1, 2});
  CHECK(SentencesOf("说“好。”\n行 {n} 件：") == std::vector<std::size_t>{3, 4});
  CHECK(SentencesOf("{county}看过") == std::vector<std::size_t>{7});
}
