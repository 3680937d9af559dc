#include "ui/words/topic_strings.h"

#include <algorithm>

#include "ui/words/wall_strings.h"

namespace studio::say {

View StanceName(Stance stance) {
  switch (stance) {
    case Stance::kAgree:
      return "赞成";
    case Stance::kDiffer:
      return "有不同意见";
    case Stance::kSuggest:
      return "提建议";
  }
  return {};
}

View StanceWhy(Stance stance) {
  switch (stance) {
    case Stance::kAgree:
      return "就照这样办";
    case Stance::kDiffer:
      return "这样办不妥，想说说为什么";
    case Stance::kSuggest:
      return "有个主意，想补充几句";
  }
  return {};
}

View OriginName(View origin) {
  if (origin == "screen") return "工作室";
  if (origin == "phone") return "手机";
  if (origin == "member") return "委员";
  return "别处";
}

View ProblemLine(OpinionProblem problem) {
  switch (problem) {
    case OpinionProblem::kChooseStance:
      return "请先点一种看法";
    case OpinionProblem::kSaySomething:
      return "提建议，请写几个字，或者说一段话";
    case OpinionProblem::kChooseWho:
      return "请先点“群众”或者“委员”";
    case OpinionProblem::kStorageFull:
      return "没能登记上，您说的都还在。请再点一次，还不行就找值班委员。";
    case OpinionProblem::kStorageFailed:
      return "没能记下来，您说的都还在。请再点一次。";
  }
  return {};
}

std::string LeaderOf(const Topic& topic, const Station& station) {
  const auto member = std::find_if(station.members.begin(), station.members.end(),
                                   [&](const Member& one) { return one.id == topic.leading; });
  if (member != station.members.end()) return Fill(kMemberName, {{"name", member->name}});
  return topic.leading_name;
}

std::string LedTopicHint(const Topic& topic, const std::string& today) {
  std::string hint = topic.steps.empty() ? std::string() : topic.steps.back().name;
  const auto add = [&](const std::string& more) { hint += (hint.empty() ? "" : "，") + more; };
  if (!topic.TakesOpinions(today)) {
    add("不再收意见");
  } else if (!topic.closes.empty()) {
    add(DateOf(topic.closes, today) + "截止");
  } else {
    add("正在收意见");
  }
  return hint;
}

}  // namespace studio::say
