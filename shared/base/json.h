// nlohmann::json. What every file would compile of it anew is compiled once, in json.cpp.
#pragma once

#include <nlohmann/json.hpp>

extern template class nlohmann::basic_json<>;
