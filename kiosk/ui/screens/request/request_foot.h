// What the pages of a request answer, and the foot that most of them share.
#pragma once

#include "app/request/request_flow.h"
#include "ui/kit/frame.h"

namespace studio {

// What was tapped on a page that leads off it. What was said there the page has told the flow by
// then; where this leads is the screen's.
enum class RequestTap {
  kNone,
  kBack,
  kOn,
  kHome,  // out of the request, whatever page came before
};

// The place between them in landscape, before `area` loses its foot; in portrait none.
Rect BesideRequestFoot(const Frame& frame, Rect area);
// Back and on along the foot, with what stands in the way above them or, in landscape, between.
RequestTap DrawRequestFoot(Frame& frame, Rect& area, const RequestFlow& flow);

}  // namespace studio
