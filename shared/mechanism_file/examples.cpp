#include "shared/mechanism_file/examples.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "shared/mechanism_file/toml_file.h"
#include "shared/mechanism_file/toml_reading.h"

namespace studio {
namespace {

struct Expected {
  std::string member;  // or the studio's number
  int studio = 0;
  std::optional<Fraction> total;
  std::vector<std::pair<std::string, Fraction>> sections;
  std::string grade;
  std::optional<int> rank;
  std::vector<std::string> gates, met, not_met, consequences;
  bool gates_said = false, consequences_said = false;
};

std::vector<HeldPost> ReadPosts(TomlReading& member) {
  std::vector<HeldPost> posts;
  for (const std::string& post : member.Words("posts")) posts.push_back({post, {}, {}});
  return posts;
}

const Choices<bool>& AttendanceChoices() {
  static const Choices<bool> kChoices = [] {
    Choices<bool> choices;
    for (const std::string_view word : kAttendanceWords) choices.emplace_back(word, true);
    return choices;
  }();
  return kChoices;
}

AssessedMember ReadMember(TomlReading& table) {
  AssessedMember member;
  member.id = table.NeededText("id");
  member.posts = ReadPosts(table);
  member.sector = table.Text("sector");
  member.group = table.Text("group");
  member.type = table.Text("type");
  member.township = table.Text("township");
  member.studio = static_cast<unsigned>(table.Count("studio", 0, 0));
  member.joined = table.Day("joined");
  member.left = table.Day("left");
  member.ranked = table.Flag("ranked", true);
  table.NothingElse();
  return member;
}

// DeedFromJson passes over what it does not know, as the other end may be newer; a slip of the pen
// in an example is told.
void CheckKeys(TomlReading& table) {
  for (const char* key : {"id", "kind", "done", "studio", "title", "place", "level", "must_attend",
                          "marks", "score", "proof", "entered_by", "confirmed_by", "waiting"}) {
    table.Node(key);
  }
  table.Inside("units");
  for (TomlReading& member : table.Each("members")) {
    for (const char* key : {"id", "role", "confirmed"}) member.Node(key);
    member.Choice<bool>("attendance", AttendanceChoices(), true);
    member.Inside("units");
    member.NothingElse();
  }
  for (TomlReading& state : table.Each("states")) {
    for (const char* key : {"state", "on", "level", "form"}) state.Node(key);
    state.NothingElse();
  }
  table.NothingElse();
}

std::optional<Deed> ReadDeed(TomlReading& table) {
  CheckKeys(table);
  auto deed = DeedFromJson(table.Json());
  if (deed) return *deed;
  const std::string& detail = deed.error().detail;  // "deed: field done is missing or wrong"
  constexpr std::string_view kBefore = "field ";
  const auto at = detail.find(kBefore);
  const std::string rest = at == detail.npos ? "" : detail.substr(at + kBefore.size());
  table.Say("deeds", "这项履职的 " + rest.substr(0, rest.find(' ')) + " 没有写，或者写得不对。");
  return std::nullopt;
}

Expected ReadExpected(TomlReading& table) {
  Expected expected;
  expected.studio = table.Count("studio", 0);
  expected.member =
      expected.studio > 0 ? std::to_string(expected.studio) : table.NeededText("member");
  expected.total = table.Figure("total");
  if (auto sections = table.Inside("sections")) expected.sections = sections->Figures();
  expected.grade = table.Text("grade");
  if (table.Has("rank")) expected.rank = table.Count("rank", 0, 0);
  expected.met = table.List("met");
  expected.not_met = table.List("not_met");
  expected.gates_said = table.Has("gates");
  expected.gates = table.List("gates");
  expected.consequences_said = table.Has("consequences");
  expected.consequences = table.List("consequences");
  table.NothingElse();
  return expected;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "、") + word;
  return text.empty() ? "（无）" : text;
}

class Comparing {
 public:
  Comparing(const Expected& expected, const MemberResult& result,
            std::vector<std::string>& differences)
      : expected_(expected), result_(result), differences_(differences) {}

  void Run() {
    if (expected_.total) Same("总分", *expected_.total, result_.total);
    for (const auto& section : expected_.sections) {
      const std::string& id = section.first;
      const auto sum = std::find_if(result_.sections.begin(), result_.sections.end(),
                                    [&](const SectionSum& one) { return one.id == id; });
      if (sum == result_.sections.end()) {
        Differ("没有“" + id + "”这一部分");
      } else {
        Same("“" + id + "”", section.second, sum->points);
      }
    }
    if (!expected_.grade.empty()) Same("等次", expected_.grade, result_.grade);
    if (expected_.rank) {
      Same("名次", std::to_string(*expected_.rank), std::to_string(result_.rank));
    }
    for (const std::string& quota : expected_.met) Met(quota, true);
    for (const std::string& quota : expected_.not_met) Met(quota, false);
    if (expected_.gates_said) Same("没过的门槛", Joined(expected_.gates), Joined(result_.gates));
    if (expected_.consequences_said) {
      Same("后果", Joined(expected_.consequences), Joined(result_.consequences));
    }
  }

 private:
  void Differ(const std::string& text) {
    differences_.push_back(expected_.member + "：" + text + "。");
  }
  void Same(const std::string& what, const Fraction& expected, const Fraction& found) {
    if (expected != found) {
      Differ(what + "应当是 " + expected.Text() + "，算出来是 " + found.Text());
    }
  }
  void Same(const std::string& what, const std::string& expected, const std::string& found) {
    if (expected != found) Differ(what + "应当是 " + expected + "，算出来是 " + found);
  }
  void Met(const std::string& id, bool expected) {
    const auto quota = std::find_if(result_.quotas.begin(), result_.quotas.end(),
                                    [&](const QuotaState& one) { return one.quota == id; });
    if (quota == result_.quotas.end()) {
      Differ("没有“" + id + "”这条定额");
    } else if (quota->met != expected) {
      Differ("“" + id + "”应当" + (expected ? "完成" : "没完成") + "，算出来" +
             (quota->met ? "完成" : "没完成"));
    }
  }

  const Expected& expected_;
  const MemberResult& result_;
  std::vector<std::string>& differences_;
};

std::optional<MemberResult> ResultFor(const Expected& expected, const Assessment& assessment) {
  for (const MemberResult& one : assessment.members) {
    if (expected.studio == 0 && one.member == expected.member) return one;
  }
  for (const BodyResult& one : assessment.studios) {
    if (expected.studio == 0 || one.id != expected.member) continue;
    MemberResult as_member;
    as_member.sections = one.sections;
    as_member.total = one.total;
    as_member.quotas = one.quotas;
    return as_member;
  }
  return std::nullopt;
}

// The studios of an example are those that its members and deeds name.
void AddStudios(AssessmentInput& input) {
  std::set<unsigned> ids;
  for (const AssessedMember& member : input.members) ids.insert(member.studio);
  for (const Deed& deed : input.deeds) ids.insert(deed.studio);
  ids.erase(0);
  for (const unsigned id : ids) {
    AssessedStudio studio;
    studio.id = id;
    studio.platform = true;
    input.studios.push_back(std::move(studio));
  }
}

std::string CutTitle(const CountingRules& rules, const std::string& id) {
  for (const Limit& limit : rules.limits) {
    if (limit.id == id) return limit.title;
  }
  for (const Section& section : rules.sections) {
    if (section.id == id) return section.title;
  }
  for (const PointsRule& rule : rules.points) {
    if (rule.id == id) return rule.title;
  }
  for (const Slot& slot : rules.slots) {
    if (slot.id != id) continue;
    std::string titles;
    for (const std::string& rule : slot.rules) {
      titles += (titles.empty() ? "" : "、") + CutTitle(rules, rule);
    }
    return titles + "只计一样";
  }
  return id;
}

ExampleOutcome RunExample(const CountingRules& rules, TomlReading& table) {
  ExampleOutcome outcome;
  outcome.line = table.line();
  outcome.title = table.NeededText("title");
  AssessmentInput input;
  const int year = table.Count("year", 2026, 2000);
  input.year.first = std::chrono::year(year) / 1 / 1;
  input.year.last = std::chrono::year(year) / 12 / 31;
  input.today = table.Day("today").value_or(input.year.last);
  input.term.first = table.Day("term_from").value_or(input.year.first);
  input.term.last = std::max(input.year.last, input.term.first);
  for (TomlReading& member : table.Each("members")) {
    if (member.Has("earlier")) input.earlier.emplace(member.Text("id"), member.Words("earlier"));
    input.members.push_back(ReadMember(member));
  }
  for (TomlReading& deed : table.Each("deeds")) {
    if (auto read = ReadDeed(deed)) input.deeds.push_back(std::move(*read));
  }
  AddStudios(input);
  outcome.assessment = Assess(rules, input);
  if (!table.Has("expect")) table.Say("expect", "少了 expect：应当算出什么。");
  for (TomlReading& said : table.Each("expect")) {
    const Expected expected = ReadExpected(said);
    if (const auto result = ResultFor(expected, outcome.assessment)) {
      Comparing(expected, *result, outcome.differences).Run();
    } else {
      said.Say("member", "members 里没有“" + expected.member + "”。");
    }
  }
  table.NothingElse();
  return outcome;
}

}  // namespace

std::vector<ExampleOutcome> RunExamples(const CountingRules& rules, std::string_view toml,
                                        Mistakes& mistakes) {
  std::vector<ExampleOutcome> outcomes;
  const auto table = ReadToml(toml);
  if (!table) return outcomes;  // ReadCountingRules has told it
  try {
    TomlReading file(*table, kWholeFile, mistakes);
    for (TomlReading& example : file.Each("example")) {
      outcomes.push_back(RunExample(rules, example));
    }
  } catch (const std::overflow_error&) {
    mistakes.push_back({0, "例子里的数太大，算不出来。", false});
  }
  return outcomes;
}

std::string AccountText(const CountingRules& rules, const MemberResult& result) {
  std::ostringstream text;
  text << result.member << "：" << result.total.Text() << " 分";
  if (!result.grade.empty()) text << "，" << result.grade;
  if (result.rank > 0) text << "，第 " << result.rank << " 名";
  text << "\n";
  for (const Section& section : rules.sections) {
    for (const SectionSum& sum : result.sections) {
      if (sum.id != section.id) continue;
      text << "  " << section.title << "：" << sum.points.Text();
      if (sum.base != 0) text << "（起点 " << sum.base.Text() << "）";
      text << "\n";
    }
    for (const PointsRow& row : result.rows) {
      const auto rule = std::find_if(rules.points.begin(), rules.points.end(),
                                     [&](const PointsRule& one) { return one.id == row.rule; });
      if (rule == rules.points.end() || rule->section != section.id) continue;
      text << "    " << ToText(row.day) << " " << rule->title << " " << row.deed << "："
           << row.arithmetic << " = " << row.points.Text();
      if (row.waiting) text << "，待确认，暂不计";
      if (!row.cut_by.empty()) {
        text << "，按“" << CutTitle(rules, row.cut_by) << "”只计 " << row.counted.Text();
      }
      text << "\n";
    }
  }
  return text.str();
}

}  // namespace studio
