// Whom the page of the monthly rotation lists, and in what order: those somebody must see to come
// first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/rules/rotation.h"

namespace studio {

struct ListedMember {
  const Member* member = nullptr;
  const MemberMonth* month = nullptr;
};

// Missed, unplanned, to come, done, of whom nothing is owed; in each in the order given. `group`
// nullopt: all. Pointers are into the arguments; `month` was computed from `input`.
std::vector<ListedMember> ListMembers(const RotationInput& input, const RotationMonth& month,
                                      const std::optional<std::string>& group);

struct ListedPlatform {
  const Studio* studio = nullptr;
  const PlatformMonth* month = nullptr;
};
// Those of which something is owed.
std::vector<ListedPlatform> ListPlatforms(const RotationInput& input, const RotationMonth& month);

// The activity groups, in the order in which members of them are listed.
std::vector<std::string> GroupsOf(const RotationInput& input);
// How many stand where, of one activity group or of all.
GroupMonth CountMembers(const RotationMonth& month, const std::optional<std::string>& group);
GroupMonth CountPlatforms(const RotationMonth& month);

}  // namespace studio
