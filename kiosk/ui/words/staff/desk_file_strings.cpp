#include "ui/words/staff/desk_file_strings.h"

#include <algorithm>
#include <utility>

#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio::say {
std::string MemberName(const Station& station, std::string_view id) {
  const auto found = std::find_if(station.members.begin(), station.members.end(),
                                  [&](const Member& one) { return one.id == id; });
  return found == station.members.end() ? "别的委员" : found->name;
}

std::string DeedTitle(const Deed& deed, const Station& station) {
  return deed.title.empty() ? KindTitle(station.mechanism, deed.kind) : deed.title;
}

std::string DeedLine(const Deed& deed, CalendarDate today) {
  std::string line = DateOf(ToText(deed.done), ToText(today));
  if (!deed.place.empty()) line += "，" + deed.place;
  return line;
}

DeedStanding StandingOf(const Deed& deed, std::string_view member, const Station& station) {
  if (!deed.sent_back.empty()) return {Fill("退回来了：{why}", {{"why", deed.sent_back}}), true};
  if (deed.waiting && !deed.confirmed_by.empty()) return {"工作室已确认，还没传到", true};
  std::string others;
  for (const DeedMember& one : deed.members) {
    if (one.confirmed) continue;
    if (one.id == member) return {"等您确认", true};
    others += (others.empty() ? "" : "、") + MemberName(station, one.id);
  }
  if (deed.waiting) {
    return {std::string("等工作室确认") + (others.empty() ? "" : "；" + others + "还没确认"), true};
  }
  return {
      others.empty() ? std::string("已确认") : Fill("已确认；{names}还没确认", {{"names", others}}),
      false};
}

std::vector<std::string> FileLines(const MemberAccount& account, std::string_view member,
                                   const Station& station) {
  std::vector<std::string> lines = {Fill("积分 {n}", {{"n", account.result.total.Text()}})};
  if (const std::string waits = PointsWaitingLine(account); !waits.empty()) lines.push_back(waits);
  for (const SectionSum& sum : account.result.sections) {
    const Section* section = account.SectionWith(sum.id);
    lines.push_back(
        Fill("{title} {points}",
             {{"title", section == nullptr ? sum.id : section->title},
              {"points",
               PointsOfMost(sum.points, section == nullptr ? std::nullopt : section->at_most)}}));
  }
  lines.push_back(std::string(kOwedTitle));
  for (const OwedNow& owed : OwedOn(account)) {
    lines.push_back(Fill("{title} {done} / {owed}", {{"title", owed.quota->title},
                                                     {"done", owed.stretch->done.Text()},
                                                     {"owed", owed.stretch->owed.Text()}}));
  }
  bool first = true;
  for (const Deed* deed : DeedsOfYear(account)) {
    const DeedStanding standing = StandingOf(*deed, member, station);
    if (!standing.waits) continue;
    if (std::exchange(first, false)) lines.push_back("还没确认的");
    lines.push_back(DeedLine(*deed, account.today) + "，" + DeedTitle(*deed, station) + "，" +
                    standing.words);
  }
  return lines;
}

}  // namespace studio::say
