// [sheets]: what a place prints otherwise, from its file through the feed to the forms.
#include <doctest/doctest.h>

#include "shared/mechanism/rules_json.h"
#include "shared/mechanism_file/explaining.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;

namespace {

std::vector<std::string> CaptionsOf(const SheetForm& form) {
  std::vector<std::string> out;
  for (const SheetColumn& column : form.columns) out.push_back(column.caption);
  return out;
}

// The first mistake: its line and what it says.
std::string MistakeIn(const std::string& toml) {
  const ReadRules read = ReadCountingRules(toml);
  if (read.mistakes.empty()) return {};
  return std::to_string(read.mistakes.front().line) + " " + read.mistakes.front().text;
}

}  // namespace

TEST_CASE("a sheet has the columns and captions that its file gives it, also down the feed") {
  const ReadRules read = ReadCountingRules(R"([sheets.points]
title = "委员履职计分明细"
columns = ["member", "rule", "counted", "note"]
captions = { member = "委员姓名", note = "说明" }
[sheets.meetings]
kinds = ["shangyi"]
)");
  REQUIRE(read.mistakes.empty());
  const auto down = RulesFromJson(RulesJson(read.rules));
  REQUIRE(down);
  CHECK(down->sheets == read.rules.sheets);
  const SheetForm points = FormOf(down->sheets, SheetKind::kPoints);
  CHECK(points.title == "委员履职计分明细");
  CHECK(CaptionsOf(points) == std::vector<std::string>{"委员姓名", "项目", "得分", "说明"});
  const SheetForm meetings = FormOf(down->sheets, SheetKind::kMeetings);
  CHECK(meetings.title == "协商会议记录");
  CHECK(meetings.kinds == std::vector<std::string>{"shangyi"});
  CHECK(CaptionsOf(meetings).front() == "议题");
  CHECK(ExplainedText(*down).find("履职积分表：印作“委员履职计分明细”，栏目是委员姓名、项目、"
                                  "得分、说明。\n") != std::string::npos);
}

TEST_CASE("captions alone leave a sheet's columns as they are") {
  const ReadRules read = ReadCountingRules("[sheets.notice]\ncaptions = { open = \"未办结\" }\n");
  REQUIRE(read.mistakes.empty());
  CHECK(CaptionsOf(FormOf(read.rules.sheets, SheetKind::kNotice)) ==
        std::vector<std::string>{"月份", "收到", "已答复", "已解决", "未办结"});
}

TEST_CASE("where no file says anything, every sheet has its usual columns") {
  for (const KnownSheet& known : KnownSheets()) {
    CAPTURE(known.id);
    const SheetForm form = FormOf({}, known.kind);
    CHECK(form.title == known.title);
    CHECK(form.columns.size() >= 5);
    CHECK(KnownSheetWith(known.id) == &known);
  }
}

TEST_CASE("a column of a newer file is left out, and a sheet never stands without columns") {
  SheetForm form{"notice", "", {{"month", "月"}, {"weather", "天气"}}, {}};
  CHECK(CaptionsOf(FormOf({form}, SheetKind::kNotice)) == std::vector<std::string>{"月"});
  form.columns = {{"weather", "天气"}};
  CHECK(FormOf({form}, SheetKind::kNotice).columns.size() == 5);
}

TEST_CASE("a slip in [sheets] is told with its line and what was meant") {
  struct Slip {
    std::string toml, says;
  };
  const Slip slips[] = {
      {"[sheets.point]\ntitle = \"表\"\n", "1 [sheets]：没有“point”这一项，是不是“points”？"},
      {"[sheets.points]\ncolums = [\"rule\"]\n",
       "2 [sheets] 的 points：没有“colums”这一项，是不是“columns”？"},
      {"[sheets.notice]\ncolumns = [\"mont\"]\n",
       "2 [sheets] 的 notice：“公示”没有“mont”这一栏，可以写：month（月份）、received（收到）、"
       "answered（已答复）、solved（已解决）、open（还在办）、note（备注），是不是“month”？"},
      {"[sheets.notice]\ncolumns = [\"month\", \"month\"]\n", "写了两次"},
      {"[sheets.notice]\ncolumns = []\n", "columns 应当是一个或几个词"},
      {"[sheets.notice]\ncaptions = { note = \"注\" }\n", "不印“note”这一栏"},
      {"[sheets.notice]\ntitle = \"\"\n", "title 是空的"},
      {"[sheets.points]\nkinds = [\"visit\"]\n", "没有“kinds”这一项"},
      {"[sheets.notice]\ntitle = "
       "\"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\"\n",
       "最多 30 个字"},
      {"sheets = 3\n", "要写成 [sheets]"},
      {"[sheets]\nnotice = \"公示\"\n", "应当是一张表"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.toml);
    const std::string told = MistakeIn(slip.toml);
    CAPTURE(told);
    CHECK(told.find(slip.says) != std::string::npos);
  }
}
