// How a place calls things, so that its rules can be said in its own words.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/entities.h"

namespace studio {

struct PlaceNames {
  // Kinds, roles and units, as what members write up calls them.
  std::map<std::string, std::string, std::less<>> words{};
  std::string studio = "工作室", platform = "平台", group = "界别组";

  // The place's own name, else the usual one, else the word itself.
  std::string Of(std::string_view word) const;
  // Names in the order in which people list them.
  std::string Listed(const std::vector<std::string>& words, std::string_view between) const;
  // "件", "次": by what deeds of these kinds are counted.
  std::string Measure(const std::vector<std::string>& kinds) const;
  // What is said of somebody's coming to these: "按时到岗", "按时到会", "按时到场".
  std::string Coming(std::string_view attendance, const std::vector<std::string>& kinds) const;
};

PlaceNames NamesOf(const Mechanism& told);

// Before the other, as people list words.
bool IsListedBefore(std::string_view one, std::string_view other);

}  // namespace studio
