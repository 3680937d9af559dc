// Where somebody speaks instead of writing: one huge round button, and what it did.
#pragma once

#include <string_view>

#include "app/saying/voice_note.h"
#include "ui/kit/frame.h"

namespace studio {

// Fills `area`, at least about 800 × 640 at 1080 wide, and ends with who will hear it.
void DrawVoicePanel(Frame& frame, Rect area, VoiceNote& note, std::string_view who_hears);

}  // namespace studio
