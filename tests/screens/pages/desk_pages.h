// The pages of a member's desk.
#pragma once

#include <string>

#include "demo_badge.h"
#include "pages.h"

namespace studio {

inline const std::string kToDesk =
    "tap 我的履职\nscan " + DemoCard("m01") + "\ntype 246810\ntap 打开\nexpect 办完了\n";

std::vector<Page> DeskPages();

}  // namespace studio
