// 查进度, 满意不满意 and 有人反映过.
#pragma once

#include "pages.h"

namespace studio {

extern const std::string kToCode;   // 查进度, past the number
extern const std::string kToFound;  // and past the code

std::vector<Page> TrackPages();

// Matters tracked, as a county and a store would tell them. The rig's next look finds it.
void TrackReferred(ScreenRig& rig);
void TrackAnswered(ScreenRig& rig);
void TrackReturned(ScreenRig& rig);  // answered twice, returned in between
void TrackGranted(ScreenRig& rig);   // a wish
// A number that only the county knows.
void TrackElsewhere(ScreenRig& rig);
// Three open matters of 示例村 about roads.
void SomeMatters(ScreenRig& rig);

}  // namespace studio
