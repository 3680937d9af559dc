// The panel of the check page that says whose matter a request goes with, and the way out of it.
#pragma once

#include "app/station/station.h"
#include "ui/kit/frame.h"

namespace studio {

float JoinedHeight(const Frame& frame, const Matter& matter, float width);
// Fills `panel`; true: it is none of it after all.
bool DrawJoined(Frame& frame, Rect panel, const Matter& matter);

}  // namespace studio
