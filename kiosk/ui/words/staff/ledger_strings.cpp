#include "ui/words/staff/ledger_strings.h"

#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism_file/word_names.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio::say {
namespace {

std::string NameOfMember(const std::string& id, const Station& station) {
  for (const Member& one : station.members) {
    if (one.id == id) return one.name;
  }
  return std::string(kDeskStranger);
}

}  // namespace

std::string LineTitle(const DeskLine& line) {
  if (line.place.empty() && line.category.empty()) return std::string(LineFromName(line.from));
  if (line.place.empty() || line.category.empty()) return line.place + line.category;
  return line.place + " · " + line.category;
}

View LineFromName(LineFrom from) {
  switch (from) {
    case LineFrom::kRequest:
      return "来登记的";
    case LineFrom::kWriteup:
      return "您记的";
    case LineFrom::kPhone:
      return "电话里说的";
    case LineFrom::kWordOfMouth:
      return "当面说的";
  }
  return {};
}

// A write-up's words stand under headings.
std::string LineHint(const DeskLine& line) {
  std::string_view words = line.words;
  if (words.starts_with("【") && words.find("】\n") != words.npos)
    words.remove_prefix(words.find("】\n") + View("】\n").size());
  if (!words.empty()) return Beginning(std::string(words));
  return line.spoken ? "只有录音" : "";
}

std::string LineAbout(const DeskLine& line, bool made, View today) {
  std::string out = DateOf(line.date, today) + "，" + std::string(LineFromName(line.from));
  if (made) out += "，" + std::string(kLineMade);
  if (line.closing) out += "，" + std::string(kLineClosed);
  return out;
}

std::string LineWho(const DeskLine& line, const Station& station, View today) {
  std::string out = DateOf(line.date, today) + "，" + std::string(LineFromName(line.from));
  if (!line.who.empty()) out += "，" + line.who;
  if (line.from == LineFrom::kPhone || line.from == LineFrom::kWordOfMouth)
    out += Fill("，{name} 委员记的", {{"name", NameOfMember(line.by, station)}});
  return out;
}

std::string LineWords(const DeskLine& line, const Station& station) {
  std::string out = line.words;
  if (line.spoken) {
    if (!out.empty()) out += "\n";
    out += Fill("（还有一段录音，{county}听得到。）", {{"county", CountyName(station)}});
  }
  return out;
}

std::string LinesWords(const std::vector<const DeskLine*>& lines, const Station& station,
                       View today) {
  std::string out;
  for (const DeskLine* line : lines) {
    if (!out.empty()) out += "\n";
    out += "【" + LineTitle(*line) + "，" + DateOf(line->date, today) + "】\n" +
           LineWords(*line, station);
  }
  return out;
}

View HandedInAsName(HandedInAs as) {
  switch (as) {
    case HandedInAs::kInformation:
      return "社情民意信息";
    case HandedInAs::kTopic:
      return "议题建议";
    case HandedInAs::kProposal:
      return "提案素材";
  }
  return {};
}

std::string HandedInAsHint(HandedInAs as, const Station& station) {
  const View pattern = as == HandedInAs::kInformation ? "报给{county}，算您报送的信息"
                       : as == HandedInAs::kTopic     ? "请{county}拿来协商，不算信息"
                                                      : "给{county}写提案时用，不算信息";
  return Fill(pattern, {{"county", CountyName(station)}});
}

View PartName(InformationPart part) {
  switch (part) {
    case InformationPart::kTitle:
      return "题目";
    case InformationPart::kSituation:
      return "情况";
    case InformationPart::kAnalysis:
      return "分析";
    case InformationPart::kSuggestion:
      return "建议";
  }
  return {};
}

View PartAsk(InformationPart part) {
  switch (part) {
    case InformationPart::kTitle:
      return "题目写什么？";
    case InformationPart::kSituation:
      return "情况是怎样的？";
    case InformationPart::kAnalysis:
      return "为什么会这样？";
    case InformationPart::kSuggestion:
      return "建议怎么办？";
  }
  return {};
}

View PartPlaceholder(InformationPart part) {
  switch (part) {
    case InformationPart::kTitle:
      return "一句话，说清是什么事";
    case InformationPart::kSituation:
      return "哪里、什么事、多少人";
    case InformationPart::kAnalysis:
      return "原因在哪里，不写也行";
    case InformationPart::kSuggestion:
      return "请谁办、怎么办";
  }
  return {};
}

std::string CharactersLine(const InformationFlow& flow) {
  return Fill("情况、分析、建议一共 {n} 字，最多 {most} 字",
              {{"n", Number(static_cast<std::int64_t>(flow.Characters()))},
               {"most", Number(kMaxInformationWords)}});
}

std::string JointAuthors(const InformationFlow& flow) {
  std::string people = "您";
  for (const std::string& one : flow.joint()) people += "、" + NameOfMember(one, flow.station());
  return people;
}

std::string AuthorNames(const InformationBody& body, const Station& station) {
  std::string names;
  int elsewhere = 0;
  for (const WorkMember& one : body.members) {
    if (one.id == kSomebodyElse) {
      ++elsewhere;
    } else {
      names += (names.empty() ? "" : "、") + NameOfMember(one.id, station);
    }
  }
  if (elsewhere > 0) names += Fill("，还有别处的 {n} 位", {{"n", Number(elsewhere)}});
  return names;
}

std::string InformationProblemLine(const InformationFlow& flow) {
  if (!flow.problem()) return {};
  switch (*flow.problem()) {
    case InformationProblem::kNoTitle:
      return "请先写题目。";
    case InformationProblem::kNoSituation:
      return "请写写情况：哪里、什么事。";
    case InformationProblem::kNoSuggestion:
      return "请写写建议：怎么办才好。";
    case InformationProblem::kLineGone:
      return "有一条刚刚被撤回，已经去掉，还没有交。看看写的要不要改，再交一次。";
    case InformationProblem::kFull:
      return "机器存满了，没有交。写的都还在，请告诉工作室的负责人。";
    case InformationProblem::kFailed:
      return "没有交成。写的都还在，请再试一次。";
  }
  return {};
}

std::string HeardProblemLine(const HeardFlow& flow) {
  if (!flow.problem()) return {};
  switch (*flow.problem()) {
    case HeardProblem::kChooseVillage:
      return "请先说是哪个村的事。";
    case HeardProblem::kSaySomething:
      return "请写写他说了什么。";
    case HeardProblem::kFull:
      return "机器存满了，没有记下来。写的都还在，请告诉工作室的负责人。";
    case HeardProblem::kFailed:
      return "没有记下来。写的都还在，请再试一次。";
  }
  return {};
}

View HeardByName(HeardBy way) {
  return LineFromName(way == HeardBy::kPhone ? LineFrom::kPhone : LineFrom::kWordOfMouth);
}

std::string DraftLine(const InformationBody& draft) {
  std::string out(HandedInAsName(draft.handed_in_as));
  if (const std::string& words = draft.title.empty() ? draft.situation : draft.title;
      !words.empty())
    out += "：" + Beginning(words);
  return out;
}

std::string DraftLine(const HeardBody& draft) {
  std::string out(HeardByName(draft.way));
  if (!draft.words.empty()) out += "：" + Beginning(draft.words);
  return out;
}

std::string InformationTitle(const DeskInformation& information) {
  if (!information.body.title.empty()) return information.body.title;
  return std::string(HandedInAsName(information.body.handed_in_as));
}

std::string CourseStep(const DeedState& state) {
  std::string out = state.state == "submitted" ? "已交" : ChineseName(state.state);
  std::string how = state.level.empty() ? std::string() : ChineseName(state.level);
  if (state.form == "digest") how += how.empty() ? "综合" : "，综合";
  return how.empty() ? out : out + "（" + how + "）";
}

std::string CourseLine(const DeskInformation& information, const Station& station) {
  if (information.state == HandedIn::kSetAside) return "未传成功，请告诉工作室的负责人";
  if (information.state == HandedIn::kWaiting) return "已交，待上传";
  const View pattern = !information.told         ? "已交，{county}已收到"
                       : information.unconfirmed ? "已交，等{county}确认"
                                                 : View();
  if (!pattern.empty()) return Fill(pattern, {{"county", CountyName(station)}});
  return information.course.empty() ? "已交" : CourseStep(information.course.back());
}

std::string InformationWords(const DeskInformation& information, const DeskLedger& ledger,
                             View today) {
  if (!information.here) return std::string(kInformationElsewhere);
  const InformationBody& body = information.body;
  std::string out;
  const auto add = [&](InformationPart part, const std::string& words) {
    if (words.empty()) return;
    if (!out.empty()) out += "\n";
    out += "【" + std::string(PartName(part)) + "】\n" + words;
  };
  add(InformationPart::kSituation, body.situation);
  add(InformationPart::kAnalysis, body.analysis);
  add(InformationPart::kSuggestion, body.suggestion);
  const auto lines = ledger.LinesOf(body);
  const std::size_t all = body.sources.size() + body.lines.size();
  if (all == 0) return out;
  out += "\n【" + std::string(kInformationLines) + "】";
  for (const DeskLine* line : lines)
    out += "\n" + LineTitle(*line) + "，" + LineAbout(*line, false, today) + "：" + LineHint(*line);
  if (lines.size() < all)
    out += Fill("\n有 {n} 条已经不在这里",
                {{"n", Number(static_cast<std::int64_t>(all - lines.size()))}});
  return out;
}

}  // namespace studio::say
