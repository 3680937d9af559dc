// One of several things, or some of them, chosen by name.
#pragma once

#include <string_view>
#include <vector>

#include "ui/kit/frame.h"
#include "ui/press/paged_list.h"

namespace studio {

struct NamedOption {
  std::string_view name;
  bool chosen = false;
};

// Options in as many columns as their names allow; the one that was tapped, or -1.
int DrawNamedOptions(Frame& frame, const Rect& area, std::string_view label, ScrollState& scroll,
                     const std::vector<NamedOption>& options);

}  // namespace studio
