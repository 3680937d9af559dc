// Shapes that screens are made of. Pixels of the drawing.
#pragma once

#include <string_view>

#include "ui/kit/frame.h"
#include "ui/kit/theme.h"

namespace studio {

void FillRect(Frame& frame, const Rect& rect, Colour colour);
// Rounded on all corners; half the height makes a pill.
void FillRounded(Frame& frame, const Rect& rect, float radius, Colour colour);
// Rounded at the top only: sheets that rise from the lower edge.
void FillRoundedTop(Frame& frame, const Rect& rect, float radius, Colour colour);
void OutlineRounded(Frame& frame, const Rect& rect, float radius, float thickness, Colour colour);
void FillPill(Frame& frame, const Rect& rect, Colour colour);
void FillCircle(Frame& frame, float centre_x, float centre_y, float radius, Colour colour);
void RingCircle(Frame& frame, float centre_x, float centre_y, float radius, float thickness,
                Colour colour);
// Covers the corners of something square, so that it looks rounded on what is `around` it.
void CutCorners(Frame& frame, const Rect& rect, float radius, Colour around);
// A disc as one copy of a picture, in whole pixels: lines drawn by hand are made of them.
void StampDisc(Frame& frame, float centre_x, float centre_y, float radius, Colour colour);
// A card: soft wide shadow, rounded white sheet, one-pixel darker foot.
void DrawCard(Frame& frame, const Rect& rect);
// The same in another colour and radius.
void DrawCard(Frame& frame, const Rect& rect, float radius, Colour colour);
// A thin bar, `part` of it (0 to 1) filled.
void DrawProgress(Frame& frame, const Rect& rect, float part, Colour fill);
void DrawDashedLine(Frame& frame, float x, float y, float width, Colour colour);
void DrawDivider(Frame& frame, float x, float y, float width);
// A coloured circle with the first character of a name: whoever has no photo.
void DrawMonogram(Frame& frame, const Rect& rect, std::string_view name, int colour_index);
// The studio's red seal, four characters, two above two.
void DrawSeal(Frame& frame, const Rect& rect, std::string_view four_characters);
// A QR code with its quiet zone, in whole pixels a module, in the middle of `rect`. Draws nothing
// where the content is too long for a code of that size. The content is not registered as text.
void DrawQr(Frame& frame, const Rect& rect, std::string_view content);

}  // namespace studio
