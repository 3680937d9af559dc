// What is said of a code that a hand scanner read where it is of no use.
#pragma once

#include "app/base/scanned_code.h"
#include "ui/words/strings.h"

namespace studio::say {

View ScannedLine(CodeKind kind);
// Over the question whether somebody is still there.
inline constexpr View kScannedCovered = "刚才扫的码没有用上。请先点下面的按钮，再扫一次。";

}  // namespace studio::say
