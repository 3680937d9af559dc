// An .xlsx that no office program wrote.
#pragma once

#include <string>
#include <vector>

namespace studio {

// Of each sheet what stands between <worksheet> and its end; `styles` and the shared `texts` the
// same.
std::string WorkbookBytes(const std::vector<std::string>& sheets, const std::string& styles = {},
                          const std::string& texts = {});

}  // namespace studio
