// What the settings of a mechanism's file are called in Chinese, table by table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

// The keys of a table that have a name here, in order.
std::vector<std::string> SettingKeys(std::string_view table);
// "六有"; the key itself where it has none.
std::string SettingName(std::string_view table, std::string_view key);

}  // namespace studio
