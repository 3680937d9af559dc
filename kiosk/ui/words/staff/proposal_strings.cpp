#include "ui/words/staff/proposal_strings.h"

#include <algorithm>

#include "ui/words/track_strings.h"

namespace studio::say {

View ProposalStepName(ProposalStep step) {
  switch (step) {
    case ProposalStep::kFiled:
      return "立案";
    case ProposalStep::kAssigned:
      return "交办";
    case ProposalStep::kHandling:
      return "办理中";
    case ProposalStep::kAnswered:
      return "已答复";
    case ProposalStep::kClosed:
      return "办结";
    case ProposalStep::kReturned:
      return "退回再办";
  }
  return {};
}

View ProposalStepIcon(ProposalStep step) {
  switch (step) {
    case ProposalStep::kAnswered:
    case ProposalStep::kClosed:
      return "task_alt";
    case ProposalStep::kReturned:
      return "replay";
    default:
      return "schedule";
  }
}

View QualityName(ProposalQuality quality) {
  switch (quality) {
    case ProposalQuality::kGood:
      return "质量高";
    case ProposalQuality::kFair:
      return "质量较好";
    case ProposalQuality::kPoor:
      return "质量一般";
  }
  return {};
}

std::string ProposalHint(const ProposalsFlow& flow, const Proposal& proposal) {
  std::string hint(ProposalStepName(proposal.step()));
  if (flow.WaitsForThem(proposal)) return hint + "，等您评";
  if (proposal.both) return hint + "，两边都评了";
  return hint + "，" + proposal.unit;
}

std::string ProposalTodoTitle(int waiting) {
  if (waiting == 0) return std::string(kProposals);
  return Fill("我的提案：{n} 件等您评", {{"n", Number(waiting)}});
}

std::vector<std::string> ProposalLines(const Proposal& proposal, const Station& station) {
  std::string names;
  for (const std::string& author : proposal.authors) {
    const auto known = std::find_if(station.members.begin(), station.members.end(),
                                    [&](const Member& one) { return one.id == author; });
    if (known != station.members.end()) names += (names.empty() ? "" : "、") + known->name;
  }
  return {Fill("提案人：{names}", {{"names", names}}),
          Fill("承办单位：{unit}", {{"unit", proposal.unit}}),
          Fill("编号：{number}", {{"number", proposal.number}})};
}

std::string ProposalCourse(const Proposal& proposal) {
  std::string text;
  for (const ProposalMove& move : proposal.course) {
    text += (text.empty() ? "" : "\n") + DayFrom(move.on) + "  " +
            std::string(ProposalStepName(move.step));
  }
  return text;
}

std::string ProposalWordsLine(const ProposalsFlow& flow, const Proposal& proposal) {
  if (flow.WaitsForThem(proposal)) {
    return flow.IsFirst(proposal) ? "您评办理，承办单位评提案。两边都评了，才看得到对方评的。"
                                  : "以第一提案人评的为准，您评的也一并记下。";
  }
  if (!MayRate(proposal.step()) && proposal.step() != ProposalStep::kReturned)
    return "答复以后，您评办理，承办单位评提案。";
  return "您评过了。两边都评了，就在这里一起看。";
}

std::string ReasonsLine(const std::vector<std::string>& reasons) {
  std::string line;
  for (const std::string& reason : reasons)
    line += (line.empty() ? "" : "、") + std::string(ReasonName(reason));
  return line;
}

std::string AuthorsWordLine(const AuthorsWord& word) {
  const std::string reasons = ReasonsLine(word.reasons);
  std::string line(SatisfactionName(word.satisfaction));
  if (!reasons.empty()) line += "：" + reasons;
  return line;
}

std::string UnitsWordLine(const UnitsWord& word) {
  return std::string(QualityName(word.quality)) + "：" + word.reason;
}

}  // namespace studio::say
