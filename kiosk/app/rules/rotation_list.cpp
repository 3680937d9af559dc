#include "app/rules/rotation_list.h"

#include <algorithm>

namespace studio {
namespace {

int Rank(Standing standing) {
  switch (standing) {
    case Standing::kMissed:
      return 0;
    case Standing::kUnplanned:
      return 1;
    case Standing::kToCome:
    case Standing::kWaits:
      return 2;
    case Standing::kDone:
      return 3;
    case Standing::kFree:
      return 4;
  }
  return 4;
}

template <class T>
void SortByStanding(std::vector<T>& all) {
  std::stable_sort(all.begin(), all.end(), [](const T& a, const T& b) {
    return Rank(a.month->standing) < Rank(b.month->standing);
  });
}

void Count(GroupMonth& counts, Standing standing) {
  ++counts.members;
  counts.done += standing == Standing::kDone;
  counts.to_come += standing == Standing::kToCome || standing == Standing::kWaits;
  counts.missed += standing == Standing::kMissed;
  counts.unplanned += standing == Standing::kUnplanned;
}

}  // namespace

std::vector<ListedMember> ListMembers(const RotationInput& input, const RotationMonth& month,
                                      const std::optional<std::string>& group) {
  std::vector<ListedMember> out;
  const std::size_t count = std::min(input.members.size(), month.members.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (group && input.members[i].group != *group) continue;
    out.push_back({&input.members[i], &month.members[i]});
  }
  SortByStanding(out);
  return out;
}

std::vector<ListedPlatform> ListPlatforms(const RotationInput& input, const RotationMonth& month) {
  std::vector<ListedPlatform> out;
  const std::size_t count = std::min(input.studios.size(), month.platforms.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (month.platforms[i].standing == Standing::kFree) continue;
    out.push_back({&input.studios[i], &month.platforms[i]});
  }
  SortByStanding(out);
  return out;
}

std::vector<std::string> GroupsOf(const RotationInput& input) {
  std::vector<std::string> groups;
  for (const Member& member : input.members) {
    if (std::find(groups.begin(), groups.end(), member.group) == groups.end()) {
      groups.push_back(member.group);
    }
  }
  return groups;
}

GroupMonth CountMembers(const RotationMonth& month, const std::optional<std::string>& group) {
  if (group) {
    const auto it = month.groups.find(*group);
    return it == month.groups.end() ? GroupMonth{} : it->second;
  }
  GroupMonth counts;
  for (const MemberMonth& member : month.members) Count(counts, member.standing);
  return counts;
}

GroupMonth CountPlatforms(const RotationMonth& month) {
  GroupMonth counts;
  for (const PlatformMonth& platform : month.platforms) Count(counts, platform.standing);
  return counts;
}

}  // namespace studio
