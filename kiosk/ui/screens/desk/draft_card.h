// What a member left unfinished, offered to go on with or to be given up.
#pragma once

#include <string_view>

#include "ui/kit/frame.h"

namespace studio {

enum class DraftTap { kNone, kGoOn, kDrop };

float DraftCardHeight(const Theme& theme);
// The two parts of it, where they cannot stand together.
float DraftNoteHeight(const Theme& theme);
void DrawDraftNote(Frame& frame, const Rect& place, std::string_view what);
DraftTap DrawDraftButtons(Frame& frame, const Rect& row);
// `what` says in one line what it is.
DraftTap DrawDraftCard(Frame& frame, Rect card, std::string_view what);

}  // namespace studio
