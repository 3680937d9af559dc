// The demo county (assets/demo/NAME.json) as changes for Publish, with what has to be made on
// the day of founding: keys and a duty roster around today.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/keys/county_keys.h"

namespace county {

// now_ms: Unix time; dates are Asia/Shanghai's. Makes a sealing key for each studio in the
// folder. kMalformed: the file; kStorage: the keys.
Result<std::string> DemoChanges(std::string_view demo_json, const DataFolder& folder,
                                const CountyKeys& keys, std::int64_t now_ms);

}  // namespace county
