// What the paper slip says, whole (zh-CN).
#pragma once

#include "app/station/receipt_printing.h"
#include "ui/kit/receipt_picture.h"

namespace studio::say {

SlipWords OnPaper(const SlipToPrint& slip);
SlipWords OnPaper(const SheetToPrint& sheet);

}  // namespace studio::say
